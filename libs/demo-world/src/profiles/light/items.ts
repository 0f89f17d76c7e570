import { category } from '../../catalogue/categories.ts';
import { factor } from '../../catalogue/factors.ts';
import type { Item } from '../../catalogue/item.ts';
import { gtinFrom } from '../../values/check-digits.ts';
import { textTable } from '../../values/text-table.ts';
import { computers } from './computers.ts';
import { groceries } from './groceries.ts';
import { produce } from './produce.ts';
import { stationery } from './stationery.ts';
import { suppliers } from './suppliers.ts';

const supplierOf = (key: string) => suppliers.find((one) => one.key === key) as (typeof suppliers)[number];

const usual = ['number', 'name', 'category', 'unit', 'kg', 'price', 'price26', 'plan', 'factor', 'on'] as const;
const withFootprint = [...usual.slice(0, 9), 'own', 'on'] as [
  'number',
  'name',
  'category',
  'unit',
  'kg',
  'price',
  'price26',
  'plan',
  'factor',
  'own',
  'on',
];
const models = [
  'number',
  'name',
  'lot',
  'category',
  'kg',
  'price',
  'price26',
  'plan',
  'plan26',
  'factor',
  'own',
  'on',
] as const;

type ItemSummaryDto = Record<(typeof usual)[number], string> & { own?: string; plan26?: string; lot?: string };

function readUnit(text: string): Pick<Item, 'unit' | 'holds'> {
  const [unit, count, inner] = text.split(' ') as [string, string | undefined, string | undefined];
  return { unit, holds: count && inner ? { count: Number(count), unit: inner } : { count: 1, unit } };
}

/** Returns the price after the agreed increase, rounded to ten øre. */
const increasedPrice = (ore: number, percent: number) => Math.round((ore * (100 + percent)) / 1000) * 10;

function readItem(row: ItemSummaryDto, key: string, index: number): Item {
  const price25 = Math.round(Number(row.price) * 100);
  const itemCategory = category(row.category);
  const price26 = row.price26 ? Math.round(Number(row.price26) * 100) : increasedPrice(price25, itemCategory.rise);
  const plan25 = Number(row.plan) * 1000;
  const generic = factor(row.factor);
  const kilogramsPerUnit = Number(row.kg);
  return {
    number: row.number,
    gtin: gtinFrom(`70999${supplierOf(key).orgNumber.slice(3, 6)}${String(index + 1).padStart(4, '0')}`),
    name: row.name,
    supplier: key,
    lot: row.lot ?? (supplierOf(key).lots[0] as string),
    category: itemCategory,
    ...readUnit(row.unit),
    kilogramsPerUnit,
    prices: { 2024: price25, 2025: price25, 2026: price26 },
    plan: {
      2024: plan25,
      2025: plan25,
      2026: row.plan26 ? Number(row.plan26) * 1000 : Math.round((plan25 * price26) / price25),
    },
    onAssortment: row.on === '+',
    footprint: row.own ? Number(row.own) : generic.value * (generic.per === 'kg' ? kilogramsPerUnit : 1),
    footprintSource: row.own ? 'own' : generic.id,
    factorId: generic.id,
  };
}

export const items: readonly Item[] = [
  ...textTable(usual, groceries).map((row, index) => readItem(row, 'finnskog', index)),
  ...textTable(usual, produce).map((row, index) => readItem(row, 'solglott', index)),
  ...textTable(withFootprint, stationery).map((row, index) => readItem(row, 'blyant', index)),
  ...textTable(models, computers).map((row, index) => readItem({ ...row, unit: 'stk' }, 'nettverket', index)),
];
