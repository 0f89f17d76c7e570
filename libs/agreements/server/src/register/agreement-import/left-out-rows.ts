import { registerFieldNames } from './register-fields.ts';
import { textOf, type SourceRow } from './source-row.ts';

/** Reason why a row is not part of an agreement: it is a note or a total, or a person excluded it. */
export type ExclusionReason = 'no-agreement' | 'sum' | 'answered' | 'supplier-answered';

export interface ExcludedRow {
  readonly row: number;
  readonly text: string;
  readonly reason: ExclusionReason;
}

const sumWords =
  /^(delsum|sum|totalsum|total(t|e)?|i alt|til sammen|tilsammen|subtotal|grand total|antall|tal på|number of|count)\b/i;

/** Separates rows of agreements from totals, notes and group headings. */
export function separateRows(rows: readonly SourceRow[]): { agreements: SourceRow[]; leftOut: ExcludedRow[] } {
  const cases = Map.groupBy(rows, (row) => textOf(row, 'caseNumber'));
  const agreements: SourceRow[] = [];
  const excluded: ExcludedRow[] = [];
  for (const row of rows) {
    const reason = reasonOf(row, cases.get(textOf(row, 'caseNumber')) ?? []);
    if (reason === null) agreements.push(row);
    else excluded.push(excludedRow(row, reason));
  }
  return { agreements, leftOut: excluded };
}

export const excludedRow = (row: SourceRow, reason: ExclusionReason): ExcludedRow => ({
  row: row.row,
  text: row.text,
  reason,
});

function reasonOf(row: SourceRow, ofCase: readonly SourceRow[]): ExclusionReason | null {
  const says = (field: Parameters<typeof textOf>[1]) => textOf(row, field) !== '';
  if (says('caseNumber') && says('title') && says('supplierName')) return null;
  if (isSum(row)) return 'sum';
  const isOfCase = says('caseNumber') && ofCase.some((other) => other !== row && textOf(other, 'title') !== '');
  if (says('supplierName') || isOfCase || (says('caseNumber') && says('title'))) return null;
  const isAgreement = says('startsOn') || registerFieldNames.filter(says).length > 2;
  return (says('caseNumber') || says('title')) && isAgreement ? null : 'no-agreement';
}

/**
 * Returns whether a row is a total. A supplier may be called "Total Norge AS", so in the supplier column only a word
 * with a number counts.
 */
function isSum(row: SourceRow): boolean {
  const supplier = textOf(row, 'supplierName');
  if (sumWords.test(textOf(row, 'caseNumber')) || sumWords.test(textOf(row, 'title'))) return true;
  if (supplier === '') return sumWords.test(row.text);
  return /^(antall|tal på|sum|number of)\b.*\d/i.test(supplier) && textOf(row, 'supplierNumber') === '';
}
