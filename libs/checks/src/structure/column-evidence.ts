import type { Row } from '@tallgrunn/tabular';
import { Gtin, OrgNumber } from '@tallgrunn/values';
import { cellText } from '../cells/cell-text.ts';
import { parseDate } from '../cells/parse-date.ts';
import { parseNumber } from '../cells/parse-number.ts';
import type { ColumnMatch } from '../facts.ts';
import { normaliseHeading } from '../plan/normalise-heading.ts';
import { normaliseItemName } from '../plan/item-index.ts';
import type { Plan, PlanField, PlanTable } from '../plan/plan.ts';
import { unitHint } from '../plan/units.ts';
import type { FieldRole } from '../terms.ts';
import { isOtherDateHeading } from './match-columns.ts';
import { provenNumbers } from './number-evidence.ts';
import type { SheetSample } from './sheet-sample.ts';

/** Minimum share of known values that proves a column, and the minimum number of cells. */
const SHARE_MIN = 0.8;
const NAME_SHARE_MIN = 0.5;
/**
 * Minimum share of our buyers. An export of all customers contains only some of ours, but no other column names as
 * many.
 */
const BUYER_SHARE_MIN = 0.3;
const CELLS_MIN = 3;
/** Maximum share of readable cells that contradicts an ambiguous heading. */
const CONTRADICTION_MAX = 0.1;

const shareOf = (texts: readonly string[], holds: (text: string) => boolean): number =>
  texts.length === 0 ? 0 : texts.filter(holds).length / texts.length;
const isNumber = (text: string): boolean => parseNumber(text, null).value !== null;
const isDay = (text: string): boolean => parseDate(text, null).value !== null;

/** Returns whether the values below a heading contradict its match. A title in the terms is always accepted. */
function contradicts({ field, column, how }: ColumnMatch, sample: SheetSample): boolean {
  if (how !== 'synonym' && how !== 'similar') return false;
  const texts = sample.texts(column);
  const { type } = field.field;
  if (texts.length < CELLS_MIN) return false;
  if (type === 'number' || type === 'integer')
    return (
      shareOf(texts, (text) => isNumber(text) || /\d/.test(text)) <= CONTRADICTION_MAX ||
      shareOf(texts, isWrittenDay) > SHARE_MIN
    );
  return (
    (type === 'date' || type === 'yearmonth') &&
    shareOf(texts, (text) => isDay(text) || /\d/.test(text)) <= CONTRADICTION_MAX
  );
}

/** Returns whether a text is a date and not also a number: "05.03.2026" and "2026-03-05", but not 46086. */
const isWrittenDay = (text: string): boolean => /^\d{1,4}[-./]\d{1,2}[-./]\d{1,4}/.test(text) && isDay(text);

/**
 * Returns matches without contradicted ones. A site column with only customers becomes available as the customer column
 * if there is no other.
 */
export function withoutContradicted(matches: readonly ColumnMatch[], sample: SheetSample, plan: Plan): ColumnMatch[] {
  const hasBuyer = matches.some(
    ({ field: { role } }) => role === 'buyer' || role === 'buyerName' || role === 'buyerOrgNumber',
  );
  const isBuyer = ({ field, column, how }: ColumnMatch): boolean =>
    !hasBuyer && field.role === 'site' && how === 'synonym' && buyerShare(sample.texts(column), plan) >= SHARE_MIN;
  return matches.filter((match) => !contradicts(match, sample) && !isBuyer(match));
}

type Proof = (texts: readonly string[], plan: Plan) => number;

/** Returns, per role, the share of a column's values that prove the role. */
const proofs: Partial<Record<FieldRole, Proof>> = {
  buyer: (texts, plan) => buyerShare(texts, plan),
  buyerName: (texts, plan) =>
    buyerShare(
      texts.filter((text) => /\p{L}/u.test(text)),
      plan,
    ),
  buyerOrgNumber: (texts) => shareOf(texts, (text) => OrgNumber.parse(text, { testNumbers: true }).ok),
  itemNumber: (texts, plan) => (plan.items.size === 0 ? 0 : shareOf(texts, (text) => isItemNumber(text, plan))),
  gtin: (texts) => shareOf(texts, (text) => text.length >= 12 && Gtin.parse(text).ok),
  unit: (texts, plan) =>
    texts.some((text) => /^\d/.test(text))
      ? 0
      : shareOf(texts, (text) => plan.units.read(text) !== null || unitHint(text) !== null),
  deliveredOn: (texts, plan) => dayShare(texts, plan),
};

function isItemNumber(text: string, plan: Plan): boolean {
  const found = plan.items.find(text, null, '');
  return found !== null && found.how !== 'own-gtin' && found.how !== 'suffix';
}

function buyerShare(texts: readonly string[], plan: Plan): number {
  return plan.buyers.closed ? shareOf(texts, (text) => (plan.buyers.find(text)?.how ?? 'site') !== 'site') : 0;
}

/**
 * Returns the share of dates in the period. Order and invoice dates may also be in it, so this alone does not prove a
 * delivery date.
 */
function dayShare(texts: readonly string[], { period }: Plan): number {
  return period === null
    ? 0
    : shareOf(texts, (text) => {
        const { value, other } = parseDate(text, null);
        return [value, other].some((day) => day !== null && day >= period.start && day < period.end);
      });
}

/**
 * Returns the only date column that its heading does not assign to something other than delivery; null when several
 * remain.
 */
function onlyDelivery(columns: readonly number[], headings: readonly string[]): number | null {
  const left = columns.filter((column) => !isOtherDateHeading(normaliseHeading(headings[column] ?? '')));
  return left.length === 1 ? left[0]! : null;
}

/** Returns the column that a field's values prove, the clearest first; of customer columns the one with names. */
function provenColumn(
  field: PlanField,
  columns: readonly number[],
  headings: readonly string[],
  sample: SheetSample,
  plan: Plan,
): number | null {
  const proof = field.role ? proofs[field.role] : undefined;
  if (!proof) return null;
  const proven = columns.flatMap((column) => {
    const texts = sample.texts(column);
    const share = texts.length < CELLS_MIN ? 0 : proof(texts, plan);
    return share >= (field.role === 'buyer' ? BUYER_SHARE_MIN : SHARE_MIN)
      ? [{ column, share, named: shareOf(texts, (text) => /\p{L}/u.test(text)) }]
      : [];
  });
  if (field.role === 'deliveredOn')
    return onlyDelivery(
      proven.map(({ column }) => column),
      headings,
    );
  if (field.role === 'buyer') proven.sort((a, b) => b.named - a.named || b.share - a.share || a.column - b.column);
  else if (proven.length > 1 && field.role !== 'itemNumber') return null;
  else proven.sort((a, b) => b.share - a.share);
  return proven[0]?.column ?? null;
}

/** Minimum length of a truncated name that still matches, since systems truncate long names. */
const NAME_CHARACTERS_MIN = 8;

function isNameOf(agreed: string, written: string): boolean {
  const [one, other] = [normaliseItemName(agreed), normaliseItemName(written)];
  return (
    one === other ||
    (other.length >= NAME_CHARACTERS_MIN && one.startsWith(other)) ||
    (one.length >= NAME_CHARACTERS_MIN && other.startsWith(one))
  );
}

/** Returns the column with the item names that belong to the item numbers. */
function provenNames(columns: readonly number[], numbers: number, sample: SheetSample, plan: Plan): number | null {
  const fits = (row: Row, column: number): boolean => {
    const item = plan.items.find(cellText(row.cells[numbers]), null, '');
    return item !== null && isNameOf(plan.items.name(item.item), cellText(row.cells[column]));
  };
  const known = sample.rows.filter((row) => plan.items.find(cellText(row.cells[numbers]), null, '') !== null);
  const proven = columns.filter(
    (column) =>
      known.length >= CELLS_MIN && known.filter((row) => fits(row, column)).length >= known.length * NAME_SHARE_MIN,
  );
  return proven.length === 1 ? proven[0]! : null;
}

/** Optional fields that enable further checks. */
const wanted: ReadonlySet<FieldRole | null> = new Set<FieldRole | null>(['unitPrice', 'gtin']);

/** Matches columns by their values, whatever their headings, for fields that are required or enable further checks. */
export function matchByEvidence(
  sample: SheetSample,
  headings: readonly string[],
  table: PlanTable,
  plan: Plan,
  taken: readonly ColumnMatch[],
): ColumnMatch[] {
  const have = new Set(taken.map((match) => match.field.index));
  const open = new Set(Array.from({ length: sample.width }, (_, column) => column));
  for (const { column } of taken) open.delete(column);
  const found: ColumnMatch[] = [];
  const take = (field: PlanField, column: number): void => {
    open.delete(column);
    found.push({ field, column, heading: headings[column] ?? '', how: 'evidence' });
  };
  for (const field of table.fields) {
    if (have.has(field.index) || !(field.required || wanted.has(field.role))) continue;
    const column = provenColumn(field, [...open], headings, sample, plan);
    if (column !== null) take(field, column);
  }
  const names = table.fields.find((field) => field.role === 'itemName' && field.required && !have.has(field.index));
  const numbers = [...taken, ...found].find(({ field }) => field.role === 'itemNumber')?.column;
  const column = names && numbers !== undefined ? provenNames([...open], numbers, sample, plan) : null;
  if (names && column !== null) take(names, column);
  for (const { role, column: at } of provenNumbers(sample, [...open], [...taken, ...found], table, plan))
    take(table.fields[table.role[role]!]!, at);
  return found;
}

/** Minimum share of numbers with one or two decimals in a column of amounts. */
const DECIMALS_MIN = 0.3;
/** Headings of columns that are not prices or amounts, whatever their numbers. */
const otherNumbers =
  /list|veil|brutto|gross|uvp|rrp|cirka|katalog|vekt|vikt|vaegt|vagt|weight|gewicht|volum|rabat|disc|nachlass|prosent|procent|percent|pct|%|mva|moms|merverdi|vat|mwst|tax|steuer|kost|cost|innkjop|inkop|indkob|einkauf|^ek|dekning|dg|margin|saldo|balance|co2|klima/;

/** Returns the unused columns with a heading that look like amounts in NOK. */
export function unusedMoney(sample: SheetSample, headings: readonly string[], taken: readonly ColumnMatch[]): number[] {
  const used = new Set(taken.map(({ column }) => column));
  return headings.flatMap((heading, column) => {
    const texts =
      used.has(column) || heading === '' || otherNumbers.test(normaliseHeading(heading)) ? [] : sample.texts(column);
    const isMoney =
      texts.length >= CELLS_MIN &&
      shareOf(texts, isNumber) >= SHARE_MIN &&
      shareOf(texts, (text) => /[.,]\d{1,2}$/.test(text)) >= DECIMALS_MIN &&
      shareOf(texts, isWrittenDay) < CONTRADICTION_MAX;
    return isMoney ? [column] : [];
  });
}
