import { emptyFile } from '../checks/empty-file.ts';
import { cannotBeJudged } from '../checks/cannot-be-judged.ts';
import { fileUnreadable } from '../checks/file-unreadable.ts';
import type { Need, Said } from '../check.ts';
import type { Params, ParamValue, Place } from '../finding.ts';
import type { FindingLog } from '../findings/finding-log.ts';
import type { CompiledPlan } from '../plan/compile-plan.ts';

/** Data that terms normally come with; when any other data is missing, nothing is reported. */
const expectedNeeds: readonly Need[] = ['items', 'prices', 'buyers', 'period'];

/** Read problem codes of `tabular` for an empty file. */
const emptyCodes = new Set(['file-empty', 'no-rows']);

/** Returns where reading ended, and the limit that was exceeded. */
function toldBy({ sheet, row, found, expected }: Params): Pick<Said, 'place' | 'found' | 'expected'> {
  const text = (value: ParamValue | undefined): string | null => (typeof value === 'number' ? String(value) : null);
  const place: Place | null =
    typeof row === 'number' ? { sheet: sheet ? String(sheet) : null, row, column: null, cell: null } : null;
  return { ...(place && { place }), found: text(found), expected: text(expected) };
}

/** Reports an unreadable file as one finding, whatever the terms state. */
export function sayReadProblem(log: FindingLog, code: string, params: Params): void {
  const check = emptyCodes.has(code) ? emptyFile : fileUnreadable;
  log.add(
    { check, severity: 'blocksFile', overridable: false, params: {} },
    { params, cause: code, ...toldBy(params) },
  );
}

/** Reports once per missing piece of data which checks could not be evaluated. */
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
