import type { Row } from '@tallgrunn/tabular';
import { Gtin, normaliseName, OrgNumber } from '@tallgrunn/values';
import { cellText } from '../cells/cell-text.ts';
import { parseDate } from '../cells/parse-date.ts';
import { parseNumber } from '../cells/parse-number.ts';
import { digitLayout, writtenOut } from '../cells/six-digit-dates.ts';
import type { ColumnMatch } from '../facts.ts';
import { normaliseHeading } from '../plan/normalise-heading.ts';
import { normaliseItemName } from '../plan/item-index.ts';
import type { Plan, PlanField, PlanTable } from '../plan/plan.ts';
import { unitHint } from '../plan/units.ts';
import type { FieldRole } from '../terms.ts';
import { combinesItems } from './combined-columns.ts';
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

/**
 * Returns whether the values below a heading contradict its match. A title in the terms is accepted, except where
 * another column proves to be that field (`isElsewhere`).
 */
function contradicts({ field, column, how }: ColumnMatch, sample: SheetSample, { period }: Plan): boolean {
  if (how !== 'synonym' && how !== 'similar') return false;
  const texts = sample.texts(column);
  const { type } = field.field;
  if (texts.length < CELLS_MIN) return false;
  if (type === 'number' || type === 'integer')
    return (
      shareOf(texts, (text) => isNumber(text) || /\d/.test(text)) <= CONTRADICTION_MAX ||
      shareOf(texts, isWrittenDay) > SHARE_MIN
    );
  if (field.role === 'gtin') return shareOf(texts, (text) => /\d{7}/.test(text)) <= CONTRADICTION_MAX;
  if (field.role === 'unit') return shareOf(texts, (text) => /^\d+[.,]\d{2}\b/.test(text)) >= SHARE_MIN;
  return (
    (type === 'date' || type === 'yearmonth') &&
    digitLayout(texts, period) === null &&
    (shareOf(texts, (text) => isDay(text) || /\d/.test(text)) <= CONTRADICTION_MAX ||
      (shareOf(texts, isNumber) >= SHARE_MIN && shareOf(texts, isDay) <= CONTRADICTION_MAX))
  );
}

/** Fields whose values the agreement lists, so that a heading can be weighed against all columns. */
const listed: ReadonlySet<FieldRole | null> = new Set<FieldRole | null>(['buyer', 'itemNumber', 'itemName', 'unit']);

/**
 * Returns whether the values of another column are those of the field and the column's own are not: a customer number
 * below "Kunde" beside the customers' names, or an item's name below "Artikkel" beside its number.
 */
function isElsewhere({ field, column, how }: ColumnMatch, sample: SheetSample, plan: Plan): boolean {
  if (how === 'given' || !listed.has(field.role)) return false;
  const texts = sample.texts(column);
  if (texts.length < CELLS_MIN) return false;
  if (field.role === 'itemName') return isCodes(texts) && proofs.itemNumber!(texts, plan) >= SHARE_MIN;
  const proof = proofs[field.role!]!;
  if (proof(texts, plan) > CONTRADICTION_MAX) return false;
  if (field.role === 'buyer' && !isCodes(texts)) return false;
  // Codes below a title of the terms are the item numbers that the supplier means.
  if (field.role === 'itemNumber' && how === 'title' && isCodes(texts)) return false;
  const others = Array.from({ length: sample.width }, (_, at) => at).filter((at) => at !== column);
  return others.some((at) => {
    const values = sample.texts(at);
    if (values.length < CELLS_MIN) return false;
    if (field.role === 'unit') return proof(values, plan) >= SHARE_MIN;
    if (field.role === 'itemNumber') return proof(values, plan) >= SHARE_MIN || combinesItems(values, plan);
    return !isCodes(values) && proof(values, plan) >= BUYER_SHARE_MIN;
  });
}

/** Returns whether most texts are codes: one word with digits. */
const isCodes = (texts: readonly string[]): boolean =>
  shareOf(texts, (text) => /\d/.test(text) && !/\s\p{L}{2}/u.test(text)) >= SHARE_MIN;

/** Returns whether a text is a date and not also a number: "05.03.2026" and "2026-03-05", but not 46086. */
const isWrittenDay = (text: string): boolean => /^\d{1,4}[-./]\d{1,2}[-./]\d{1,4}/.test(text) && isDay(text);

/**
 * Returns matches without contradicted ones. A site column with only customers becomes available as the customer column
 * if there is no other.
 */
export function withoutContradicted(matches: readonly ColumnMatch[], sample: SheetSample, plan: Plan): ColumnMatch[] {
  const left = matches.filter((match) => !contradicts(match, sample, plan) && !isElsewhere(match, sample, plan));
  const hasBuyer = left.some(
    ({ field: { role } }) => role === 'buyer' || role === 'buyerName' || role === 'buyerOrgNumber',
  );
  const isBuyer = ({ field, column, how }: ColumnMatch): boolean =>
    !hasBuyer && field.role === 'site' && how === 'synonym' && buyerShare(sample.texts(column), plan) >= SHARE_MIN;
  return left.filter((match) => !isBuyer(match));
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
  buyerOrgNumber: (texts, plan) => orgNumberShare(texts, plan),
  itemNumber: (texts, plan) => (plan.items.size === 0 ? 0 : shareOf(texts, (text) => isItemNumber(text, plan))),
  gtin: (texts) => shareOf(texts, (text) => text.length >= 12 && Gtin.parse(text).ok),
  unit: (texts, plan) =>
    texts.some((text) => /^\d/.test(text))
      ? 0
      : shareOf(texts, (text) => plan.units.read(text) !== null || unitHint(text) !== null),
  deliveredOn: (texts, plan) => dayShare(texts, plan),
};

/** Nine digits, as organisation numbers are written: "964 948 143", "NO964948143MVA". A wrong one counts too. */
const nineDigits = /^(?:NO)?[ -]*\d(?:[ .-]?\d){8}[ -]*(?:MVA)?$/i;

/**
 * Returns the share of organisation numbers in a column. Where the customers are known, some numbers must be theirs: the
 * supplier's own number is on every line too. A wrong digit does not hide the column, so that it is found at its row.
 */
function orgNumberShare(texts: readonly string[], plan: Plan): number {
  const numbers = texts.filter((text) => nineDigits.test(text.trim()));
  if (!plan.buyers.closed) return shareOf(texts, (text) => OrgNumber.parse(text, { testNumbers: true }).ok);
  const known = shareOf(numbers, (text) => plan.buyers.find(text) !== null);
  return known >= BUYER_SHARE_MIN ? numbers.length / texts.length : 0;
}

function isItemNumber(text: string, plan: Plan): boolean {
  const found = plan.items.find(text, null, '');
  return found !== null && found.how !== 'own-gtin' && found.how !== 'suffix';
}

function buyerShare(texts: readonly string[], plan: Plan): number {
  return plan.buyers.closed ? shareOf(texts, (text) => namesBuyer(text, plan)) : 0;
}

/** Returns whether a text names a buyer itself, also before one of its units: "Grue kommune, Oppvekst". */
export function namesBuyer(text: string, { buyers }: Plan): boolean {
  const found = buyers.find(text);
  if (found === null || found.how !== 'site') return found !== null;
  const name = normaliseName(buyers.name(found.buyer));
  return name !== '' && normaliseName(text).includes(name) && /kom|herad/i.test(text);
}

/**
 * Returns the share of dates in the period. Order and invoice dates may also be in it, so this alone does not prove a
 * delivery date.
 */
function dayShare(texts: readonly string[], { period }: Plan): number {
  if (period === null) return 0;
  const layout = digitLayout(texts, period);
  return shareOf(texts, (text) => {
    const { value, other } = parseDate(layout === null ? text : writtenOut(text, layout), null);
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

/** Returns whether a column has enough cells to prove a field. Of agreed item numbers, few suffice. */
const isEnough = (field: PlanField, texts: readonly string[], plan: Plan): boolean =>
  texts.length >= CELLS_MIN ||
  (texts.length > 0 && field.role === 'itemNumber' && texts.every((text) => isItemNumber(text, plan)));

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
    const share = isEnough(field, texts, plan) ? proof(texts, plan) : 0;
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
  if (proven.length > 0) return proven.length === 1 ? proven[0]! : null;
  const described = columns.filter((column) => describesItems(sample, numbers, column));
  return described.length === 1 ? described[0]! : null;
}

/** Minimum share of item numbers with one text of their own, and the minimum average length of such texts. */
const OWN_TEXT_SHARE_MIN = 0.9;
const TEXT_LENGTH_MIN = 6;

/** Returns whether each item number has its own text in a column, as a name and nothing else has. */
function describesItems({ rows }: SheetSample, numbers: number, column: number): boolean {
  const byNumber = new Map<string, Set<string>>();
  const texts = new Set<string>();
  for (const { cells } of rows) {
    const [number, text] = [cellText(cells[numbers]), cellText(cells[column])];
    if (number === '' || !/\p{L}{2}/u.test(text)) continue;
    byNumber.set(number, (byNumber.get(number) ?? new Set()).add(text));
    texts.add(text);
  }
  const single = [...byNumber.values()].filter(({ size }) => size === 1).length;
  const length = [...texts].reduce((sum, text) => sum + text.length, 0) / Math.max(1, texts.size);
  return (
    byNumber.size >= CELLS_MIN &&
    single >= OWN_TEXT_SHARE_MIN * byNumber.size &&
    texts.size >= OWN_TEXT_SHARE_MIN * byNumber.size &&
    length >= TEXT_LENGTH_MIN
  );
}

/** Maximum length of a unit, and of the list of units in one file. */
const UNIT_LENGTH_MAX = 8;
const UNITS_MAX = 15;

/**
 * Returns the only column of short words of which each goes with one agreed unit: "DOS" with all items that are sold in
 * tins, whatever the language.
 */
function unitsByItem(columns: readonly number[], numbers: number, sample: SheetSample, plan: Plan): number | null {
  const found = columns.filter((column) => {
    const agreed = new Map<string, string[]>();
    for (const { cells } of sample.rows) {
      const item = plan.items.find(cellText(cells[numbers]), null, '');
      const [text, unit] = [cellText(cells[column]).trim(), item && plan.units.priceUnit(item.item)];
      if (text === '' || !unit) continue;
      if (text.length > UNIT_LENGTH_MAX || !/^\p{L}[\p{L}\d².]*$/u.test(text)) return false;
      agreed.set(text.toLowerCase(), [...(agreed.get(text.toLowerCase()) ?? []), unit]);
    }
    const units = new Set([...agreed.values()].flat());
    const isOne = (list: readonly string[]): boolean =>
      list.filter((unit) => unit === list[0]).length >= SHARE_MIN * list.length;
    return (
      units.size >= 2 &&
      agreed.size >= 2 &&
      agreed.size <= Math.min(UNITS_MAX, units.size + 2) &&
      [...agreed.values()].every(isOne)
    );
  });
  return found.length === 1 ? found[0]! : null;
}

/** Optional fields that enable further checks. */
const wanted: ReadonlySet<FieldRole | null> = new Set<FieldRole | null>(['unitPrice', 'gtin', 'buyerOrgNumber']);

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
  const unit = [...table.fields].find(
    (field) => field.role === 'unit' && field.required && ![...taken, ...found].some((match) => match.field === field),
  );
  const byItem = unit && numbers !== undefined ? unitsByItem([...open], numbers, sample, plan) : null;
  if (unit && byItem !== null) take(unit, byItem);
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
