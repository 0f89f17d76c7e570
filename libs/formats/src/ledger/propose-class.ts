import type { Row } from '@tallgrunn/tabular';
import { classInAccount, readAccountClass } from './account-class.ts';
import { accountCode, isArt } from './account-code.ts';
import type { Header } from './find-header.ts';
import type { LedgerProfile } from './ledger-profile.ts';

/** Minimum number of rows; fewer do not show how codes are formed. */
const ROWS_MIN = 5;

/** A row for detecting the class: its account code as written and as parsed, and its cells. */
interface SampledRow {
  readonly written: string;
  readonly code: string;
  readonly cells: readonly string[];
}

/**
 * Detects the source of the account class in a file, for a profile with several possible headings for the column.
 * First choice is a column with one of those headings, if all its values can be read. Second is a column with another
 * account code that begins with the class and continues with the row's art. Third is the account code itself.
 * A code counts as beginning with the class only if this is true for every row and some codes begin with 1: if all
 * begin with 0, they are padded.
 * A profile to which a person assigned one column, or none, is returned unchanged.
 */
export function proposeClass(
  profile: LedgerProfile,
  header: Header,
  rows: readonly Row[],
): Pick<LedgerProfile, 'columns' | 'accountClass'> {
  const { accountClass: names, ...others } = profile.columns;
  if (!Array.isArray(names) || profile.accountClass !== undefined) return profile;
  const sample = sampleOf(
    profile,
    header,
    rows.filter(({ row }) => row > header.row),
  );
  const named = header.columns.accountClass;
  const values =
    named === undefined
      ? []
      : rows.filter(({ row }) => row > header.row).flatMap(({ cells }) => cells[named]?.text.trim() || []);
  if (named !== undefined && values.length > 0 && values.every((text) => readAccountClass(text) !== null))
    return { columns: { ...profile.columns, accountClass: header.headings[named]! } };
  const taken = new Set(Object.values(header.columns));
  const adjacentColumn = header.headings.findIndex(
    (heading, column) =>
      heading !== '' &&
      !taken.has(column) &&
      beginsWithClass(sample.map(({ cells, code }) => [cells[column] ?? '', code])),
  );
  if (adjacentColumn >= 0) return { columns: { ...others, accountClass: header.headings[adjacentColumn]! } };
  return beginsWithClass(sample.map(({ written, code }) => [written, code]))
    ? { columns: others, accountClass: { inAccount: true } }
    : { columns: others };
}

/** Returns the rows whose account is a KOSTRA art. Other rows are no evidence of how purchases are coded. */
function sampleOf(profile: LedgerProfile, { columns: { account } }: Header, rows: readonly Row[]): SampledRow[] {
  return rows.flatMap(({ cells: row }) => {
    const cells = row.map((cell) =>
      (cell.kind === 'number' && /^\d+$/.test(cell.shown ?? '') ? cell.shown! : cell.text).trim(),
    );
    const written = account === undefined ? '' : (cells[account] ?? '');
    const { code } = accountCode(written, profile.account);
    return code !== null && isArt(code) && /\d/.test(written) ? [{ written, code, cells }] : [];
  });
}

function beginsWithClass(codes: readonly (readonly [written: string, code: string])[]): boolean {
  const read = codes.map(([written, code]) => classInAccount(written, code));
  return read.length >= ROWS_MIN && read.every((each) => each !== null) && read.includes('operating');
}
