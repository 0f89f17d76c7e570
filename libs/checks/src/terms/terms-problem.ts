import type { LintCode } from './words/lint-words.ts';

/** One problem in a terms document: its JSON pointer, code, and message parameters. */
export interface TermsProblem {
  readonly path: string;
  readonly code: LintCode;
  readonly params: Readonly<Record<string, string | number>>;
}

/** Reports a problem. */
export type ReportTermsProblem = (path: string, code: LintCode, params?: TermsProblem['params']) => void;
