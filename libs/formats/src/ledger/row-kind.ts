import type { Row } from '@tallgrunn/tabular';
import type { Header } from './find-header.ts';
import type { LedgerLine } from './ledger-line.ts';
import type { LedgerField } from './ledger-profile.ts';

/** What a row is that is no posting: a total, the headings again, or a remark, as ledgers have them that people print. */

const totalWords = /^(?:grand total|sub ?total|total|totalt|sum|totalsum|sluttsum|delsum|i alt)\s*:?$/i;
/** "Sum 115", "Matvarer sum". */
const partWords = /^(?:(?:sub ?total|total|totalt|sum|delsum)\s.{1,60}|.{1,60}\s(?:sum|total|totalt))$/i;
const anyTotal = new RegExp(`${totalWords.source}|${partWords.source}`, 'i');

/** Who is paid: with one of them a row is a posting or a part of one, and no sum of several and no remark. */
const parties: readonly LedgerField[] = ['supplierName', 'supplierNumber', 'supplierOrgNumber'];

/** Fields that a posting has and a row of totals does not: with three of them a row that has the word for a total somewhere is a posting. */
const postingFields: readonly LedgerField[] = [
  'voucherNumber',
  'invoiceNumber',
  'supplierNumber',
  'supplierOrgNumber',
  'account',
  'voucherDate',
  'invoiceDate',
];

/** Whether a file has postings with what belongs to them; of a budget, or a list of payments, a row says too little to be told from other rows by more than the very word for a total. */
export const isOfPostings = ({ columns }: Header): boolean =>
  postingFields.filter((field) => columns[field] !== undefined).length >= 4;

export function isTotal({ cells }: Row, raw: LedgerLine['raw'], ofPostings: boolean): boolean {
  const isLabel = ofPostings && nobodyIn(raw) ? anyTotal : totalWords;
  return (
    cells.some((cell) => cell.kind === 'text' && isLabel.test(cell.text.trim())) &&
    postingFields.filter((field) => raw[field] !== undefined && !isLabel.test(raw[field])).length < 3
  );
}

/** What a total is called in its row. */
export const totalLabel = ({ cells }: Row): string =>
  cells.find((cell) => anyTotal.test(cell.text.trim()))?.text.trim() ?? '';

/** The headings again, as on the next page of a print. */
export function isHeading({ cells }: Row, { columns, headings }: Header): boolean {
  let same = 0;
  for (const field in columns)
    if (cells[columns[field as LedgerField]!]?.text.trim() === headings[columns[field as LedgerField]!]) same += 1;
  return same >= 3;
}

/** "Page 2", "printed by": a cell alone, and no number. */
export function isRemark({ cells }: Row, raw: LedgerLine['raw'], ofPostings: boolean): boolean {
  return (
    ofPostings &&
    nobodyIn(raw) &&
    cells.filter(({ kind, text }) => kind !== 'empty' && text.trim() !== '').length === 1 &&
    Object.values(raw).every((text) => /\p{L}{3,}/u.test(text ?? ''))
  );
}

const nobodyIn = (raw: LedgerLine['raw']): boolean => parties.every((field) => raw[field] === undefined);
