import type { lintNb } from './lint-nb.ts';

/** Codes of problems in terms. */
export type LintCode = keyof typeof lintNb;
export type LintTexts = Readonly<Record<LintCode, string>>;
