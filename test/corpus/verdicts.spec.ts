import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { EstimateChange, type PeriodChange } from '@tallgrunn/emissions-server';
import { Database } from '@tallgrunn/platform';
import { incompleteness, makeIncomplete, type Incompleteness } from './incomplete-ledgers.ts';
import { createWorld, type LoadedWorld } from './create-world.ts';
import { readTonnes, type TrueTonnes } from './true-tonnes.ts';

/** A new world with each commit, twelve minutes of work. `WORLD_SEEDS=1,2 npm test -- test/corpus/verdicts.spec.ts` fixes the seeds. */
const seeds =
  process.env['WORLD_SEEDS']?.split(',').map(Number) ?? fc.sample(fc.noBias(fc.integer({ min: 1, max: 999_999 })), 1);

jest.setTimeout(1_800_000);

/** Periods of 2026 with a counterpart a year earlier: each month, both quarters, and the half-year. */
const PERIODS: readonly (readonly [number, number])[] = [
  ...Array.from({ length: 6 }, (_, at) => [at + 1, at + 1] as const),
  [1, 3],
  [4, 6],
  [1, 6],
] as const;
const monthsOf = (year: number, [first, last]: readonly [number, number]) => ({
  from: `${year}-${String(first).padStart(2, '0')}`,
  to: `${year}-${String(last).padStart(2, '0')}`,
});
const days = ['books', 'delivery'] as const;

interface Verdict {
  readonly what: string;
  readonly by: (typeof days)[number];
  readonly told: PeriodChange;
  /** True change in tonnes between the months and buyers that were compared, by the same date as the verdict. */
  readonly truly: number;
  /** The same by delivery date: what changed in the purchases themselves. */
  readonly delivered: number;
}

describe.each(seeds)('directions of change in a world with incomplete ledgers, seed %i', (seed) => {
  let world: LoadedWorld;
  let drawn: readonly Incompleteness[];
  let tonnes: TrueTonnes;
  let verdicts: Verdict[];
  let changes: { readonly supplier: string; readonly told: PeriodChange }[];

  beforeAll(async () => {
    // Two municipalities have all their ledgers; otherwise a drawn world may have nothing to compare.
    drawn = fc
      .sample(fc.noBias(incompleteness), { numRuns: 7, seed })
      .map((each, at) => (at < 2 ? { ...each, missing: [], joinsAfter: 0 } : each));
    world = await createWorld('light', seed, (folder) => makeIncomplete(folder, drawn));
    tonnes = readTonnes(world.folder);
    [changes, verdicts] = await collectResults(world, tonnes);
  });
  afterAll(() => world?.close());

  it('are given where possible', () => {
    expect(changes.filter((each) => each.told.comparison.standing === 'sound').length).toBeGreaterThan(100);
    expect(verdicts.length).toBeGreaterThan(5);
  });

  it('are wrong in at most 2 %, within statistical error', () => {
    const wrong = verdicts.filter(({ told: { verdict }, truly }) => truly > 0 !== (verdict === 'rise'));
    process.stdout.write(
      `\nseed ${seed}: ${verdicts.length} verdicts of ${changes.length}, wrong ${wrong.length}${wrong.map(({ what, by, truly, told: { verdict, low, high } }) => `\n  ${what} by ${by}: ${verdict} ${low} to ${high} kg, truly ${Math.round(truly * 1000)}`).join('')}\n`,
    );
    expect({ drawn, wrong: wrong.length <= wrongMax(verdicts.length) }).toEqual({ drawn, wrong: true });
  });

  it('by accounting period follow the purchases, not the month of booking, in at most 2 % otherwise', () => {
    const booked = verdicts.filter(({ by }) => by === 'books');
    const wrong = booked.filter(({ told: { verdict }, delivered }) => delivered > 0 !== (verdict === 'rise'));
    process.stdout.write(
      `seed ${seed}: ${booked.length} by accounting period, ${wrong.length} against the deliveries\n`,
    );
    expect({ drawn, wrong: wrong.length <= wrongMax(booked.length) }).toEqual({ drawn, wrong: true });
  });

  it('compare the same complete months of both years, for buyers with complete ledgers', () => {
    const { quarters, ledgers } = JSON.parse(readFileSync(path.join(world.folder, 'world.json'), 'utf8')) as {
      quarters: readonly string[];
      ledgers: readonly { municipality: string; quarter: string }[];
    };
    const here = new Set(ledgers.map(({ municipality, quarter }) => `${municipality} ${quarter}`));
    const last = (municipality: string) => quarters.findLast((quarter) => here.has(`${municipality} ${quarter}`));
    for (const {
      told: {
        comparison: { before, after, buyers, standing },
        verdict,
      },
    } of changes) {
      if (verdict === null) continue;
      expect(standing).toBe('sound');
      expect([before.from.slice(5), before.to.slice(5)]).toEqual([after.from.slice(5), after.to.slice(5)]);
      for (const buyer of buyers) {
        const municipality = tonnes.municipalityOf(buyer.name);
        for (const { from, to } of [before, after]) {
          for (const month of tonnes.monthsBetween(from, to)) {
            const quarter = `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5)) / 3)}`;
            expect({ buyer: buyer.name, month, here: here.has(`${municipality} ${quarter}`) }).toEqual({
              buyer: buyer.name,
              month,
              here: true,
            });
            // Nothing after the last month of the last ledger shows that it is complete, and a ledger exported within
            // the month is not.
            if (quarter === last(municipality))
              expect({
                buyer: buyer.name,
                month,
                isLast: Number(month.slice(5)) % 3 === 0 && !hasStrayRows(drawn, tonnes.placeOf(municipality)),
              }).toEqual({ buyer: buyer.name, month, isLast: false });
          }
        }
      }
    }
  });

  it('never state a decrease larger than the earlier amount', () => {
    for (const {
      told: { before, after, low, high, difference },
    } of changes) {
      if (before === null) continue;
      if (Number(before) > 0 && Number(after) >= 0) expect(Number(low)).toBeGreaterThanOrEqual(-Number(before) - 1e-3);
      expect(Number(low)).toBeLessThanOrEqual(Number(difference) + 1e-3);
      expect(Number(high)).toBeGreaterThanOrEqual(Number(difference) - 1e-3);
    }
  });
});

/** Returns the most wrong results that chance allows: 2 % plus three standard errors. */
const wrongMax = (count: number): number => 0.02 * count + 3 * Math.sqrt(0.02 * 0.98 * count);
const hasStrayRows = (drawn: readonly Incompleteness[], place: number): boolean => (drawn[place]?.stray ?? 0) > 0;

async function collectResults(
  { app, asSystem }: LoadedWorld,
  tonnes: TrueTonnes,
): Promise<[{ supplier: string; told: PeriodChange }[], Verdict[]]> {
  const estimateChange = app.get(EstimateChange, { strict: false });
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
  const changes: { supplier: string; told: PeriodChange }[] = [];
  const verdicts: Verdict[] = [];
  for (const supplier of tonnes.suppliers) {
    for (const buyer of [null, ...tonnes.buyers]) {
      for (const period of PERIODS) {
        for (const by of days) {
          const filter = {
            supplierId: ids.get(supplier.name) ?? '',
            ...(buyer ? { buyerId: ids.get(buyer.name) ?? '' } : {}),
            by,
            ...monthsOf(2026, period),
          };
          const change = await asSystem(() => estimateChange.run(filter, monthsOf(2025, period)));
          changes.push({ supplier: supplier.key, told: change });
          if (change.verdict !== 'rise' && change.verdict !== 'fall') continue;
          const of = (months: { from: string; to: string }, date = by) =>
            tonnes.sum(
              date,
              supplier.key,
              change.comparison.buyers.map(({ name }) => name),
              months,
            );
          verdicts.push({
            what: `${supplier.name}, ${buyer?.name ?? 'all'}, ${change.comparison.after.from} to ${change.comparison.after.to}`,
            by,
            told: change,
            truly: of(change.comparison.after) - of(change.comparison.before),
            delivered: of(change.comparison.after, 'delivery') - of(change.comparison.before, 'delivery'),
          });
        }
      }
    }
  }
  return [changes, verdicts];
}
