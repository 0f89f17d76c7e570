import { emptyFile } from '../checks/empty-file.ts';
import { cannotEvaluate } from '../checks/cannot-evaluate.ts';
import { fileUnreadable } from '../checks/file-unreadable.ts';
import type { Need, FindingInput } from '../check.ts';
import type { Params, ParamValue, FindingLocation } from '../finding.ts';
import type { FindingLog } from '../findings/finding-log.ts';
import type { CompiledPlan } from '../plan/compile-plan.ts';
import { termsChecks } from '../terms/terms-checks.ts';

/** Data that terms normally come with; when any other data is missing, nothing is reported. */
const expectedNeeds: readonly Need[] = ['items', 'prices', 'buyers', 'period'];

/** Read problem codes of `tabular` for an empty file. */
const emptyCodes = new Set(['file-empty', 'no-rows']);

/** Returns where reading ended, and the limit that was exceeded. */
function readLimitOf({ sheet, row, found, expected }: Params): Pick<FindingInput, 'place' | 'found' | 'expected'> {
  const text = (value: ParamValue | undefined): string | null => (typeof value === 'number' ? String(value) : null);
  const place: FindingLocation | null =
    typeof row === 'number' ? { sheet: sheet ? String(sheet) : null, row, column: null, cell: null } : null;
  return { ...(place && { place }), found: text(found), expected: text(expected) };
}

/** Reports an unreadable file as one finding, whatever the terms state. */
export function reportReadProblem(log: FindingLog, code: string, params: Params): void {
  const check = emptyCodes.has(code) ? emptyFile : fileUnreadable;
  log.add(
    { check, severity: 'blocksFile', overridable: false, params: {} },
    { params, cause: code, ...readLimitOf(params) },
  );
}

/** Reports once per missing piece of data which checks could not be evaluated. */
export function reportMissingData(log: FindingLog, plan: CompiledPlan): void {
  const planned = termsChecks(plan.terms).find((each) => each.id === cannotEvaluate.id);
  if (planned?.severity === 'off') return;
  for (const need of expectedNeeds) {
    const checks = plan.unknown.get(need);
    if (checks)
      log.add(
        { check: cannotEvaluate, severity: 'info', overridable: false, params: {} },
        { params: { need, checks: checks.join(', ') }, cause: need },
      );
  }
}
