/** What a question is asked about: the code of the findings, and their cause where they have one. */
export interface QuestionSubject {
  readonly code: string;
  readonly cause?: string | undefined;
}

/** Returns what a question is kept under, whatever its place in a list: for its reason, for an override of it, and as the subject of an answer to remember. */
export const questionKey = ({ code, cause }: QuestionSubject): string => `${code} ${cause ?? ''}`;

/** Returns the code of the findings that a key of `questionKey` is about. */
export const codeOfQuestion = (key: string): string => key.slice(0, key.indexOf(' '));
