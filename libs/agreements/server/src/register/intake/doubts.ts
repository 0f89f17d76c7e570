/** One option of an answer: an id and its text parameters. The option `text` lets a person type the answer. */
export interface Choice {
  readonly id: string;
  readonly params?: Readonly<Record<string, string>>;
}

export interface Answer {
  readonly choice: string;
  readonly text?: string;
}

export interface Question {
  readonly kind: string;
  /** Subject of the question: the same doubt in many rows is one question. */
  readonly key: string;
  readonly rows: readonly number[];
  readonly found: Readonly<Record<string, string>>;
  readonly choices: readonly Choice[];
  /** Preselected option; it has no effect until a person confirms it. */
  readonly proposed: string;
  readonly answer: Answer | null;
}

export type Asked = Omit<Question, 'answer'>;

/**
 * Collects ambiguous values as questions and returns the answers given. An unanswered question uses its proposal in the
 * preview and is never applied.
 */
export class Doubts {
  readonly #answers: ReadonlyMap<string, Answer>;
  readonly #questions = new Map<string, Question>();

  constructor(answers: ReadonlyMap<string, Answer>) {
    this.#answers = answers;
  }

  ask(asked: Asked): Answer {
    const id = questionId(asked.kind, asked.key);
    const given = this.#answers.get(id);
    const answer = given && asked.choices.some((choice) => choice.id === given.choice) ? given : null;
    const before = this.#questions.get(id);
    this.#questions.set(id, {
      ...(before ?? asked),
      rows: [...new Set([...(before?.rows ?? []), ...asked.rows])].sort((a, b) => a - b),
      answer,
    });
    return answer ?? { choice: asked.proposed };
  }

  get questions(): Question[] {
    return [...this.#questions.values()];
  }
}

export const questionId = (kind: string, key: string): string => `${kind}\n${key}`;
