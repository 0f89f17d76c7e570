import type { QuestionOption, ImportQuestions } from './import-questions.ts';
import { textOf, type SourceRow } from './source-row.ts';

export interface RowsOfAgreement {
  readonly caseNumber: string;
  readonly rows: readonly SourceRow[];
  readonly doubts: ImportQuestions;
}

/** Answer of a person when rows differ because each lot has its own value. */
export const PER_LOT = 'per-lot';

export const lotOf = (row: SourceRow): string => textOf(row, 'lotKey').toLowerCase();

/**
 * Returns the value that the rows agree on, ignoring empty ones. When they differ, asks a person, with the most
 * frequent value first.
 */
export function resolveSingleValue(
  about: RowsOfAgreement,
  field: string,
  values: readonly (string | null)[],
  alike: (text: string) => string = (text) => text,
): string | null {
  const groups = groupsOf(values, alike);
  if (groups.length < 2) return groups[0] ?? null;
  return askForValue(about, field, groups, []);
}

/**
 * Like `resolveSingleValue`, but may return PER_LOT: rows that differ between lots and agree within each may state
 * values of the lots.
 */
export function resolveValueOrPerLot(
  about: RowsOfAgreement,
  field: string,
  values: readonly (string | null)[],
): string | null {
  const groups = groupsOf(values, (text) => text);
  if (groups.length < 2) return groups[0] ?? null;
  const byLot = Map.groupBy(
    values.map((value, at) => ({ value, lot: about.rows[at] ? lotOf(about.rows[at]) : '' })),
    ({ lot }) => lot,
  );
  const isPerLot =
    !byLot.has('') && [...byLot.values()].every((group) => new Set(group.flatMap(({ value }) => value ?? [])).size < 2);
  return askForValue(about, field, groups, isPerLot ? [{ id: PER_LOT }] : []);
}

function groupsOf(values: readonly (string | null)[], alike: (text: string) => string): string[] {
  const stated = values.filter((value): value is string => value !== null && value !== '');
  return [...Map.groupBy(stated, alike).values()]
    .toSorted((a, b) => b.length - a.length)
    .map((group) => group[0] ?? '');
}

function askForValue(
  { caseNumber, rows, doubts }: RowsOfAgreement,
  field: string,
  options: readonly string[],
  first: readonly QuestionOption[],
): string {
  const choices = [...first, ...options.map((value) => ({ id: `value:${value}`, params: { value } }))];
  const { choice } = doubts.answerFor({
    kind: 'values-differ',
    key: `${caseNumber}|${field}`,
    rows: rows.map(({ row }) => row),
    found: { caseNumber, field, values: options.join(' · ') },
    choices,
    proposed: choices[0]?.id ?? '',
  });
  return choice === PER_LOT ? PER_LOT : choice.slice('value:'.length);
}
