/** One way to answer: an id, and what to fill in where it is told. `text` lets a person write it. */
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
  /** What it is about: the same doubt on many rows is one question. */
  readonly key: string;
  readonly rows: readonly number[];
  readonly found: Readonly<Record<string, string>>;
  readonly choices: readonly Choice[];
  /** What a person is offered first; nothing is done with it until they say so. */
  readonly proposed: string;
  readonly answer: Answer | null;
}

export type Asked = Omit<Question, 'answer'>;

/** Collects what is doubtful and says what a person answered. What nobody has answered yet is shown as proposed, and applied never. */
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
