import type { Query } from './query.ts';

/** The emissions of one part of a booked line. kg and NOK are floats, because each step is compared to the gram. */
export interface LineEmissions {
  readonly buyer: string;
  readonly month: string;
  /** Category and product group. */
  readonly group: string;
  readonly category: string;
  readonly method: string;
  readonly factor: string;
  readonly multiplier: string;
  readonly kroner: number;
  readonly kg: number;
}

export const readLineEmissions = (query: Query): Promise<LineEmissions[]> =>
  query<LineEmissions>(`
    select buyer_id as buyer, to_char(coalesce(booked_on, purchased_on), 'YYYY-MM') as month, category_code || ' ' || coalesce(product_group_code, '') as "group", category_code as category, method,
      factor_set_id || ' ' || factor_id as factor, multiplier::text as multiplier, coalesce(base_amount, 0)::float8 as kroner, kg::float8 as kg
    from emissions.result where closed_by_run is null and buyer_id is not null and kg is not null`);

interface Months {
  readonly from: string;
  readonly to: string;
}

const SUPPLIERS_OWN = new Set(['declared-verified', 'declared-unverified', 'invoice-co2e']);
const sum = <T>(rows: readonly T[], of: (row: T) => number): number => rows.reduce((all, row) => all + of(row), 0);
const kg = (rows: readonly LineEmissions[]): number => sum(rows, (row) => row.kg);
const kroner = (rows: readonly LineEmissions[]): number => sum(rows, (row) => row.kroner);

/**
 * Calculates the steps from one period to another, in kg.
 * - data: buyers with figures in only one of the periods.
 * - volume: growth in total spend, at the earlier kg per NOK.
 * - mix: changed shares of the product groups.
 * - supplier: effect of suppliers' own figures.
 * For each other later line, the deviation from the earlier kg per NOK of its group has the first cause that applies: a
 * method (method), a factor (factor) or a multiplier of that factor (price) that is new in the group. Otherwise it is a
 * different mix.
 */
export function calculateBridge(
  lines: readonly LineEmissions[],
  buyers: readonly string[],
  before: Months,
  after: Months,
): ReadonlyMap<string, number> {
  const inMonths = ({ from, to }: Months) =>
    lines.filter(({ buyer, month }) => buyers.includes(buyer) && month >= from && month <= to);
  const [all0, all1] = [inMonths(before), inMonths(after)];
  const both = new Set(all0.map(({ buyer }) => buyer).filter((buyer) => all1.some((line) => line.buyer === buyer)));
  const [earlier, later] = [all0.filter(({ buyer }) => both.has(buyer)), all1.filter(({ buyer }) => both.has(buyer))];
  const steps = new Map<string, number>();
  const add = (step: string, amount: number) => steps.set(step, (steps.get(step) ?? 0) + amount);
  add('data', kg(all1) - kg(later) - (kg(all0) - kg(earlier)));
  const growth = kroner(earlier) === 0 ? 1 : kroner(later) / kroner(earlier);
  const perKrone = (rows: readonly LineEmissions[]): number | null =>
    kroner(rows) === 0 ? null : kg(rows) / kroner(rows);
  for (const group of new Set([...earlier, ...later].map((line) => line.group))) {
    const [own0, own1] = [earlier.filter((line) => line.group === group), later.filter((line) => line.group === group)];
    const { category } = (own0[0] ?? own1[0])!;
    const rate =
      perKrone(own0) ?? perKrone(earlier.filter((line) => line.category === category)) ?? perKrone(earlier) ?? 0;
    add('volume', kg(own0) * growth - kg(own0));
    add('mix', kroner(own1) * rate - kg(own0) * growth);
    const supplierSpecific = own1.filter(({ method }) => SUPPLIERS_OWN.has(method));
    add('supplier', kg(supplierSpecific) - kroner(supplierSpecific) * rate);
    const earlierLines = own0.filter(({ method }) => !SUPPLIERS_OWN.has(method));
    for (const line of own1.filter(({ method }) => !SUPPLIERS_OWN.has(method)))
      add(causeOf(line, earlierLines), line.kg - line.kroner * rate);
  }
  return steps;
}

function causeOf(line: LineEmissions, earlierLines: readonly LineEmissions[]): string {
  if (earlierLines.length === 0) return 'mix';
  if (!earlierLines.some(({ method }) => method === line.method)) return 'method';
  if (!earlierLines.some(({ factor }) => factor === line.factor)) return 'factor';
  const isByKroner = line.method.startsWith('spend-');
  return isByKroner &&
    !earlierLines.some(
      ({ method, factor, multiplier }) =>
        method.startsWith('spend-') && factor === line.factor && multiplier === line.multiplier,
    )
    ? 'price'
    : 'mix';
}
