import type { CheckContext } from '../context.ts';
import { writtenPriceModel, priceModelOn } from '../prices/price-model-on.ts';
import { priceOn } from '../prices/price-on.ts';
import type { PriceModel, PriceRecord, UnknownPriceReason } from '../prices/price-model.ts';
import type { UnitIndex } from './unit-index.ts';
import { unitFactor } from './units.ts';

export interface AgreedPrice {
  readonly known: true;
  /** decimal text, and the same as a number for comparisons */
  readonly price: string;
  readonly value: number;
  readonly unit: string | null;
  readonly from: string;
  readonly to: string | null;
  /** tolerance above the price, per cent; null when the agreement states none */
  readonly tolerance: number | null;
}

export interface NoPrice {
  readonly known: false;
  readonly reason: UnknownPriceReason;
}

/** Parameters of a price lookup: the day, and for some models quantity and unit. */
export interface PriceCase {
  readonly date: string | null;
  readonly unit: string | null;
  readonly quantity: number;
}

/** Agreed prices by item and day, each by the price model of the item's lot. */
export interface PriceIndex {
  readonly size: number;
  on(item: number, of: PriceCase): AgreedPrice | NoPrice;
}

const CACHE_MAX = 20_000;
const noPrice: NoPrice = { known: false, reason: 'no-price' };

type PricedRecord = PriceRecord & { readonly agreed: AgreedPrice };

function recordsOf(context: CheckContext, read: (text: string) => string | null): Map<number, PricedRecord[]> {
  const table = context.prices;
  const byItem = new Map<number, PricedRecord[]>();
  table?.item.forEach((item, at) => {
    const text = table.unit?.[at] ?? context.items?.unit?.[item] ?? null;
    const unit = text === null ? null : read(text);
    const [price, from, to] = [table.price[at]!, table.from[at]!, table.to[at]!];
    const list = byItem.get(item) ?? [];
    list.push({
      basis: table.basis?.[at] ?? 'agreed',
      price,
      unit,
      from,
      to,
      fromQuantity: table.fromQuantity?.[at] ?? null,
      agreed: { known: true, price, value: Number(price), unit, from, to, tolerance: null },
    });
    byItem.set(item, list);
  });
  for (const list of byItem.values()) list.sort((a, b) => (a.from < b.from ? 1 : -1));
  return byItem;
}

/** Returns the first applicable record, newest first. Most lines need only this, without calculation. */
function writtenPrice(records: readonly PricedRecord[], date: string | null): AgreedPrice | NoPrice {
  for (const each of records)
    if (each.basis === 'agreed' && (date === null || (each.from <= date && (each.to === null || date <= each.to))))
      return each.agreed;
  return noPrice;
}

/**
 * Calculates the price by the model, with the quantity in the price's unit. `weighed` is true when the unit is of the
 * same kind as the price's.
 */
function priceByModel(
  model: PriceModel | null,
  item: number,
  records: readonly PricedRecord[],
  { date, unit, quantity }: PriceCase,
  units: UnitIndex,
): AgreedPrice | NoPrice {
  const priced = records[0]?.unit ?? null;
  const isSameUnitKind = unit !== null && priced !== null && unitFactor(unit, priced) !== null;
  const factor = unit === null || priced === null ? 1 : units.factor(item, unit, priced);
  const many = factor === null || Number.isNaN(quantity) ? null : (quantity * factor).toFixed(6);
  const answer = priceOn(model, records, { date, weighed: isSameUnitKind, quantity: many });
  if (!answer.known) return answer;
  return {
    ...answer,
    value: Number(answer.price),
    tolerance: answer.tolerance === null ? null : Number(answer.tolerance),
  };
}

export function indexPrices(context: CheckContext, units: UnitIndex): PriceIndex {
  const byItem = recordsOf(context, units.read);
  const models = context.priceModels ?? [];
  const memo = new Map<string, AgreedPrice | NoPrice>();
  const lookUp = (
    item: number,
    records: readonly PricedRecord[],
    model: PriceModel | null,
    of: PriceCase,
  ): AgreedPrice | NoPrice => {
    const key = `${item} ${of.date ?? ''} ${of.unit ?? ''} ${model?.kind === 'tiers' ? of.quantity : ''}`;
    const known = memo.get(key);
    if (known) return known;
    const answer = priceByModel(model, item, records, of, units);
    if (memo.size < CACHE_MAX) memo.set(key, answer);
    return answer;
  };
  return {
    size: context.prices?.item.length ?? 0,
    on: (item, of) => {
      const records = byItem.get(item) ?? [];
      if (models.length === 0) return writtenPrice(records, of.date);
      const model = priceModelOn(models, context.items?.lot?.[item] ?? null, of.date);
      return model === writtenPriceModel || (model?.kind === 'fixed' && model.tolerance === undefined)
        ? writtenPrice(records, of.date)
        : lookUp(item, records, model, of);
    },
  };
}
