import { adjustPrice } from '../../agreements/adjust-price.ts';
import { category } from '../../catalogue/categories.ts';
import { factor } from '../../catalogue/factors.ts';
import type { Item } from '../../catalogue/item.ts';
import { gtinFrom } from '../../values/check-digits.ts';
import { textTable } from '../../values/text-table.ts';
import { computers } from '../light/computers.ts';
import { groceries } from '../light/groceries.ts';
import { produce } from '../light/produce.ts';
import { stationery } from '../light/stationery.ts';
import { adjustments, furnitureChange } from './adjustments.ts';
import { building } from './catalogue/building.ts';
import { fuel } from './catalogue/fuel.ts';
import { omsorg, tregard } from './catalogue/furniture.ts';
import { medical } from './catalogue/medical.ts';
import { sizeLists, workwear } from './catalogue/workwear.ts';
import { dailySteps, weeklySteps, worldYears, yearlySteps, type PriceHabit } from './prices.ts';
import { volumes, type Volume } from './volumes.ts';

/** A product before it is multiplied into makes, sizes and packs. */
interface ProductFamily {
  number: string;
  name: string;
  category: string;
  unit: string;
  kilograms: number;
  /** NOK, 2025. */
  price: number;
  weight: number;
  factor: string;
  own: number | null;
  onAssortment: boolean;
  variants: readonly Variant[];
}

interface Variant {
  label: string;
  times: number;
}

const columns = ['number', 'name', 'category', 'unit', 'kg', 'price', 'weight', 'factor', 'on', 'variants'] as const;
const usual = ['number', 'name', 'category', 'unit', 'kg', 'price', 'price26', 'plan', 'factor', 'on'] as const;
const withFootprint = [
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
] as const;
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

function readVariants(text: string): Variant[] {
  const list = text.startsWith('@') ? (sizeLists[text.slice(1)] as string) : text;
  return list.split(';').map((one) => {
    const [label, times] = one.trim().split('*') as [string, string | undefined];
    return { label: label.trim(), times: Number(times ?? 1) };
  });
}

const readFamilies = (text: string): ProductFamily[] =>
  textTable(columns, text).map((row) => ({
    number: row.number,
    name: row.name,
    category: row.category,
    unit: row.unit,
    kilograms: Number(row.kg),
    price: Number(row.price),
    weight: Number(row.weight),
    factor: row.factor,
    own: null,
    onAssortment: row.on === '+',
    variants: readVariants(row.variants),
  }));

/** Builds families from the light profile's items, each in several makes and packs. */
const lightFamilies = (rows: readonly Partial<Record<string, string>>[], variants: string): ProductFamily[] =>
  rows.map((row) => ({
    number: row['number'] as string,
    name: row['name'] as string,
    category: row['category'] as string,
    unit: row['unit'] ?? 'stk',
    kilograms: Number(row['kg']),
    price: Number(row['price']),
    weight: Number(row['plan']) || 3000,
    factor: row['factor'] as string,
    own: row['own'] ? Number(row['own']) : null,
    onAssortment: row['on'] === '+',
    variants: readVariants(variants),
  }));

const foodMakes =
  '; Nordgard*1.06; Fjellbygda*.94; Solbakken*1.02; økologisk*1.28; first price*.82; laktosefri*1.15; porsjon*1.12; storpakke*.9; premium*1.35';
const produceMakes = '; klasse 2*.82; økologisk*1.35; importert*.93; norsk*1.12';
const officeMakes = '; Skrivegod*1.08; Kontorkompis*.9; miljømerket*1.12; Nordblad*.97; pluss*1.22; budsjett*.76';
const computerMakes = '; utvidet garanti*1.08; høy ytelse*1.24; brukt*.62';

const families: Record<string, ProductFamily[]> = {
  finnskog: lightFamilies(textTable(usual, groceries), foodMakes),
  solglott: lightFamilies(textTable(usual, produce), produceMakes),
  blyant: lightFamilies(textTable(withFootprint, stationery), officeMakes),
  nettverket: lightFamilies(textTable(models, computers), computerMakes),
  tregard: readFamilies(tregard),
  omsorg: readFamilies(omsorg),
  glomma: readFamilies(building),
  odal: readFamilies(building),
  energihuset: readFamilies(fuel),
  varselklaer: readFamilies(workwear),
  helse: readFamilies(medical),
  pleie: readFamilies(medical),
};

const computerLots = new Map(textTable(models, computers).map((row) => [row.number, row.lot]));

/** Items cut and weighed for each order: the price is per kilogram. */
const cutItems = ['77120', '00518', '20145', '21004', '89052', '89014'];

function lotOf(supplier: string, family: ProductFamily, { label }: Variant): string {
  if (supplier === 'finnskog') return cutItems.includes(family.number) ? '1C' : '1A';
  if (supplier === 'nettverket') return computerLots.get(family.number) as string;
  if (supplier === 'tregard') return family.number.startsWith('882') || family.number.startsWith('526') ? '3C' : '3A';
  if (supplier === 'omsorg') return family.category === 'play' ? '3D' : '3B';
  if (supplier === 'energihuset') return label === 'tank' || label === 'anlegg tank' ? '6B' : '6A';
  if (supplier === 'helse' || supplier === 'pleie')
    return ['gloves', 'hygiene'].includes(family.category) ? '8A' : '8B';
  return { solglott: '1B', blyant: '2', glomma: '5', odal: '5', varselklaer: '7' }[supplier] as string;
}

function readUnit(text: string): Pick<Item, 'unit' | 'holds'> {
  const [unit, count, inner] = text.split(' ') as [string, string | undefined, string | undefined];
  return { unit, holds: count && inner ? { count: Number(count), unit: inner } : { count: 1, unit } };
}

function stepsOf(supplier: string, ore25: number, number: string, habit: PriceHabit): [string, number][] {
  if (habit === 'weekly') return weeklySteps(ore25, number);
  if (habit === 'daily') return dailySteps(ore25, number);
  const steps = yearlySteps(ore25, habit);
  if (habit === 'building') {
    const first = (steps[0] as [string, number])[1];
    const approved = adjustments.filter((one) => one.approved && one.supplier === supplier);
    return approved.reduce<[string, number][]>(
      (list, one) => [...list, [one.fromOn, adjustPrice((list[list.length - 1] as [string, number])[1], one.factor)]],
      [['2022-01-01', first]],
    );
  }
  // the new agreement has its own prices from its first day, in the middle of a quarter
  return habit === 'furniture'
    ? [...steps.slice(0, 3), [furnitureChange.from, Math.round(ore25 / 10) * 10], ...steps.slice(4)]
    : steps;
}

/** Building materials weigh in proportion to their price. All other items have the same weight in every make. */
const weightMultiplier = (supplier: string, times: number): number =>
  supplier === 'glomma' || supplier === 'odal' ? times : 1;

interface ShelfPlacement {
  supplier: string;
  index: number;
  /** Whole NOK in 2025. */
  plan: number;
}

function makeItem(
  { supplier, index, plan }: ShelfPlacement,
  family: ProductFamily,
  variant: Variant,
  at: number,
): Item {
  const { orgDigits, prices: habit } = volumes[supplier] as Volume;
  const isCut = supplier === 'finnskog' && cutItems.includes(family.number);
  const kilograms = isCut ? 1 : family.kilograms * weightMultiplier(supplier, variant.times);
  const number =
    at === 0 && variant.label === ''
      ? family.number
      : `${family.number}${supplier === 'nettverket' ? '-' : ''}${String(at + 1).padStart(2, '0')}`;
  const ore25 = Math.max(10, Math.round((family.price * variant.times * 10) / (isCut ? family.kilograms : 1)) * 10);
  const itemCategory = category(family.category);
  const generic = factor(family.factor);
  const own = at === 0 ? family.own : null;
  const steps = stepsOf(supplier, ore25, number, habit);
  const priceIn = (year: number) =>
    ((steps.filter(([from]) => from <= `${year}-07-01`).at(-1) ?? steps[0]) as [string, number])[1];
  return {
    number,
    gtin: gtinFrom(`7099${orgDigits}${String(index + 1).padStart(5, '0')}`),
    name: `${isCut ? family.name.replace(/ [\d,]+ kg$/, '') : family.name} ${variant.label}`.trim(),
    supplier,
    lot: lotOf(supplier, family, variant),
    ...(supplier === 'glomma' || supplier === 'odal' ? { nobb: String(41_000_000 + index * 137) } : {}),
    category: itemCategory,
    ...(isCut ? { unit: 'kg', holds: { count: 1, unit: 'kg' }, catchWeight: true } : readUnit(family.unit)),
    kilogramsPerUnit: kilograms,
    prices: Object.fromEntries([2021, ...worldYears, 2026].map((year) => [year, priceIn(year)])),
    priceSteps: steps,
    plan: Object.fromEntries(
      [2021, ...worldYears, 2026].map((year) => [year, Math.round((plan * priceIn(year)) / priceIn(2025))]),
    ),
    onAssortment: family.onAssortment,
    footprint: own ?? generic.value * (generic.per === 'kg' ? kilograms : 1),
    footprintSource: own === null ? generic.id : 'own',
    factorId: generic.id,
    ...(family.onAssortment ? {} : { lineWeight: 2.05 }),
  };
}

/**
 * Builds the items of a supplier. Its plan is divided between items inside and outside the price form. Within a family,
 * the first makes sell most.
 */
function itemsOf(supplier: string): Item[] {
  const { million, offAssortment } = volumes[supplier] as Volume;
  const own = families[supplier] as ProductFamily[];
  const sum = (on: boolean) =>
    own.filter((one) => one.onAssortment === on).reduce((total, one) => total + one.weight, 0);
  const scale = (on: boolean) =>
    (million * 1_000_000 * (on ? 1 - offAssortment : offAssortment)) / Math.max(1, sum(on));
  const [on, off] = [scale(true), scale(false)];
  let index = -1;
  return own.flatMap((family) => {
    const ranks = family.variants.reduce((total, _, at) => total + 1 / (at + 1.5), 0);
    return family.variants.map((variant, at) =>
      makeItem(
        {
          supplier,
          index: (index += 1),
          plan: (family.weight * (family.onAssortment ? on : off)) / (at + 1.5) / ranks,
        },
        family,
        variant,
        at,
      ),
    );
  });
}

export const items: readonly Item[] = Object.keys(volumes).flatMap(itemsOf);
