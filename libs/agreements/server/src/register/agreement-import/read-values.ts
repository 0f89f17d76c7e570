import { addDays, isDate, isDecimal, normalise, multiply } from '@tallgrunn/values';
import type { Cell } from '@tallgrunn/tabular';
import type { ClauseStatus, CallOffMethod } from '../call-off-method.ts';

/**
 * A value read from a cell, or its possible values, of which a person chooses. A value of null means that the cell
 * states none.
 */
export type CellReading<T> = { readonly value: T | null } | { readonly maybe: readonly T[] };

const months = [
  'januar',
  'februar',
  'mars',
  'april',
  'mai',
  'juni',
  'juli',
  'august',
  'september',
  'oktober',
  'november',
  'desember',
];
const noValuePattern = /^(-|–|—|ingen|løpende|uten sluttdato|tidsubegrenset|n\/?a|ikke angitt|ubegrenset)$/i;

const iso = (year: string, month: string | number, day: string): string | null => {
  const whole = year.length === 2 ? `20${year}` : year;
  const text = `${whole}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDate(text) ? text : null;
};
const singleReading = (day: string | null): CellReading<string> => (day ? { value: day } : { maybe: [] });

/**
 * Parses a date as people and spreadsheets write it: a date cell, "2026-03-01", "1.3.26", "1. mars 2026". "03/04/2026"
 * is ambiguous.
 */
export function readDay(cell: Cell): CellReading<string> {
  const text = cell.text.trim();
  if (cell.kind === 'date' || /^\d{4}-\d\d-\d\d/.test(text))
    return singleReading(isDate(text.slice(0, 10)) ? text.slice(0, 10) : null);
  if (cell.kind === 'number') return { maybe: serialDay(text) };
  if (noValuePattern.test(text)) return { value: null };
  const dotted = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})\.?$/.exec(text);
  if (dotted) return singleReading(iso(dotted[3] ?? '', dotted[2] ?? '', dotted[1] ?? ''));
  const worded = /^(\d{1,2})\.?\s+([a-zæøå]+)\.?\s+(\d{4})$/i.exec(text);
  if (worded) {
    const name = (worded[2] ?? '').toLowerCase();
    const month = months.findIndex((each) => each === name || (name.length >= 3 && each.startsWith(name)));
    return singleReading(month < 0 ? null : iso(worded[3] ?? '', month + 1, worded[1] ?? ''));
  }
  const slashed = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})$/.exec(text);
  return slashed ? slashedDay(slashed[1] ?? '', slashed[2] ?? '', slashed[3] ?? '') : { maybe: [] };
}

function slashedDay(first: string, second: string, year: string): CellReading<string> {
  const days = [...new Set([iso(year, second, first), iso(year, first, second)].filter((day) => day !== null))];
  return days.length === 1 ? { value: days[0] ?? null } : { maybe: days };
}

/**
 * Returns the day of a spreadsheet serial number between 1990 and 2080, as a proposal; the number may mean something
 * else.
 */
function serialDay(text: string): string[] {
  const serial = Number(text);
  return Number.isInteger(serial) && serial > 32_874 && serial < 65_746 ? [addDays('1899-12-30', serial)] : [];
}

export interface Amount {
  /** Decimal text. */
  readonly value: string;
  readonly currency: string;
}

const currencies: readonly (readonly [RegExp, string])[] = [
  [/\b(GBP|PLN|CZK|HUF|RON|BGN|CHF|ISK)\b/, ''],
  [/\beur\b|€/i, 'EUR'],
  [/\bsek\b/i, 'SEK'],
  [/\bdkk\b/i, 'DKK'],
  [/\busd\b|\$/i, 'USD'],
];

/**
 * Parses an amount: 12000000, "12 000 000,-", "kr 4.500.000", "12,5 mill. kr", "30 MNOK". One with "ca." is a guess,
 * and is asked about.
 */
export function readAmount(cell: Cell): CellReading<Amount> {
  const written = currencies.find(([sign]) => sign.test(cell.text));
  const currency = written ? written[1] || (written[0].exec(cell.text)?.[1] ?? 'NOK') : 'NOK';
  if (cell.kind === 'number')
    return isDecimal(cell.text) ? { value: { value: normalise(cell.text), currency } } : { maybe: [] };
  const text = cell.text.trim().toLowerCase();
  if (noValuePattern.test(text)) return { value: null };
  const guess = /^(ca\.?|circa|omtrent|inntil|opptil|ant\.?|~|>|<)\s*/.exec(text);
  const times = /\bmrd\b|milliard/.test(text)
    ? '1000000000'
    : /mill|mnok|\bm\b|mkr/.test(text)
      ? '1000000'
      : /tnok|tusen|\btkr\b/.test(text)
        ? '1000'
        : '1';
  const digits = text
    .slice(guess?.[0].length ?? 0)
    .replace(/[a-zæøå€$]+\.?/g, '')
    .replace(/,-+/g, '')
    .replace(/[\s\u00a0\u202f]/g, '')
    .replace(/\.$/, '');
  const values = possibleNumbers(digits).map((value) => ({ value: normalise(multiply(value, times)), currency }));
  return values.length === 1 && !guess ? { value: values[0] ?? null } : { maybe: values };
}

/**
 * Returns the possible values: "4.500.000" is one number; "12.500" is twelve thousand five hundred or twelve and a
 * half.
 */
function possibleNumbers(digits: string): string[] {
  if (/^\d+$/.test(digits)) return [digits];
  if (/^\d{1,3}(\.\d{3}){2,}(,\d+)?$/.test(digits) || /^\d{1,3}\.\d{3},\d+$/.test(digits))
    return [digits.replaceAll('.', '').replace(',', '.')];
  if (/^\d{1,3}\.\d{3}$/.test(digits)) return [digits.replace('.', ''), digits];
  if (/^\d+,\d+$/.test(digits)) return [digits.replace(',', '.')];
  return isDecimal(digits) && !digits.startsWith('-') ? [digits] : [];
}

const techniqueWords: readonly (readonly [RegExp, CallOffMethod])[] = [
  [/kombin|bland|mixed|fa-mix/i, 'mixed'],
  [/mini\s?konk|gjen\s?åpn|reopen|fa-w-rc/i, 'reopening'],
  [/rang|prioriter|kaskade|ranked|cascade/i, 'ranked'],
  [/fordel|andel|prosent|share|split/i, 'share'],
  [/enkelt|én\b|en lever|1 lever|eneleverand|single|sole/i, 'single-supplier'],
];
const clauseWords: readonly (readonly [RegExp, ClauseStatus])[] = [
  [/signert|underskrevet|signed/i, 'signed'],
  [/sendt|til signering|sent/i, 'sent'],
  [/utkast|under arbeid|draft/i, 'amendment-drafted'],
  [/mangler|^nei|^ingen|missing|^no$/i, 'missing'],
  [/^ja\b|kontrakt|inngår|på plass|yes|in contract|ok/i, 'in-contract'],
];

const worded = <T>(text: string, words: readonly (readonly [RegExp, T])[]): CellReading<T> => {
  const hits = [...new Set(words.filter(([sign]) => sign.test(text)).map(([, value]) => value))];
  return hits.length === 1 ? { value: hits[0] ?? null } : { maybe: hits };
};
export const readTechnique = (cell: Cell): CellReading<CallOffMethod> =>
  noValuePattern.test(cell.text.trim()) ? { value: null } : worded(cell.text, techniqueWords);
export const readClause = (cell: Cell): CellReading<ClauseStatus> => worded(cell.text.trim(), clauseWords);

/** Parses a share as 0 to 1, decimal text: "60 %", "0,6" and 60 all mean sixty per cent. */
export function readShare(cell: Cell): CellReading<string> {
  const bare = cell.text.replace('%', '').replace(',', '.').trim();
  if (!isDecimal(bare) || bare.startsWith('-')) return { maybe: [] };
  const share = cell.text.includes('%') || Number(bare) > 1 ? multiply(bare, '0.01') : bare;
  return Number(share) <= 1 ? { value: normalise(share) } : { maybe: [] };
}

export function readRank(cell: Cell): CellReading<number> {
  const digits = /^(?:nr\.?|prioritet|rang)?\s*(\d{1,2})(?:\.0+|\.)?$/i.exec(cell.text.trim())?.[1];
  return digits && Number(digits) > 0 ? { value: Number(digits) } : { maybe: [] };
}

export function readCpv(cell: Cell): CellReading<string> {
  const code = /(?<!\d)(\d{8})(-\d)?(?!\d)/.exec(cell.text)?.[1];
  return code ? { value: code } : { maybe: [] };
}

/** Parses a number of months: "48", "48 mnd", "4 år". */
export function readMonths(cell: Cell): CellReading<number> {
  const found = /^(\d{1,3})(?:\.0+)?\s*(mnd|måned(?:er)?|months?|år|years?)?\.?$/i.exec(cell.text.trim());
  if (!found) return { maybe: [] };
  const count = Number(found[1]);
  return { value: /^(år|year)/i.test(found[2] ?? '') ? count * 12 : count };
}
