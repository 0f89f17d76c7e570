import type { Language } from '@tallgrunn/values';
import type { Finding } from './finding.ts';
import { questionsOf } from './findings/questions-of.ts';
import { labelOf, messageOf, titleOf } from './texts/message-of.ts';
import type { CheckResult } from './check-result.ts';

/** Returns one finding for other programs, with its message in one language. */
export function findingJson(finding: Finding, language: Language): Record<string, unknown> {
  const { fix } = finding;
  return {
    code: finding.code,
    class: finding.class,
    severity: finding.severity,
    place: finding.place,
    found: finding.found,
    expected: finding.expected,
    params: finding.params,
    message: messageOf(finding, language),
    fix: fix ? { kind: fix.kind, label: labelOf(fix, language), params: fix.params, patches: fix.patches } : null,
    ...(finding.cause !== undefined && { cause: finding.cause }),
    ...(finding.amount !== undefined && { amount: finding.amount }),
    ...(finding.overridable && { overridable: true }),
    ...(finding.overridden && { overridden: true }),
  };
}

/**
 * Returns a check result as `tallgrunn check --json` prints it, one object per file:
 * {file, ok, rows, accepted, totals, findings, questions, terms, context, engine}. Rows are 1-based as in the file,
 * decimals are text.
 */
export function checkResultJson(file: string, checkResult: CheckResult, language: Language): Record<string, unknown> {
  return {
    file,
    ok: checkResult.ok,
    rows: checkResult.rows,
    accepted: checkResult.accepted,
    totals: checkResult.totals,
    findings: checkResult.findings.map((finding) => findingJson(finding, language)),
    questions: questionsOf(checkResult.groups).map(({ code, severity, count, kroner, groups }) => ({
      code,
      severity,
      title: titleOf(code, language),
      count,
      causes: groups.length,
      kroner,
    })),
    // Only for files with more than 100,000 findings of a code: the rows of the further ones.
    ...(checkResult.further.length > 0 && {
      further: checkResult.further.map(({ code, sheet, rows }) => ({ code, sheet, rows: [...rows] })),
    }),
    terms: checkResult.terms,
    context: checkResult.context,
    engine: checkResult.engine,
  };
}
