import type { LintCode } from './words/lint-words.ts';

/** One mistake of a terms document: where, by JSON pointer, what kind, and what the sentence about it needs. */
export interface TermsProblem {
  readonly path: string;
  readonly code: LintCode;
  readonly params: Readonly<Record<string, string | number>>;
}

/** Says a mistake. */
export type Blame = (path: string, code: LintCode, params?: TermsProblem['params']) => void;
