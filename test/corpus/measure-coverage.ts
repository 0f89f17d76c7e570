import { EstimateChange, EstimateUncertainty } from '@tallgrunn/emissions-server';
import { Database } from '@tallgrunn/platform';
import { Period } from '@tallgrunn/values';
import type { LoadedWorld } from './create-world.ts';
import { json, rowsOf, type Table } from './true-tonnes.ts';

/** The true deliveries of one supplier to one municipality in a quarter. */
export interface TrueTotal {
  readonly supplier: string;
  readonly municipality: string;
  readonly quarter: string;
  tonnes: number;
  /** NOK. */
  amount: number;
  /** Tonnes CO₂e by month of delivery. */
  readonly tonnesByMonth: Map<string, number>;
}

/**
 * The product's figures for the same total: tonnes with their 95 % interval, and the direction of change since the same
 * quarter a year earlier.
 */
export interface ProductTotal {
  readonly cell: TrueTotal;
  readonly tonnes: number;
  readonly low: number;
  readonly high: number;
  readonly verdict: 'rise' | 'fall' | 'unclear';
  /** True change in tonnes, in the months that the product compared. Null where it compared none. */
  readonly truly: number | null;
}

interface Delivery {
  readonly supplier: string;
  readonly municipality: string;
  readonly item: string;
  readonly deliveredOn: string;
  /** Thousandths of the unit. */
  readonly quantity: number;
  /** Øre. */
  readonly amount: number;
}

const quarterOf = (day: string): string => `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
const keyOf = ({ supplier, municipality, quarter }: Pick<TrueTotal, 'supplier' | 'municipality' | 'quarter'>): string =>
  `${supplier} ${municipality} ${quarter}`;

/** Returns true tonnes by supplier, municipality and quarter of delivery: deliveries × the footprint of each item. */
export function readTrueTotals(folder: string): ReadonlyMap<string, TrueTotal> {
  const truth = json<{ parts?: readonly string[]; deliveries: Table; items: Table }>(folder, 'truth.json');
  const footprints = new Map(
    rowsOf<{ supplier: string; number: string; footprint: number }>(truth.items).map(
      ({ supplier, number, footprint }) => [`${supplier} ${number}`, footprint],
    ),
  );
  const cells = new Map<string, TrueTotal>();
  for (const part of truth.parts?.map((name) => json<{ deliveries: Table }>(folder, name)) ?? [truth]) {
    for (const { supplier, municipality, item, deliveredOn, quantity, amount } of rowsOf<Delivery>(part.deliveries)) {
      const place = { supplier, municipality, quarter: quarterOf(deliveredOn) };
      const cell = cells.get(keyOf(place)) ?? {
        ...place,
        tonnes: 0,
        amount: 0,
        tonnesByMonth: new Map<string, number>(),
      };
      const [tonnes, month] = [
        ((quantity / 1000) * (footprints.get(`${supplier} ${item}`) ?? 0)) / 1000,
        deliveredOn.slice(0, 7),
      ];
      cell.tonnes += tonnes;
      cell.tonnesByMonth.set(month, (cell.tonnesByMonth.get(month) ?? 0) + tonnes);
      cell.amount += amount / 100;
      cells.set(keyOf(place), cell);
    }
  }
  return cells;
}

interface World {
  readonly asOf: string;
  readonly suppliers: readonly { readonly key: string; readonly name: string }[];
  readonly buyers: readonly { readonly name: string; readonly municipalityNumber: string }[];
}

/** Returns the product's figures for every closed quarter with purchases, through its use case. */
export async function readProductTotals(
  { app, folder, asSystem }: LoadedWorld,
  truth: ReadonlyMap<string, TrueTotal>,
): Promise<ProductTotal[]> {
  const world = json<World & { ledgers: readonly { quarter: string }[] }>(folder, 'world.json');
  const uncertainty = app.get(EstimateUncertainty, { strict: false });
  const changes = app.get(EstimateChange, { strict: false });
  const quarters = [...new Set(world.ledgers.map(({ quarter }) => quarter))].toSorted();
  const ids = await asSystem(
    async () =>
      new Map(
        (
          await app
            .get(Database, { strict: false })
            .query<{ name: string; id: string }>('select name, id from identity.door_organisation')
        ).map(({ name, id }) => [name, id]),
      ),
  );
  const productTotals: ProductTotal[] = [];
  for (const supplier of world.suppliers) {
    for (const buyer of world.buyers) {
      const filter = {
        supplierId: ids.get(supplier.name) ?? '',
        buyerId: ids.get(buyer.name) ?? '',
        by: 'delivery',
      } as const;
      for (const quarter of quarters) {
        const cell = truth.get(keyOf({ supplier: supplier.key, municipality: buyer.municipalityNumber, quarter }));
        if (!cell || cell.tonnes <= 0) continue;
        const interval = await asSystem(() => uncertainty.run({ ...filter, ...monthsOf(quarter) }));
        const before = truth.get(keyOf({ ...cell, quarter: yearBefore(quarter) }));
        const change =
          before && before.tonnes > 0
            ? await asSystem(() => changes.run({ ...filter, ...monthsOf(quarter) }, monthsOf(before.quarter)))
            : null;
        const truly =
          before && change && change.verdict !== null
            ? tonnesIn(cell, change.comparison.after) - tonnesIn(before, change.comparison.before)
            : null;
        productTotals.push({
          cell,
          tonnes: Number(interval.kg) / 1000,
          low: Number(interval.low) / 1000,
          high: Number(interval.high) / 1000,
          verdict: change?.verdict ?? 'unclear',
          truly,
        });
      }
    }
  }
  return productTotals;
}

const yearBefore = (quarter: string): string => `${Number(quarter.slice(0, 4)) - 1}${quarter.slice(4)}`;

/** Returns true tonnes in the months that the product compared. */
const tonnesIn = ({ tonnesByMonth }: TrueTotal, { from, to }: { readonly from: string; readonly to: string }): number =>
  [...tonnesByMonth].reduce((tonnes, [month, more]) => (month >= from && month <= to ? tonnes + more : tonnes), 0);

function monthsOf(quarter: string): { from: string; to: string } {
  const { start } = Period.parse(quarter);
  const last = String(Number(start.slice(5, 7)) + 2).padStart(2, '0');
  return { from: start.slice(0, 7), to: `${start.slice(0, 4)}-${last}` };
}

export interface Coverage {
  readonly cells: number;
  /** Share of the totals whose interval contains the true value. */
  readonly covered: number;
  /** Median of interval width / true tonnes. */
  readonly width: number;
  /** Mean interval score / mean true tonnes: the width plus 40 times any miss. */
  readonly score: number;
  /** Median of product figure / true value. */
  readonly bias: number;
  readonly verdicts: number;
  /** Share of the rise and fall results that are wrong. */
  readonly wrong: number;
}

const ALPHA = 0.05;
const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/**
 * Calculates how well intervals cover the true values, and at what width. The score is that of Gneiting and Raftery
 * (2007); lower is better.
 */
export function coverageOf(productTotals: readonly ProductTotal[]): Coverage {
  const score = ({ low, high, cell: { tonnes } }: ProductTotal) =>
    high - low + (2 / ALPHA) * (Math.max(0, low - tonnes) + Math.max(0, tonnes - high));
  const verdicts = productTotals.filter(({ verdict, truly }) => verdict !== 'unclear' && truly !== null);
  return {
    cells: productTotals.length,
    covered: mean(productTotals.map(({ low, high, cell: { tonnes } }) => (low <= tonnes && tonnes <= high ? 1 : 0))),
    width: median(productTotals.map(({ low, high, cell: { tonnes } }) => (high - low) / tonnes)),
    score: mean(productTotals.map(score)) / mean(productTotals.map(({ cell }) => cell.tonnes)),
    bias: median(productTotals.map(({ tonnes, cell }) => tonnes / cell.tonnes)),
    verdicts: verdicts.length,
    wrong:
      verdicts.length === 0
        ? 0
        : mean(verdicts.map(({ verdict, truly }) => ((truly ?? 0) > 0 === (verdict === 'rise') ? 0 : 1))),
  };
}
