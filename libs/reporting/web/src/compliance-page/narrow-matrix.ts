import type { ComplianceCellDto, ComplianceRowDto } from '@tallgrunn/api-client/shapes';

export interface MatrixFilter {
  readonly agreement?: string;
  /** Only agreements that the current user is responsible for. */
  readonly isMine?: boolean;
  /** Rows with a cell in any of these states; empty: all rows. */
  readonly states?: readonly string[];
  /** Text in the number or title of the agreement, or in the supplier's name. */
  readonly search?: string;
}

/** Returns the rows that match the filter. */
export function filterMatrix(
  rows: readonly ComplianceRowDto[],
  { agreement = '', isMine = false, states = [], search = '' }: MatrixFilter,
): readonly ComplianceRowDto[] {
  const searchText = search.trim().toLowerCase();
  return rows.filter(
    (row) =>
      (agreement === '' || row.agreement.id === agreement) &&
      (!isMine || row.agreement.isMine) &&
      (states.length === 0 || row.cells.some(({ state }) => states.includes(state))) &&
      `${row.agreement.number} ${row.agreement.title} ${row.supplier.name}`.toLowerCase().includes(searchText),
  );
}

/** States that require action, most serious first. */
const urgent = ['overdue', 'returned', 'partly', 'submitted', 'due-soon'] as const;

/** Sorts agreements: longest overdue first, then those that require action, then the others in their original order. */
export function byUrgency(rows: readonly ComplianceRowDto[]): readonly ComplianceRowDto[] {
  const groups = [...Map.groupBy(rows, ({ agreement }) => agreement.id).values()];
  return groups
    .map((group) => ({ group, weight: urgencyKey(group.flatMap(({ cells }) => cells)) }))
    .toSorted((a, b) => compareUrgency(a.weight, b.weight))
    .flatMap(({ group }) => group);
}

/** Returns the sort key: the most days late, then the number of cells in each urgent state. */
function urgencyKey(cells: readonly ComplianceCellDto[]): readonly number[] {
  const late = Math.max(0, ...cells.filter(({ state }) => state === 'overdue').map(({ daysLate }) => daysLate));
  return [late, ...urgent.map((state) => cells.filter((cell) => cell.state === state).length)];
}

function compareUrgency(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at < 0 ? 0 : (b[at] ?? 0) - (a[at] ?? 0);
}
