import type { Row } from '@tallgrunn/tabular';
import { classInAccount, readAccountClass } from './account-class.ts';
import { accountCode, isArt } from './account-code.ts';
import type { Header } from './find-header.ts';
import type { LedgerProfile } from './ledger-profile.ts';

/** So few rows prove nothing of how codes are made. */
const ROWS_MIN = 5;

/** A row as far as the class goes: its account's code as written and as read, and its cells. */
interface Sampled {
  readonly written: string;
  readonly code: string;
  readonly cells: readonly string[];
}

/**
 * What tells the account class in this file, for a profile that has several names for the column: then it is looked for, and what the column holds must bear it out. Else the
 * column of another account's code that begins with the class and goes on with the row's own art; else the account's own code. A code is taken to begin with the class only where that of every row
 * does, and where some begin with 1: where all begin with 0 they are filled up. A profile that a person has given one column, or none, is left as it is.
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
  const told =
    named === undefined
      ? []
      : rows.filter(({ row }) => row > header.row).flatMap(({ cells }) => cells[named]?.text.trim() || []);
  if (named !== undefined && told.length > 0 && told.every((text) => readAccountClass(text) !== null))
    return { columns: { ...profile.columns, accountClass: header.headings[named]! } };
  const taken = new Set(Object.values(header.columns));
  const beside = header.headings.findIndex(
    (heading, column) =>
      heading !== '' &&
      !taken.has(column) &&
      isClassFirst(sample.map(({ cells, code }) => [cells[column] ?? '', code])),
  );
  if (beside >= 0) return { columns: { ...others, accountClass: header.headings[beside]! } };
  return isClassFirst(sample.map(({ written, code }) => [written, code]))
    ? { columns: others, accountClass: { inAccount: true } }
    : { columns: others };
}

/** Rows with an account that is an art: what other rows have for a code says nothing of purchases. */
function sampleOf(profile: LedgerProfile, { columns: { account } }: Header, rows: readonly Row[]): Sampled[] {
  return rows.flatMap(({ cells: row }) => {
    const cells = row.map((cell) =>
      (cell.kind === 'number' && /^\d+$/.test(cell.shown ?? '') ? cell.shown! : cell.text).trim(),
    );
    const written = account === undefined ? '' : (cells[account] ?? '');
    const { code } = accountCode(written, profile.account);
    return code !== null && isArt(code) && /\d/.test(written) ? [{ written, code, cells }] : [];
  });
}

function isClassFirst(codes: readonly (readonly [written: string, code: string])[]): boolean {
  const read = codes.map(([written, code]) => classInAccount(written, code));
  return read.length >= ROWS_MIN && read.every((each) => each !== null) && read.includes('operating');
}
