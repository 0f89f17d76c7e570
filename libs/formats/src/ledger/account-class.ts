import { digitsOf } from './account-code.ts';
import type { LedgerLine } from './ledger-line.ts';
import type { AccountClass, LedgerProfile } from './ledger-profile.ts';

/** Headings of the column with the account class (kontoklasse), compared without case, spaces and punctuation. */
export const accountClassHeadings = [
  'Kontoklasse',
  'Konto klasse',
  'Kontoklassekode',
  'Kontokl',
  'Regnskapsdel',
  'Rekneskapsdel',
  'Drift/investering',
  'Investering/drift',
  'Drift/inv',
  'Inv/drift',
  'Drift el. investering',
  'Drift eller investering',
  'D/I',
  'I/D',
  'Regnskapstype',
  'Rekneskapstype',
  'Type regnskap',
  'Kontoklasse (T)',
  'Klasse',
  'Kl',
  'Account class',
  'Account class code',
  'Operating/investment',
  'Operating/capital',
  'Capital/operating',
  'Capital/revenue',
  'Revenue/capital',
] as const;

/** Accepted values of the account class column, for messages to users. */
export const READABLE_CLASSES = '0, 1, I, D, investering, drift';

/** Account class 0 is the investment accounts, 1 the operating accounts. */
const classByDigit: Readonly<Record<string, AccountClass>> = { '0': 'investment', '1': 'operating' };
const classPatterns: readonly (readonly [AccountClass, RegExp])[] = [
  [
    'operating',
    /^(?:d|dr|drift|drifts?(?:regnskap|rekneskap)(?:et)?|drifts?konto|driftsutgift(?:er)?|operating(?: accounts?| costs?)?|operations?|opex|revenue)$/,
  ],
  [
    'investment',
    /^(?:i|inv|invest|investering(?:er|a|ane)?|investerings?(?:regnskap|rekneskap)(?:et)?|investeringskonto|investeringsutgift(?:er)?|investments?(?: accounts?)?|capital(?: accounts?)?|capex)$/,
  ],
];
/** Matches "1", "01", "1.0", "0 Investering", "1 - Drift", "Kontoklasse 0", "Inv.". */
const classCell =
  /^(?:(?:konto)?klasse\s*)?(?:0*([01])(?:[.,]0+)?)?(?:\s*[-–:.]\s*|\s+|(?<!\d)(?=\p{L}))?(\p{L}[\p{L} ]*)?\.?$/u;

/** Parses a cell of an account class column. Null when it states no class, or digit and text that differ. */
export function readAccountClass(written: string): AccountClass | null {
  const [, digit, word] = classCell.exec(written.normalize('NFC').trim().toLowerCase().replace(/\s+/g, ' ')) ?? [];
  const classes = [
    ...(digit === undefined ? [] : [classByDigit[digit]]),
    ...(word === undefined ? [] : [classPatterns.find(([, pattern]) => pattern.test(word.trim()))?.[0]]),
  ];
  return classes.length > 0 && classes.every((each) => each !== undefined && each === classes[0]) ? classes[0]! : null;
}

/**
 * Returns the class from the digit before the account, as in "11150" with the account 115. Null when the account does
 * not directly follow a class digit.
 */
export function classInAccount(written: string, code: string | null): AccountClass | null {
  const digits = digitsOf(written);
  return code !== null && /^\d{3,}$/.test(code) && /^\d+$/.test(digits) && digits.startsWith(code, 1)
    ? (classByDigit[digits[0]!] ?? null)
    : null;
}

/** The account class of a posting, and the field that should have stated it but could not be read (null when none). */
export interface StatedClass {
  readonly accountClass: AccountClass | null;
  readonly unread: 'accountClass' | 'account' | null;
}

/**
 * Returns the account class from the row's own column. Without that column, the profile decides: the first digit of the
 * account code, or one class for the whole file. An unreadable value gives null.
 * The class column may also contain the complete ledger account when the row has its KOSTRA art in another column.
 * @param code account of the row
 */
export function accountClassOf(
  { accountClass: stated, account }: LedgerLine['raw'],
  code: string | null,
  { accountClass: rule }: LedgerProfile,
): StatedClass {
  if (stated !== undefined) {
    const read = readAccountClass(stated) ?? classInAccount(stated, code);
    return { accountClass: read, unread: read === null ? 'accountClass' : null };
  }
  if (rule?.inAccount && account !== undefined) {
    const read = classInAccount(account, code);
    return { accountClass: read, unread: read === null ? 'account' : null };
  }
  return { accountClass: rule?.all ?? null, unread: null };
}
