import { errorKind } from '../reports/error-kinds.ts';
import { addDays, type Day } from '../values/calendar.ts';
import { randomStream, type Rng } from '../values/rng.ts';

/** The reported totals that a ledger and declarations can be compared with. The caller defines the indexes. */
export interface Reported {
  /** NOK excl. VAT */
  readonly buyers: readonly { readonly index: number; readonly amount: number }[];
  readonly items: readonly {
    readonly index: number;
    readonly name: string;
    readonly unit: string;
    readonly kronerEach: number;
    readonly firstOn: Day;
    readonly lastOn: Day;
  }[];
}

/** Ledger amounts and declarations in columns, as passed to a checker. */
export interface SupportingData {
  readonly booked: { readonly buyer: number[]; readonly amount: string[] };
  readonly declarations: {
    readonly item: number[];
    readonly number: string[];
    readonly product: string[];
    readonly validTo: string[];
    readonly unit: string[];
    readonly value: string[];
    readonly total: string[];
    readonly fossil: string[];
    readonly biogenic: string[];
    readonly landUse: string[];
  };
}

/** The same honest table with flawed supporting data, and with correct supporting data (`twin`). */
export interface SupportingDataVariant {
  readonly kind: string;
  readonly class: number;
  /** True for a nil return that the ledger contradicts. */
  readonly nil: boolean;
  readonly beside: SupportingData;
  readonly twin: SupportingData;
}

interface Declared {
  item: Reported['items'][number];
  product: string;
  validTo: Day;
  unit: string;
  /** kg CO₂e per unit, and its components */
  value: number;
  fossil: number;
  biogenic: number;
  landUse: number;
}

type BookedAmounts = { index: number; amount: number }[];
type Damager = (at: { rng: Rng; books: BookedAmounts; declared: Declared[]; strange: string }) => void;

const goodsMax = 5;

/** Draws kg CO₂e per NOK for ordinary items: from services to beef. */
const kgCo2ePerNok = (rng: Rng): number => Math.min(1, Math.max(0.008, 0.04 * rng.logNormal(0.8)));

const damagers: Readonly<Record<string, Damager>> = {
  'site-missing': ({ rng, books }) => {
    const one = rng.pick(books);
    one.amount = Math.max(one.amount * rng.between(1.2, 2.5), one.amount + 1500);
  },
  'nil-contradicted': () => undefined,
  'declaration-expired': ({ rng, declared }) => {
    const one = rng.pick(declared);
    one.validTo = addDays(one.item.firstOn, -rng.int(1, 700));
  },
  'declaration-other': ({ rng, declared, strange }) => {
    rng.pick(declared).product = strange;
  },
  'declaration-sum': ({ rng, declared }) => {
    const one = rng.pick(declared);
    one[rng.pick(['fossil', 'biogenic', 'landUse'] as const)] += one.value * rng.between(0.04, 2) * rng.pick([1, -1]);
  },
  'declaration-negative': ({ rng, declared }) => {
    const one = rng.pick(declared);
    const uptake = one.value * rng.between(1.1, 4);
    for (const part of ['value', 'biogenic'] as const) one[part] -= uptake;
  },
  'declaration-scale': ({ rng, declared }) => scale(rng.pick(declared), rng.pick([1000, 0.001])),
  'declaration-unit': ({ rng, declared }) => {
    const one = rng.pick(declared.filter(({ unit }) => unit === 'stk'));
    const pieces = rng.pick([6, 10, 12, 50, 100, 500]);
    one.unit = rng.pick([`eske (${pieces} stk)`, `pk à ${pieces} stk`, `box of ${pieces} pcs`, `${pieces} stk`]);
    scale(one, pieces);
  },
};

function scale(one: Declared, times: number): void {
  for (const part of ['value', 'fossil', 'biogenic', 'landUse'] as const) one[part] *= times;
}

export const supportingDataKinds: readonly { readonly kind: string; readonly class: number }[] = Object.keys(
  damagers,
).map((kind) => ({ kind, class: errorKind(kind).class }));

/** Builds supporting data with one kind of mistake; null where the table cannot have it. */
export function supportingDataOf(kind: string, seed: number, reported: Reported): SupportingDataVariant | null {
  const rng = randomStream(seed, `beside/${kind}`);
  const goods = rng.sample(
    kind === 'declaration-unit' ? reported.items.filter(({ unit }) => unit === 'stk') : reported.items,
    goodsMax,
  );
  const large = reported.buyers.filter(({ amount }) => amount > 2000);
  if (goods.length === 0 || large.length === 0) return null;
  const nil = kind === 'nil-contradicted';
  // The booked amount is near the reported one: a few invoices are booked a period later, or belong to the previous
  // period.
  const books: BookedAmounts = large.map(({ index, amount }) => ({ index, amount: amount * rng.between(0.85, 1.07) }));
  const declared = goods.map((item) => honestDeclaration(item, rng));
  const twin = toSupportingData(
    nil ? books.map(({ index }) => ({ index, amount: rng.between(-5000, 900) })) : books,
    declared,
  );
  damagers[kind]!({
    rng,
    books,
    declared,
    strange: rng.pick(['Trelast impregnert', 'Zirkonium xylofon', 'Brostein granitt', 'Qvikk-lim hvit']),
  });
  return { kind, class: errorKind(kind).class, nil, beside: toSupportingData(books, declared), twin };
}

function honestDeclaration(item: Reported['items'][number], rng: Rng): Declared {
  const value = item.kronerEach * kgCo2ePerNok(rng);
  const [biogenic, landUse] = [value * rng.between(0, 0.1), value * rng.between(0, 0.05)];
  return {
    item,
    product: item.name,
    validTo: addDays(item.lastOn, rng.int(0, 900)),
    unit: item.unit,
    value,
    fossil: value - biogenic - landUse,
    biogenic,
    landUse,
  };
}

function toSupportingData(books: BookedAmounts, declared: readonly Declared[]): SupportingData {
  const column = <V>(of: (one: Declared, at: number) => V): V[] => declared.map(of);
  const decimal = (value: number) => value.toFixed(8);
  return {
    booked: { buyer: books.map(({ index }) => index), amount: books.map(({ amount }) => amount.toFixed(2)) },
    declarations: {
      item: column(({ item }) => item.index),
      number: column((_, at) => `NEPD-DEMO-${at + 1}`),
      product: column(({ product }) => product),
      validTo: column(({ validTo }) => validTo),
      unit: column(({ unit }) => unit),
      value: column(({ value }) => decimal(value)),
      total: column(({ value }) => decimal(value)),
      fossil: column(({ fossil }) => decimal(fossil)),
      biogenic: column(({ biogenic }) => decimal(biogenic)),
      landUse: column(({ landUse }) => decimal(landUse)),
    },
  };
}
