import { accountClasses, isAccountRange, ledgerFields, ledgerParties, ledgerTexts } from '@tallgrunn/formats';
import type { LedgerField, LedgerProfile, LedgerScale, VatStatus } from '@tallgrunn/formats';

export const systems = ['kostra', 'ns4102', 'dfo'] as const;

/**
 * Sources of the account class when the file has no column for it: none, first digit of the account code, or one class
 * for the whole file.
 */
export const classRules = ['none', 'in-account', ...accountClasses] as const;

/** An import profile as entered in the form: a heading per field; '' for none. */
export interface DraftProfile {
  readonly name: string;
  readonly headings: Readonly<Record<LedgerField, string>>;
  readonly system: (typeof systems)[number];
  /** Number of digits from the end of the code that are the account; empty for the whole code. */
  readonly last: string;
  readonly accountClass: (typeof classRules)[number];
  readonly sign: LedgerProfile['sign'];
  /** Number of kroner per unit of the file's amounts, as text. */
  readonly scale: `${LedgerScale}`;
  readonly vat: VatStatus;
  /** Codes and ranges of cost centres that book including VAT, as typed; empty for none. */
  readonly grossCentres: string;
  /** Rate per VAT code, as typed: "1: 25 %, 11: 15 %"; empty for none. */
  readonly rates: string;
  readonly parties: (typeof ledgerParties)[number];
  /** Codes and ranges of the imported accounts, as typed; empty for those of the chart. */
  readonly accounts: string;
  readonly text: (typeof ledgerTexts)[number];
}

const emptyHeadings = Object.fromEntries(ledgerFields.map((field) => [field, ''])) as Record<LedgerField, string>;

/**
 * Returns a draft for the headings of a file, based on a profile that knows some of them; without one, empty fields.
 */
export function createDraft(
  columns: Readonly<Partial<Record<LedgerField, string>>>,
  from: LedgerProfile | null,
): DraftProfile {
  return {
    name: from?.name ?? '',
    headings: { ...emptyHeadings, ...columns },
    system: systems.find((system) => system === from?.account.system) ?? 'kostra',
    last: from?.account.last ? String(from.account.last) : '',
    accountClass: from?.accountClass?.inAccount ? 'in-account' : (from?.accountClass?.all ?? 'none'),
    sign: from?.sign ?? 'cost-positive',
    scale: `${from?.numbers.scale ?? 1}`,
    vat: from?.vat.amounts ?? 'net',
    grossCentres: centresOf(from?.vat.byCostCentre, 'gross').join(', '),
    rates: formatRates(from?.vat.rateByCode),
    parties: from?.comesIn?.parties ?? 'organisations',
    accounts: from?.comesIn?.accounts?.join(', ') ?? '',
    text: from?.comesIn?.text ?? 'words',
  };
}

/** Headings used by other systems. Only for guessing columns of a file that matches no profile, never for reading. */
const alternativeHeadings: Readonly<Partial<Record<LedgerField, readonly string[]>>> = {
  voucherNumber: ['Bilag nr', 'Bilagsid', 'Voucher', 'Journal No'],
  voucherDate: ['Bokført dato', 'Bokføringsdato', 'Regnskapsdato', 'Transaction Date'],
  supplierNumber: ['Leverandør id', 'Lev id', 'Lev.nr', 'Vendor No', 'Vendor ID'],
  supplierOrgNumber: ['Foretaksnr', 'Foretaksnummer', 'Org nummer', 'VAT No'],
  account: ['Konto nr', 'Kontonr', 'Kontonummer', 'Account No'],
  accountName: ['Kontobeskrivelse', 'Konto tekst', 'Account Description'],
  amount: ['Netto kr', 'Nettobeløp', 'Beløp NOK', 'Beløp i NOK', 'Kroner', 'Net Amount'],
  vatAmount: ['Mva kr', 'Mva i kr', 'VAT'],
  invoiceNumber: ['Faktura', 'Fakt.nr', 'Invoice'],
  invoiceDate: ['Fakt.dato', 'Dato faktura'],
};

/** Guesses the heading of each field in a file that matches no profile, from the headings in known profiles. */
export function guessColumns(
  headings: readonly string[],
  known: readonly LedgerProfile[],
): Readonly<Partial<Record<LedgerField, string>>> {
  const normalise = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  const free = new Map(headings.map((heading) => [normalise(heading), heading]));
  const guessed: Partial<Record<LedgerField, string>> = {};
  for (const field of ledgerFields) {
    const names = [
      ...known.flatMap(({ columns }) => [columns[field] ?? []].flat()),
      ...(alternativeHeadings[field] ?? []),
    ].map(normalise);
    const name = names.find((each) => free.has(each));
    if (name === undefined) continue;
    guessed[field] = free.get(name);
    free.delete(name);
  }
  return guessed;
}

/** Returns the invalid parts of a draft. */
export function draftErrors({
  name,
  headings,
  accounts,
  grossCentres,
  rates,
}: DraftProfile): readonly ('name' | 'amount' | 'accounts' | 'grossCentres' | 'rates')[] {
  const money = headings.amount !== '' || (headings.debit !== '' && headings.credit !== '');
  return [
    ...(name.trim() === '' ? (['name'] as const) : []),
    ...(money ? [] : (['amount'] as const)),
    ...(parseAccounts(accounts).every(isAccountRange) ? [] : (['accounts'] as const)),
    ...(parseAccounts(grossCentres).every(isAccountRange) ? [] : (['grossCentres'] as const)),
    ...(parseRates(rates) === null ? (['rates'] as const) : []),
  ];
}

/** Returns the cost centres with a given VAT status. */
const centresOf = (by: LedgerProfile['vat']['byCostCentre'], wanted: VatStatus): string[] =>
  Object.entries(by ?? {}).flatMap(([code, status]) => (status === wanted ? code : []));

const parseAccounts = (typed: string): string[] => typed.split(/[,;\s]+/).filter((each) => each !== '');

/** Builds the profile from a draft. Filters and accounts that are not purchases are taken from the original profile. */
export function buildProfile(draft: DraftProfile, from: LedgerProfile | null): LedgerProfile {
  const columns = Object.fromEntries(Object.entries(draft.headings).filter(([, heading]) => heading !== ''));
  const last: { readonly last?: number; readonly classFirst?: boolean } = /^[1-9]$/.test(draft.last.trim())
    ? {
        last: Number(draft.last.trim()),
        ...(from?.account.classFirst && String(from.account.last) === draft.last.trim() ? { classFirst: true } : {}),
      }
    : {};
  const accounts = parseAccounts(draft.accounts);
  return {
    id: profileKey(draft.name),
    name: draft.name.trim(),
    columns,
    account: { ...(last.last === undefined ? partOf(from) : last), system: draft.system },
    ...(draft.accountClass === 'none'
      ? {}
      : { accountClass: draft.accountClass === 'in-account' ? { inAccount: true } : { all: draft.accountClass } }),
    numbers: {
      decimal: from?.numbers.decimal ?? 'auto',
      ...(draft.scale === '1' ? {} : { scale: Number(draft.scale) as LedgerScale }),
    },
    sign: draft.sign,
    ...(from?.dates ? { dates: from.dates } : {}),
    currency: from?.currency ?? 'NOK',
    vat: vatOf(draft, from),
    ...(from?.filters ? { filters: from.filters } : {}),
    ...(from?.notSpend ? { notSpend: from.notSpend } : {}),
    comesIn: { parties: draft.parties, ...(accounts.length > 0 ? { accounts } : {}), text: draft.text },
  };
}

/**
 * Returns the position of the account in its code from the original profile, if the form states no number of digits.
 */
function partOf(from: LedgerProfile | null): Pick<LedgerProfile['account'], 'start' | 'length'> {
  const { start, length } = from?.account ?? {};
  return { ...(start === undefined ? {} : { start }), ...(length === undefined ? {} : { length }) };
}

/** Maximum VAT rate in per cent. A higher value is not a rate. */
const PERCENT_MAX = 30;

/**
 * Parses rates as typed, code first: "1: 25 %, K11 = 15", to shares by code. A decimal comma needs a digit on both
 * sides. Null when any part is invalid.
 */
function parseRates(typed: string): Readonly<Record<string, string>> | null {
  const rates: Record<string, string> = {};
  for (const part of typed
    .split(/;|,(?!\d)|\n/)
    .map((each) => each.trim())
    .filter((each) => each !== '')) {
    const [, code, percent] = /^(\S+?)\s*[:=]\s*(\d{1,2}(?:[.,]\d{1,2})?)\s*%?$/.exec(part) ?? [];
    const value = Number(percent?.replace(',', '.'));
    if (code === undefined || !(value <= PERCENT_MAX) || (value > 0 && value < 1)) return null; // 0.25 is a share, not a percentage
    rates[code] = String(Math.round(value * 100) / 10_000);
  }
  return rates;
}

/** Formats rates by code for display and editing. */
export const formatRates = (rates: LedgerProfile['vat']['rateByCode']): string =>
  Object.entries(rates ?? {})
    .map(([code, rate]) => `${code}: ${String(Math.round(Number(rate) * 10_000) / 100).replace('.', ',')} %`)
    .join('; ');

function vatOf({ vat, grossCentres, rates }: DraftProfile, from: LedgerProfile | null): LedgerProfile['vat'] {
  const { byCostCentre: before, rateByCode: _, ...others } = from?.vat ?? {};
  const kept = Object.entries(before ?? {}).filter(([, status]) => status !== 'gross');
  const byCostCentre = Object.fromEntries([
    ...kept,
    ...parseAccounts(grossCentres).map((code) => [code, 'gross' as const] as const),
  ]);
  const rateByCode = parseRates(rates) ?? {};
  return {
    ...others,
    amounts: vat,
    ...(Object.keys(rateByCode).length > 0 ? { rateByCode } : {}),
    ...(Object.keys(byCostCentre).length > 0 ? { byCostCentre } : {}),
  };
}

/** Derives the key of a profile from its name: "Økonomi 2026" becomes "okonomi-2026". */
function profileKey(name: string): string {
  const plain = name.toLowerCase().replaceAll('æ', 'ae').replaceAll('ø', 'o').replaceAll('å', 'a');
  return (
    plain
      .normalize('NFD')
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '') || 'profile'
  );
}
