import { emptyFile } from '../checks/empty-file.ts';
import { cannotBeJudged } from '../checks/cannot-be-judged.ts';
import { fileUnreadable } from '../checks/file-unreadable.ts';
import type { Need, Said } from '../check.ts';
import type { Params, ParamValue, Place } from '../finding.ts';
import type { FindingLog } from '../findings/finding-log.ts';
import type { CompiledPlan } from '../plan/compile-plan.ts';

/** What terms can be expected to come with; a report without the rest is judged without a word. */
const expectedNeeds: readonly Need[] = ['items', 'prices', 'buyers', 'period'];

/** Codes of `tabular` that mean that there is nothing in the file. */
const emptyCodes = new Set(['file-empty', 'no-rows']);

/** Where reading ended, and over which limit. */
function toldBy({ sheet, row, found, expected }: Params): Pick<Said, 'place' | 'found' | 'expected'> {
  const text = (value: ParamValue | undefined): string | null => (typeof value === 'number' ? String(value) : null);
  const place: Place | null =
    typeof row === 'number' ? { sheet: sheet ? String(sheet) : null, row, column: null, cell: null } : null;
  return { ...(place && { place }), found: text(found), expected: text(expected) };
}

/** A file that cannot be read is one finding, whatever the terms say. */
export function sayReadProblem(log: FindingLog, code: string, params: Params): void {
  const check = emptyCodes.has(code) ? emptyFile : fileUnreadable;
  log.add(
    { check, severity: 'blocksFile', overridable: false, params: {} },
    { params, cause: code, ...toldBy(params) },
  );
}

/** Says once for each thing that is not known which questions stay open. */
export function sayUnknown(log: FindingLog, plan: CompiledPlan): void {
  const planned = plan.terms.checks?.find((each) => each.id === cannotBeJudged.id);
  if (planned?.severity === 'off') return;
  for (const need of expectedNeeds) {
    const checks = plan.unknown.get(need);
    if (checks)
      log.add(
        { check: cannotBeJudged, severity: 'info', overridable: false, params: {} },
        { params: { need, checks: checks.join(', ') }, cause: need },
      );
  }
}
