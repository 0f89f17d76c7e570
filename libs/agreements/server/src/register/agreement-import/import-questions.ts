/** One option of an answer: an id and its text parameters. The option `text` lets a person type the answer. */
export interface QuestionOption {
  readonly id: string;
  readonly params?: Readonly<Record<string, string>>;
}

export interface ImportAnswer {
  readonly choice: string;
  readonly text?: string;
}

export interface ImportQuestion {
  readonly kind: string;
  /** Subject of the question: the same doubt in many rows is one question. */
  readonly key: string;
  readonly rows: readonly number[];
  readonly found: Readonly<Record<string, string>>;
  readonly choices: readonly QuestionOption[];
  /** Preselected option; it has no effect until a person confirms it. */
  readonly proposed: string;
  readonly answer: ImportAnswer | null;
}

export type ImportQuestionDraft = Omit<ImportQuestion, 'answer'>;

/**
 * Collects ambiguous values as questions and returns the answers given. An unanswered question uses its proposal in the
 * preview and is never applied.
 */
export class ImportQuestions {
  readonly #answers: ReadonlyMap<string, ImportAnswer>;
  readonly #questions = new Map<string, ImportQuestion>();

  constructor(answers: ReadonlyMap<string, ImportAnswer>) {
    this.#answers = answers;
  }

  answerFor(draft: ImportQuestionDraft): ImportAnswer {
    const id = questionId(draft.kind, draft.key);
    const given = this.#answers.get(id);
    const answer = given && draft.choices.some((choice) => choice.id === given.choice) ? given : null;
    const before = this.#questions.get(id);
    this.#questions.set(id, {
      ...(before ?? draft),
      rows: [...new Set([...(before?.rows ?? []), ...draft.rows])].sort((a, b) => a - b),
      answer,
    });
    return answer ?? { choice: draft.proposed };
  }

  get questions(): ImportQuestion[] {
    return [...this.#questions.values()];
  }
}

export const questionId = (kind: string, key: string): string => `${kind}\n${key}`;
