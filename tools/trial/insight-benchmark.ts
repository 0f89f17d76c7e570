import 'reflect-metadata';
import { createHeadlessApp } from '@tallgrunn/app-server';
import { BridgePeriods, EstimateChange, EstimateUncertainty, SummariseEmissions } from '@tallgrunn/emissions-server';
import { combinedLines, parseQuery, ReadRows } from '@tallgrunn/exchange-server';
import { FindActor } from '@tallgrunn/identity-server';
import {
  CompareMunicipalities,
  ReadChartData,
  ListFilterOptions,
  ListCombined,
  ListCompleteness,
  ShowUtilisation,
} from '@tallgrunn/insight-server';
import { Database, readConfig, UnitOfWork } from '@tallgrunn/platform';

// Benchmark queries of insight: each figure of the pages, with filters that differ each time. Prints JSON: milliseconds
// of each query, by its name. The first query is cold.
const app = await createHeadlessApp(readConfig(), { works: false });
const get = <T>(type: new (...args: never[]) => T): T => app.get(type, { strict: false });
const [only] = await get(FindActor).system('cli');
if (!only) throw new Error('Set up first.');
const inUnitOfWork = <T>(work: () => Promise<T>): Promise<T> => get(UnitOfWork).run({ ...only.actor }, work);

const { buyers, suppliers, agreements, months } = await inUnitOfWork(() => get(ListFilterOptions).run());
const years = [...new Set(months.map((month) => month.slice(0, 4)))];
const quarters = years.flatMap((year) =>
  [1, 4, 7, 10].map((first) => ({
    from: `${year}-${String(first).padStart(2, '0')}`,
    to: `${year}-${String(first + 2).padStart(2, '0')}`,
  })),
);
const pick = <T>(list: readonly T[], at: number): T => list[at % list.length]!;
/** Returns filters in turn: a year and a quarter of all parties, a year of one buyer, a year of one supplier. */
const filterAt = (at: number) => {
  const year = { from: `${pick(years, at)}-01`, to: `${pick(years, at)}-12` };
  return [
    year,
    pick(quarters, at),
    { ...year, buyerId: pick(buyers, at).value },
    { ...year, supplierId: pick(suppliers, at).value },
  ][at % 4]!;
};

const states = ['booked-not-reported', 'books-not-loaded', 'outside-agreements', 'matched'];
/** Returns one of the newest quarters and the same quarter of the year before. */
const comparedAt = (at: number) => {
  const { from, to } = pick(quarters.slice(-4), at);
  const before = (month: string) => `${Number(month.slice(0, 4)) - 1}${month.slice(4)}`;
  return { now: { from, to }, then: { from: before(from), to: before(to) } };
};
/** Positions in the orders of pages, after about a tenth, half and nine tenths of all rows, by a sample of them. */
const positions = await inUnitOfWork(() =>
  get(Database).query<Record<'-amount' | '-date' | '-kg', string>>(
    `select (0.01 * p.amount)::text as "-amount", p.day::text as "-date", (0.000001 * p.kg)::text as "-kg"
     from (
       select unnest(percentile_disc(s.shares) within group (order by l.sort_amount desc)) as amount, unnest(percentile_disc(s.shares) within group (order by l.sort_day desc)) as day,
         unnest(percentile_disc(s.shares) within group (order by l.sort_kg desc)) as kg
       from insight.combined_line l tablesample system (10) cross join (select array[0.1, 0.5, 0.9]::float8[] as shares) s group by s.shares
     ) p`,
  ),
);
const { run } = await inUnitOfWork(() => get(SummariseEmissions).run({}));
if (!run) throw new Error('There is no run.');

const measureQuery: Record<string, (at: number) => Promise<unknown>> = {
  choices: () => get(ListFilterOptions).run(),
  totals: (at) => get(ListCombined).totals({ ...filterAt(at), scope: 'purchases' }),
  pictures: (at) => get(ReadChartData).run(filterAt(at)),
  'emission summary': (at) => get(SummariseEmissions).run(filterAt(at)),
  uncertainty: (at) => get(EstimateUncertainty).run(filterAt(at)),
  comparison: (at) => {
    const { now, then } = comparedAt(at);
    return get(EstimateChange).run({ ...filterAt(at), ...now }, then);
  },
  'bridge of periods': (at) => {
    const { now, then } = comparedAt(at);
    return get(BridgePeriods).run({ run: run.number, ...then }, { run: run.number, ...now }, filterAt(at));
  },
  municipalities: (at) => {
    const { from, to } = filterAt(at);
    return get(CompareMunicipalities).run(from, to);
  },
  'use of an agreement': (at) => get(ShowUtilisation).run(pick(agreements, at).value),
  completeness: () => get(ListCompleteness).run(),
  'a page of one state': (at) =>
    get(ListCombined).run({ state: pick(states, at) }, pick(['-amount', 'date'] as const, at), null),
  'a page of the table': (at) =>
    get(ListCombined).run(
      { ...filterAt(at), scope: 'purchases' },
      pick(['-amount', '-date', '-kg'] as const, at),
      null,
    ),
  'a later page of the table': (at) => {
    const order = pick(['-amount', '-date', '-kg'] as const, at);
    const after = { value: pick(positions, Math.floor(at / 3))[order], key: '' };
    return get(ListCombined).run({ ...(at % 2 === 0 ? {} : filterAt(at)), scope: 'purchases' }, order, after);
  },
};

/** Queries of the feed: in turn, most rows, a month's, and few rows. */
const feedFilterAt = (at: number): string =>
  [
    `BookedAmountExclVat ge ${100 + at}`,
    `Month eq '${pick(months, at)}'`,
    `BuyerId eq ${pick(buyers, at).value} and State eq 'matched'`,
  ][at % 3]!;
const feedQuery: Readonly<Record<string, (at: number) => string>> = {
  'a page of the feed': () => '',
  'a filtered page of the feed': (at) => `$filter=${feedFilterAt(at)}`,
  'a sorted page of the feed': (at) =>
    `$orderby=${pick(['BookedAmountExclVat desc', 'PurchasedOn desc', 'KgCo2e desc'], at)}`,
  'a filtered and sorted page of the feed': (at) => `$filter=${feedFilterAt(at)}&$orderby=PurchasedOn`,
  'a count of the feed': (at) => `$filter=${feedFilterAt(at)}&$top=0&$count=true`,
};
/** Rows of a page of the feed. */
const FEED_PAGE = 1000;
for (const [name, query] of Object.entries(feedQuery))
  measureQuery[name] = (at) => get(ReadRows).run(combinedLines, parseQuery(query(at)), FEED_PAGE);

const times = Number(process.argv[2] ?? 20);
const results: Record<string, number[]> = {};
for (const [name, ask] of Object.entries(measureQuery)) {
  results[name] = [];
  for (let at = 0; at < times; at += 1) {
    const began = performance.now();
    await inUnitOfWork(() => ask(at));
    results[name].push(performance.now() - began);
  }
}
process.stdout.write(`${JSON.stringify(results)}\n`);
await app.close();
