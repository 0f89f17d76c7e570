import type { lintNb } from './lint-nb.ts';

/** What can be wrong with terms. */
export type LintCode = keyof typeof lintNb;
export type LintWords = Readonly<Record<LintCode, string>>;
