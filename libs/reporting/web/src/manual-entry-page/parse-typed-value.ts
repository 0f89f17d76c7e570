import type { CheckContext, FieldRole, ManualEntryCells } from '@tallgrunn/checks';
import { isDecimal, multiply, round } from '@tallgrunn/values';
import { fieldOf, type EntryColumn } from './entry-columns.ts';

type Values = Readonly<Record<string, string>>;

/** Parses a typed number into decimal text; null when it is none, or is ambiguous such as "1.250". */
export function parseTypedNumber(text: string): string | null {
  const tight = text.replace(/[\s\u00a0\u202f]/g, '');
  if (/^-?\d+\.\d{3}$/.test(tight)) return null;
  const plain = tight.replace(',', '.');
  return isDecimal(plain) ? plain : null;
}

const toDecimalComma = (decimal: string): string => decimal.replace('.', ',');

/** Returns the values of an agreed item by field: number, name, GTIN, unit, lot, and the agreed price on the date. */
export function itemValues(
  { items, prices, period }: CheckContext,
  at: number,
  columns: readonly EntryColumn[],
  on: string,
): Values {
  const price = agreedPrice(prices, at, on || (period?.end ?? ''));
  const known: readonly (readonly [FieldRole, string | null | undefined])[] = [
    ['itemNumber', items?.number[at]],
    ['itemName', items?.name[at]],
    ['gtin', items?.gtin?.[at]],
    ['unit', items?.unit?.[at]],
    ['lot', items?.lot?.[at]],
    ['unitPrice', price && toDecimalComma(price)],
  ];
  return valuesOf(known, columns);
}

/** Returns the only price valid on the date; null when it depends on quantity tiers. */
function agreedPrice(prices: CheckContext['prices'], item: number, on: string): string | null {
  const validPrices = (prices?.item ?? []).flatMap((each, at) => {
    const isValid =
      each === item &&
      (prices!.basis?.[at] ?? 'agreed') === 'agreed' &&
      prices!.from[at]! <= on &&
      (prices!.to[at] ?? '9999-12-31') >= on;
    return isValid
      ? [{ price: prices!.price[at]!, tier: prices!.fromQuantity?.[at] ?? null, from: prices!.from[at]! }]
      : [];
  });
  if (validPrices.some(({ tier }) => tier !== null)) return null;
  return validPrices.sort((a, b) => b.from.localeCompare(a.from))[0]?.price ?? null;
}

/** Returns the values of a buyer by field: its name and number. */
export function buyerValues({ buyers }: CheckContext, at: number, columns: readonly EntryColumn[]): Values {
  return valuesOf(
    [
      ['buyer', buyers?.name[at]],
      ['buyerName', buyers?.name[at]],
      ['buyerOrgNumber', buyers?.orgNumber?.[at]],
    ],
    columns,
  );
}

function valuesOf(
  known: readonly (readonly [FieldRole, string | null | undefined])[],
  columns: readonly EntryColumn[],
): Values {
  return Object.fromEntries(
    known.flatMap(([role, value]) => (value && fieldOf(columns, role) ? [[fieldOf(columns, role), value]] : [])),
  );
}

const same = (a: string, b: string | null | undefined): boolean =>
  b != null && a.trim().toLocaleLowerCase('nb') === b.trim().toLocaleLowerCase('nb');

function itemOf({ items }: CheckContext, role: FieldRole | null, text: string): number {
  if (text === '' || !items) return -1;
  if (role === 'itemNumber') return items.number.findIndex((number) => same(text, number));
  if (role === 'gtin') return (items.gtin ?? []).findIndex((gtin) => same(text, gtin));
  return role === 'itemName' && items.name.filter((name) => same(text, name)).length === 1
    ? items.name.findIndex((name) => same(text, name))
    : -1;
}

function buyerOf({ buyers }: CheckContext, role: FieldRole | null, text: string): number {
  if (text === '' || !buyers) return -1;
  if (role === 'buyerOrgNumber') return (buyers.orgNumber ?? []).findIndex((number) => same(text, number));
  return role === 'buyer' || role === 'buyerName' ? buyers.name.findIndex((name) => same(text, name)) : -1;
}

/**
 * Returns the values that follow from an edited cell: an item's values, a buyer's numbers, or amount = quantity ×
 * price. Only empty cells, and cells that still hold a previous proposal, are filled; values typed by a person are not
 * changed.
 */
export function derivedValues(
  before: ManualEntryCells,
  after: ManualEntryCells,
  column: EntryColumn,
  columns: readonly EntryColumn[],
  context: CheckContext,
): Values {
  const found: Record<string, string> = {};
  const day = dateOf(after[fieldOf(columns, 'deliveredOn')] ?? '');
  const offer = (values: Values, earlier: Values): void => {
    for (const [field, value] of Object.entries(values)) {
      const now = after[field] ?? '';
      if (field !== column.field && now !== value && (now === '' || now === earlier[field])) found[field] = value;
    }
  };
  const [was, is] = [before[column.field] ?? '', after[column.field] ?? ''];
  const item = itemOf(context, column.role, is);
  if (item >= 0)
    offer(
      itemValues(context, item, columns, day),
      valuesAt(itemOf(context, column.role, was), (at) => itemValues(context, at, columns, day)),
    );
  const buyer = buyerOf(context, column.role, is);
  if (buyer >= 0)
    offer(
      buyerValues(context, buyer, columns),
      valuesAt(buyerOf(context, column.role, was), (at) => buyerValues(context, at, columns)),
    );
  const next = { ...after, ...found };
  offer(amountOf(next, columns), amountOf(before, columns));
  return found;
}

const valuesAt = (at: number, values: (at: number) => Values): Values => (at < 0 ? {} : values(at));

/** Returns quantity × price, rounded to two decimals. */
function amountOf(cells: ManualEntryCells, columns: readonly EntryColumn[]): Values {
  const [quantity, price, amount] = (['quantity', 'unitPrice', 'amount'] as const).map((role) =>
    fieldOf(columns, role),
  );
  const [quantityValue, each] = [
    parseTypedNumber(cells[quantity ?? ''] ?? ''),
    parseTypedNumber(cells[price ?? ''] ?? ''),
  ];
  return amount && quantityValue !== null && each !== null
    ? { [amount]: toDecimalComma(round(multiply(quantityValue, each), 2)) }
    : {};
}

/** Converts a Norwegian date (d.m.yyyy) to YYYY-MM-DD; empty when it is none. */
function dateOf(text: string): string {
  const found = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text);
  return found ? `${found[3]}-${found[2]!.padStart(2, '0')}-${found[1]!.padStart(2, '0')}` : '';
}

/**
 * Completes a day, or day and month, from the period: "5" becomes 05.03.2026 in March. Other text is returned
 * unchanged.
 */
export function completeTypedDate(text: string, period: CheckContext['period']): string {
  const found = /^(\d{1,2})(?:[./](\d{1,2}))?[./]?$/.exec(text.trim());
  if (!found || !period) return text;
  const [year, month] = period.start.split('-');
  const oneMonth = period.start.slice(0, 7) === lastDay(period.end).slice(0, 7);
  if (!found[2] && !oneMonth) return text;
  const [day, of] = [found[1]!.padStart(2, '0'), (found[2] ?? month!).padStart(2, '0')];
  return Number(day) < 1 || Number(day) > 31 || Number(of) < 1 || Number(of) > 12 ? text : `${day}.${of}.${year}`;
}

function lastDay(end: string): string {
  return new Date(Date.parse(`${end}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}
