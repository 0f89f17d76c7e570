import { checkResultJson, type CheckContext, type Terms } from '@tallgrunn/checks';
import type { Language } from '@tallgrunn/values';
import type { CheckOutcome } from '../checking/run-check.ts';
import { unreadableFileResult } from '../checking/unreadable-file-result.ts';

interface Checked {
  readonly file: string;
  readonly language: Language;
  readonly terms: Terms;
  readonly context: CheckContext;
}

/**
 * Returns a check result with the keys of `tallgrunn check --json` and two more. `counts`: number of findings by code.
 * `findingsLeftOut`: number of findings beyond those the response can hold.
 */
export function checkJson(outcome: CheckOutcome, { file, language, terms, context }: Checked): Record<string, unknown> {
  const summary = outcome.verdict ?? unreadableFileResult(outcome.stoppedBy ?? 'crash', { terms, context });
  const findings = outcome.verdict ? outcome.findings : summary.groups.map(({ example }) => example);
  const found = Object.values(summary.counts).reduce((sum, count) => sum + count, 0);
  return {
    ...checkResultJson(file, { ...summary, findings, further: [] }, language),
    counts: summary.counts,
    findingsLeftOut: Math.max(0, found - findings.length),
  };
}
