import type { Row } from '@tallgrunn/tabular';
import type { Header } from './find-header.ts';
import type { LedgerLine } from './ledger-line.ts';
import type { LedgerField } from './ledger-profile.ts';

/** Labels of grand totals. Printed ledgers contain rows that are not postings: totals, repeated headers and remarks. */

const totalPattern = /^(?:grand total|sub ?total|total|totalt|sum|totalsum|sluttsum|delsum|i alt)\s*:?$/i;
/** Matches section totals: "Sum 115", "Matvarer sum". */
const sectionTotalPattern = /^(?:(?:sub ?total|total|totalt|sum|delsum)\s.{1,60}|.{1,60}\s(?:sum|total|totalt))$/i;
const anyTotalPattern = new RegExp(`${totalPattern.source}|${sectionTotalPattern.source}`, 'i');

/** Fields that identify the payee. A row with one of them is a posting, not a total or remark. */
const parties: readonly LedgerField[] = ['supplierName', 'supplierNumber', 'supplierOrgNumber'];

/**
 * Fields that a posting has and a total does not. A row with three of them is a posting, even if a cell contains a word
 * for a total.
 */
const postingFields: readonly LedgerField[] = [
  'voucherNumber',
  'invoiceNumber',
  'supplierNumber',
  'supplierOrgNumber',
  'account',
  'voucherDate',
  'invoiceDate',
];

/**
 * Returns whether a file has postings with their usual fields (at least four of them). In a budget or a list of
 * payments, rows have too few fields. There only the exact word for a total identifies a total row.
 */
export const hasPostingColumns = ({ columns }: Header): boolean =>
  postingFields.filter((field) => columns[field] !== undefined).length >= 4;

export function isTotal({ cells }: Row, raw: LedgerLine['raw'], hasPostings: boolean): boolean {
  const isLabel = hasPostings && hasNoParty(raw) ? anyTotalPattern : totalPattern;
  return (
    cells.some((cell) => cell.kind === 'text' && isLabel.test(cell.text.trim())) &&
    postingFields.filter((field) => raw[field] !== undefined && !isLabel.test(raw[field])).length < 3
  );
}

/** Returns the label of a total row. */
export const totalLabel = ({ cells }: Row): string =>
  cells.find((cell) => anyTotalPattern.test(cell.text.trim()))?.text.trim() ?? '';

/** Returns whether a row repeats the header, as on the next page of a printout. */
export function isHeading({ cells }: Row, { columns, headings }: Header): boolean {
  let same = 0;
  for (const field in columns)
    if (cells[columns[field as LedgerField]!]?.text.trim() === headings[columns[field as LedgerField]!]) same += 1;
  return same >= 3;
}

/**
 * Returns whether a row is a remark such as "Page 2" or "printed by": a single cell with a word of three letters or
 * more.
 */
export function isRemark({ cells }: Row, raw: LedgerLine['raw'], hasPostings: boolean): boolean {
  return (
    hasPostings &&
    hasNoParty(raw) &&
    cells.filter(({ kind, text }) => kind !== 'empty' && text.trim() !== '').length === 1 &&
    Object.values(raw).every((text) => /\p{L}{3,}/u.test(text ?? ''))
  );
}

const hasNoParty = (raw: LedgerLine['raw']): boolean => parties.every((field) => raw[field] === undefined);
