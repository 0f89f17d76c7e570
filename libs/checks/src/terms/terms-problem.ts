import type { LintCode } from './texts/lint-texts.ts';

/** One problem in a terms document: its JSON pointer, code, and message parameters. */
export interface TermsProblem {
  readonly path: string;
  readonly code: LintCode;
  readonly params: Readonly<Record<string, string | number>>;
}

/** Reports a problem. */
export type ReportTermsProblem = (path: string, code: LintCode, params?: TermsProblem['params']) => void;
