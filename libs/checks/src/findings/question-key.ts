/** The subject of a question: the code of the findings, and their cause if any. */
export interface QuestionSubject {
  readonly code: string;
  readonly cause?: string | undefined;
}

/**
 * Returns the key of a question, independent of its position: for its reason, for an override of it, and as the subject
 * of a remembered answer.
 */
export const questionKey = ({ code, cause }: QuestionSubject): string => `${code} ${cause ?? ''}`;

/** Returns the finding code from a key of `questionKey`. */
export const codeOfQuestion = (key: string): string => key.slice(0, key.indexOf(' '));
