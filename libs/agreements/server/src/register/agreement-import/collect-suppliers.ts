import type { ReadValues } from './ask-values.ts';
import type { ImportQuestions } from './import-questions.ts';
import type { DraftSupplier } from './draft.ts';
import { resolveSingleValue } from './resolve-single-value.ts';
import type { ImportedParty } from './party.ts';
import { textOf, type SourceRow } from './source-row.ts';

/** Collects the suppliers of an agreement and its lots, each once. Asks when rows of the same supplier disagree. */
export function collectSuppliers(
  caseNumber: string,
  rows: readonly SourceRow[],
  suppliers: ReadonlyMap<number, ImportedParty>,
  ask: ReadValues,
  doubts: ImportQuestions,
): DraftSupplier[] {
  const groups = Map.groupBy(
    rows.filter(({ row }) => suppliers.has(row)),
    (row) => `${suppliers.get(row.row)?.key ?? ''}|${lotOf(row)?.toLowerCase() ?? ''}`,
  );
  return [...groups.values()].flatMap((group): DraftSupplier[] => {
    const supplier = suppliers.get(group[0]?.row ?? 0);
    if (!supplier) return [];
    const about = { caseNumber, rows: group, doubts };
    const one = <T>(field: string, read: (row: SourceRow) => T | null, text: (value: T) => string): T | null => {
      const values = group.map(read);
      const chosen = resolveSingleValue(
        about,
        `${supplier.name}|${lotOf(group[0] as SourceRow) ?? ''}|${field}`,
        values.map((value) => (value === null ? null : text(value))),
      );
      return values.find((value) => value !== null && text(value) === chosen) ?? null;
    };
    return [
      {
        supplier,
        lot: lotOf(group[0] as SourceRow),
        fromOn: one('supplierFrom', (row) => ask.day(row, 'supplierFrom'), String),
        untilOn: one('supplierUntil', (row) => ask.day(row, 'supplierUntil'), String),
        rank: one('rank', (row) => ask.rank(row), String),
        share: one('share', (row) => ask.share(row), String),
        clauseStatus: one('clauseStatus', (row) => ask.clause(row), String),
      },
    ];
  });
}

const lotOf = (row: SourceRow): string | null => textOf(row, 'lotKey').slice(0, 40) || null;
