import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { demoReports, type DemoReports } from './demo-reports.ts';
import { assessReports } from './assess-findings.ts';
import { Score } from './score.ts';

/**
 * By default one seed, and the reports of one year. `CORPUS_SEEDS=1,2,3 npm test -- test/corpus/full-world.spec.ts`
 * uses those seeds and all sixteen quarters. The table of each is printed, and written with examples to tmp/corpus.
 */
const requestedSeeds = process.env['CORPUS_SEEDS'];
const seeds = (requestedSeeds ?? '1').split(',').map(Number);
const isAssessed = (period: string): boolean => requestedSeeds !== undefined || period.startsWith('2024');
const tables = path.join(__dirname, '../../tmp/corpus');

interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
}

interface Feature {
  readonly feature: string;
  readonly of: string;
  readonly lines: number;
  readonly amount: number;
}

interface Mismatch {
  readonly cause: string;
  readonly supplier: string;
  readonly municipality: string;
  readonly quarter: string;
  readonly count: number;
  readonly amount: number;
}

interface Reconciled {
  readonly supplier: string;
  readonly municipality: string;
  readonly quarter: string;
  readonly delivered: number;
  readonly reported: number;
  readonly bookedInTime: number;
  readonly bookedLater: number;
}

const rowsOf = <T>(table: unknown): T[] =>
  (table as Table).rows.map(
    (row) => Object.fromEntries((table as Table).columns.map((column, at) => [column, row[at]])) as T,
  );
const total = <T>(list: readonly T[], of: (one: T) => number): number => list.reduce((sum, one) => sum + of(one), 0);

describe.each(seeds)('the full demo world %i', (seed) => {
  let reports: DemoReports;
  const score = new Score();
  const features = (feature: string): Feature[] =>
    (reports.truth['features'] as Feature[]).filter((one) => one.feature === feature);
  const mismatches = (cause: string): Mismatch[] =>
    rowsOf<Mismatch>(reports.truth['mismatches']).filter((one) => one.cause === cause);
  const lines = () => total(features('lines'), (one) => one.lines);
  const amount = () => total(features('lines'), (one) => one.amount);

  beforeAll(async () => {
    const world = await demoReports(seed, 'full');
    reports = world;
    await assessReports({ ...world, entries: world.entries.filter(({ period }) => isAssessed(period)) }, (assessed) =>
      score.add(assessed),
    );
    mkdirSync(tables, { recursive: true });
    writeFileSync(
      path.join(tables, `full-${seed}.txt`),
      [
        score.table(),
        '',
        'missed',
        ...score.missed,
        '',
        'extra',
        ...score.extra,
        '',
        'stopped though accepted',
        ...score.stopped,
        '',
      ].join('\n'),
    );
    process.stdout.write(`\n${score.table()}\n`);
  }, 1_200_000);

  it('has eight agreements and a predecessor, twelve suppliers, sixteen quarters, 65,000 to 80,000 delivery lines a year and about 2,100 items', () => {
    expect(features('agreement')).toHaveLength(9);
    expect(reports.world.suppliers).toHaveLength(12);
    expect(features('lines').map((one) => one.of)).toEqual(['2022', '2023', '2024', '2025']);
    expect(features('lines').filter((one) => one.lines < 65_000 || one.lines > 80_000)).toEqual([]);
    expect(Math.abs((reports.truth['items'] as Table).rows.length - 2100)).toBeLessThan(100);
  });

  it('has the intended differences between ledgers and reports', () => {
    const share = (cause: string): number => (100 * total(mismatches(cause), (one) => one.amount)) / amount();
    const lineShare = (cause: string): number => (100 * total(mismatches(cause), (one) => one.count)) / lines();
    const reconciled = rowsOf<Reconciled>(reports.truth['reconciliation']);
    const later = (rows: readonly Reconciled[]): number =>
      (100 * total(rows, (one) => one.bookedLater)) / total(rows, (one) => one.bookedLater + one.bookedInTime);
    const rates: [what: string, found: number, from: number, to: number][] = [
      ['booked later, value', share('booked-later'), 3.2, 5.5],
      ['booked later, lines', lineShare('booked-later'), 3.2, 6],
      ['booked later at the end of a year', later(reconciled.filter(({ quarter }) => quarter.endsWith('Q4'))), 6, 11.5],
      ['fees', share('fee'), 1.9, 3.1],
      ['bought from others', share('off-agreement'), 5.5, 8.5],
      ['outside the assortment, lines', lineShare('outside-assortment'), 7, 9.2],
      ['outside the assortment, value', share('outside-assortment'), 12.5, 15.5],
      ['above the agreed price, lines', lineShare('price-above-agreed'), 2, 3],
      ['on the wrong art', share('misposted'), 4.8, 7.2],
    ];
    expect(rates.filter(([, found, from, to]) => !(found >= from && found <= to))).toEqual([]);
  });

  it("has a site omitted by one supplier in two quarters: 10 to 25 % of its buyer's purchases", () => {
    const forgotten = mismatches('not-reported').filter(({ supplier }) => supplier === 'blyant');
    expect(forgotten.map(({ quarter }) => quarter)).toEqual(['2023-Q2', '2023-Q3']);
    for (const { amount: missing, municipality, quarter } of forgotten) {
      const whole = rowsOf<Reconciled>(reports.truth['reconciliation']).find(
        (one) => one.supplier === 'blyant' && one.municipality === municipality && one.quarter === quarter,
      )!;
      expect(missing / whole.delivered).toBeGreaterThan(0.1);
      expect(missing / whole.delivered).toBeLessThan(0.3);
    }
  });

  it('has the properties of real agreements, each with its truth', () => {
    const some = (feature: string, least: number): boolean => total(features(feature), (one) => one.lines) >= least;
    const wanted: [string, number][] = [
      ['iks', 1000],
      ['host-cooperation', 1000],
      ['branch', 20_000],
      ['catch-weight', 3000],
      ['weekly-list', 20_000],
      ['daily-list', 8000],
      ['adjusted-price', 10_000],
    ];
    expect(wanted.filter(([feature, least]) => !some(feature, least))).toEqual([]);
    expect(features('branch')).toHaveLength(14);
    expect(
      features('rank')
        .map((one) => one.of)
        .filter((of) => of.startsWith('RIIK-21-088')),
    ).toEqual(['RIIK-21-088/1', 'RIIK-21-088/2']);
    for (const cause of ['booked-by-host', 'no-ledger', 'paid-to-another', 'ledger-missing'])
      expect(mismatches(cause).length).toBeGreaterThan(0);
  });

  it('nearly exhausts one agreement’s maximum value, and changes that agreement inside a quarter', () => {
    const used = total(features('maximum-value'), (one) => one.amount) / 100 / 16_000_000;
    expect(used).toBeGreaterThan(0.85);
    expect(used).toBeLessThan(1);
    const second = reports.world.obligations
      .filter(({ supplier, period }) => supplier === 'tregard' && period === '2024-Q2')
      .map(({ agreement, start, end }) => [agreement, start, end]);
    expect(second).toEqual([
      ['RIIK-20-066', '2024-04-01', '2024-05-15'],
      ['RIIK-24-066', '2024-05-15', '2024-07-01'],
    ]);
  });

  it('has the intended share of timely reports, and improves', () => {
    const first = reports.entries.filter(({ version, submittedAt }) => version === 1 && submittedAt !== null);
    const share = (fits: (entry: (typeof first)[number]) => boolean, of = first): number =>
      of.filter(fits).length / of.length;
    expect(Math.abs(share(({ workingDaysLate }) => workingDaysLate === 0) - 0.78)).toBeLessThan(0.08);
    expect(Math.abs(share(({ workingDaysLate }) => workingDaysLate >= 1 && workingDaysLate <= 5) - 0.12)).toBeLessThan(
      0.06,
    );
    const accepted = ['2022', '2025'].map((year) =>
      share(
        ({ outcome }) => outcome === 'accepted',
        first.filter(({ period }) => period.startsWith(year)),
      ),
    );
    expect(accepted[0]).toBeLessThan(0.65);
    expect(accepted[1]).toBeGreaterThan(0.68);
  });

  it('has its planted mistakes found', () => {
    const { planted, found } = score.total();
    expect(planted).toBeGreaterThan(10_000);
    expect(found / planted).toBeGreaterThan(0.98);
  });

  it('has less than one false finding in fifty, and no blocked accepted report', () => {
    const { said, right } = score.total();
    expect(score.extraCount).toBe(said - right);
    expect(right / said).toBeGreaterThan(0.98);
    expect(score.stopped).toEqual([]);
  });
});
