import { add, addDays, compare, divide, multiply, subtract, type DecimalText } from '@tallgrunn/values';
import type {
  PriceAnswer,
  PriceBasis,
  PriceModel,
  PriceQuestion,
  PriceRecord,
  UnknownPriceReason,
} from './price-model.ts';

const unknownPrice = (reason: UnknownPriceReason): PriceAnswer => ({ known: false, reason });
const HUNDRED = '100';
const LIST_DAYS = { 'weekly-list': 7, 'daily-list': 1 } as const;

/**
 * Returns the price of an item on a day by a price model, calculated from its records. When data is missing, returns
 * the reason instead.
 */
export function priceOn(
  model: PriceModel | null,
  records: readonly PriceRecord[],
  question: PriceQuestion,
): PriceAnswer {
  if (model === null) return unknownPrice('no-model');
  switch (model.kind) {
    case 'fixed':
      return agreedPrice(model, records, question) ?? unknownPrice('no-price');
    case 'catch-weight':
      return question.weighed === false
        ? unknownPrice('weight-varies')
        : (agreedPrice(model, records, question) ?? unknownPrice('no-price'));
    case 'list-discount':
      return agreedPrice(model, records, question) ?? discountedPrice(model, records, question);
    case 'weekly-list':
    case 'daily-list':
      return listPrice(model, LIST_DAYS[model.kind], records, question);
    case 'cost-plus':
      return agreedPrice(model, records, question) ?? costPlusPrice(model, records, question);
    case 'tiers':
      return tierPrice(model, records, question);
  }
}

/** Returns the applicable record on a day: the newest that has begun and not ended. Without a day the newest of all. */
export function recordOn(
  records: readonly PriceRecord[],
  bases: readonly PriceBasis[],
  date: string | null,
): PriceRecord | null {
  let found: PriceRecord | null = null;
  for (const each of records) {
    if (!bases.includes(each.basis)) continue;
    if (date !== null && (each.from > date || (each.to !== null && each.to < date))) continue;
    if (found === null || each.from > found.from) found = each;
  }
  return found;
}

function knownPrice(model: PriceModel, record: PriceRecord, price: DecimalText): PriceAnswer {
  return {
    known: true,
    price,
    unit: record.unit,
    from: record.from,
    to: record.to,
    tolerance: model.tolerance ?? null,
  };
}

function agreedPrice(model: PriceModel, records: readonly PriceRecord[], { date }: PriceQuestion): PriceAnswer | null {
  const record = recordOn(records, ['agreed'], date);
  return record && knownPrice(model, record, record.price);
}

const decimalsOf = (model: PriceModel) => model.decimals ?? 2;

/** Returns price × (100 + percent) / 100, rounded once. */
function applyPercent(price: DecimalText, percent: DecimalText, decimals: number): DecimalText {
  return divide(multiply(price, add(HUNDRED, percent)), HUNDRED, decimals);
}

const negated = (percent: DecimalText): DecimalText => subtract('0', percent);

function discountedPrice(model: PriceModel, records: readonly PriceRecord[], { date }: PriceQuestion): PriceAnswer {
  if (model.discount === undefined) return unknownPrice('no-discount');
  if (date === null) return unknownPrice('no-date');
  const record = recordOn(records, ['list'], date);
  return record
    ? knownPrice(model, record, applyPercent(record.price, negated(model.discount), decimalsOf(model)))
    : unknownPrice('no-list');
}

/**
 * Returns the list price. A list without an end date is valid for its week or day; after that the price is unknown
 * until the next list.
 */
function listPrice(
  model: PriceModel,
  days: number,
  records: readonly PriceRecord[],
  { date }: PriceQuestion,
): PriceAnswer {
  if (date === null) return unknownPrice('no-date');
  const begun = records.reduce<PriceRecord | null>(
    (newest, each) =>
      each.basis !== 'cost' && each.from <= date && (newest === null || each.from > newest.from) ? each : newest,
    null,
  );
  if (begun === null) return unknownPrice('no-list');
  const until = begun.to ?? addDays(begun.from, (model.holdsDays ?? days) - 1);
  if (until < date) return unknownPrice('list-ended');
  const price =
    model.discount === undefined ? begun.price : applyPercent(begun.price, negated(model.discount), decimalsOf(model));
  return knownPrice(model, { ...begun, to: until }, price);
}

/** Returns cost with a percentage markup and then an amount. */
function costPlusPrice(model: PriceModel, records: readonly PriceRecord[], { date }: PriceQuestion): PriceAnswer {
  if (model.markup === undefined && model.addition === undefined) return unknownPrice('no-markup');
  if (date === null) return unknownPrice('no-date');
  const record = recordOn(records, ['cost'], date);
  if (!record) return unknownPrice('no-cost');
  const withMarkup = multiply(record.price, add(HUNDRED, model.markup ?? '0'));
  return knownPrice(
    model,
    record,
    divide(add(withMarkup, multiply(model.addition ?? '0', HUNDRED)), HUNDRED, decimalsOf(model)),
  );
}

/**
 * Returns the tier price of the item, or the agreed price less the model's quantity discount. A tier includes its
 * minimum quantity.
 */
function tierPrice(model: PriceModel, records: readonly PriceRecord[], { date, quantity }: PriceQuestion): PriceAnswer {
  const applicable = records.filter((each) => each.basis === 'agreed' && recordOn([each], ['agreed'], date) !== null);
  if (applicable.length === 0) return unknownPrice('no-price');
  if (quantity === null || quantity === undefined) return unknownPrice('no-quantity');
  const many = quantity.startsWith('-') ? quantity.slice(1) : quantity;
  const reached = applicable.filter((each) => compare(each.fromQuantity ?? '0', many) <= 0);
  if (reached.length === 0) return unknownPrice('no-tier');
  const record = reached.reduce((best, each) => (isHigher(each, best) ? each : best));
  const step = (model.tiers ?? [])
    .filter(({ from }) => compare(from, many) <= 0)
    .reduce<DecimalText>((best, each) => (compare(each.discount, best) > 0 ? each.discount : best), '0');
  return knownPrice(
    model,
    record,
    compare(step, '0') === 0 ? record.price : applyPercent(record.price, negated(step), decimalsOf(model)),
  );
}

/** Returns whether a record is of a higher tier, or newer in the same tier. */
function isHigher(a: PriceRecord, b: PriceRecord): boolean {
  const order = compare(a.fromQuantity ?? '0', b.fromQuantity ?? '0');
  return order > 0 || (order === 0 && a.from > b.from);
}
