import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { verdictJson, type CheckContext, type Finding, type Patch, type Severity, type Terms } from '@tallgrunn/checks';
import { limits, type Language } from '@tallgrunn/values';
import type { FindingRow } from '../check-request.ts';
import type { CheckOutcome } from '../run-check.ts';
import { stoppedVerdict } from '../stopped-verdict.ts';

interface Checked {
  readonly file: string;
  readonly language: Language;
  readonly terms: Terms;
  readonly context: CheckContext;
}

/**
 * What a check said, with the keys of `tallgrunn check --json`, and two more: `counts`, the findings of each code, all of them, and
 * `findingsLeftOut`, how many of them are not listed because there are more than an answer holds.
 */
export async function checkJson(outcome: CheckOutcome, { file, language, terms, context }: Checked): Promise<Record<string, unknown>> {
  const summary = outcome.verdict ?? stoppedVerdict(outcome.stoppedBy ?? 'crash', { terms, context });
  const findings = outcome.verdict ? await firstFindings(outcome.out.findings) : summary.groups.map(({ example }) => example);
  const found = Object.values(summary.counts).reduce((sum, count) => sum + count, 0);
  return {
    ...verdictJson(file, { ...summary, findings, further: [] }, language),
    counts: summary.counts,
    findingsLeftOut: Math.max(0, found - findings.length),
  };
}

async function firstFindings(file: string): Promise<Finding[]> {
  const findings: Finding[] = [];
  const stream = createReadStream(file);
  for await (const line of createInterface({ input: stream, crlfDelay: Infinity })) {
    if (findings.length === limits.sending.findingsMax) break;
    findings.push(findingOf(JSON.parse(line) as FindingRow));
  }
  stream.destroy();
  return findings;
}

function findingOf([code, errorClass, severity, cause, sheet, row, column, cell, found, expected, amount, params, fix]: FindingRow): Finding {
  const placed = sheet !== null || row !== null || column !== null;
  return {
    code,
    class: errorClass,
    severity: severity as Severity,
    place: placed ? { sheet, row, column, cell } : null,
    found,
    expected,
    params: JSON.parse(params) as Finding['params'],
    ...(fix !== null && { fix: JSON.parse(fix) as { kind: string; params: Finding['params']; patches: readonly Patch[] } }),
    ...(cause !== null && { cause }),
    ...(amount !== null && { amount }),
  };
}
