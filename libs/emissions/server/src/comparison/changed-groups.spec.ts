import { setUpAgreement } from '@tallgrunn/agreements-server/testing';
import { setUpParties, type Parties } from '@tallgrunn/identity-server/testing';
import { Database, UnitOfWork } from '@tallgrunn/platform';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import { acceptedReport } from '@tallgrunn/reporting-server/testing';
import { matchAndCalculate, postLedger, roomsOfEmissions } from '../testing.ts';
import { DROP_SUMS, SUM_ALL } from '../weighing/keep-sums.ts';
import { readChangedGroups } from './changed-groups.ts';

let stand: TestApp;
let parties: Parties;

beforeAll(async () => {
  stand = await setUpTestApp(roomsOfEmissions);
  parties = await setUpParties(stand);
  const agreement = await setUpAgreement(stand, parties);
  await acceptedReport(stand, parties, agreement);
  await postLedger(stand, parties, [
    { account: '115', amount: '3125.00', invoice: '7001', orgNumber: '311047116' },
    { account: '115', amount: '900.00', orgNumber: '311047116' },
  ]);
  await matchAndCalculate(stand, parties);
}, 60_000);
afterAll(() => stand.close());

const inUnit = <T>(work: (database: Database) => Promise<T>): Promise<T> =>
  stand.get(UnitOfWork).run({ ...parties.system }, () => work(stand.get(Database)));

interface DrawnLine {
  readonly kg: number;
  readonly own: number | null;
  readonly item: string | null;
  readonly factor: string;
  readonly month: string;
  /** Stored only if it differs from the own day, as by older runs. */
  readonly isBookedOnStored: boolean;
}

const BEFORE = { from: '2025-02', to: '2025-03' };
const AFTER = { from: '2026-02', to: '2026-03' };
const MONTHS = ['2025-01', '2025-02', '2025-03', '2025-04', '2026-01', '2026-02', '2026-03', '2026-04'];

function drawLines(seed: number): DrawnLine[] {
  let state = seed;
  const draw = (below: number) => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return Math.floor((state / 4_294_967_296) * below);
  };
  return Array.from({ length: 150 }, () => ({
    kg: (draw(9) === 0 ? -1 : 1) * (1 + draw(500)),
    own: draw(6) === 0 ? null : 10 + draw(900),
    item: draw(5) === 0 ? null : `V-${draw(12)}`,
    factor: `f${draw(3)}`,
    month: MONTHS[draw(MONTHS.length)]!,
    isBookedOnStored: draw(3) > 0,
  }));
}

/** Replaces the results by copies of one of them with the drawn values, and their sums by those of the copies. */
async function storeLines(lines: readonly DrawnLine[]): Promise<void> {
  await stand.asOwner(
    `create table if not exists public.drawn_from as select * from emissions.result where method = 'spend-account' limit 1`,
  );
  await stand.asOwner('delete from emissions.result');
  for (const [at, { kg, own, item, factor, month, isBookedOnStored }] of lines.entries())
    await stand.asOwner(
      `insert into emissions.result select (jsonb_populate_record(d, '${JSON.stringify({
        line_no: at + 1,
        line_key: `drawn-${at}`,
        kg,
        own_amount: own,
        supplier_id: parties.suppliers[0]!.organisationId,
        item_number: item,
        factor_id: factor,
        spent_on: `${isBookedOnStored ? '2024-12' : month}-14`,
        booked_on: isBookedOnStored ? `${month}-28` : null,
      })}')).* from public.drawn_from d`,
    );
  await inUnit(async (database) => {
    await database.query(DROP_SUMS);
    await database.query(SUM_ALL);
  });
}

/** Calculates the groups and the kg of other factors from each line, by their definitions. */
function groupsOf(lines: readonly DrawnLine[]) {
  const sum = (of: readonly DrawnLine[], value: (line: DrawnLine) => number = ({ kg }) => kg) =>
    of.reduce((total, line) => total + value(line), 0);
  const within = ({ from, to }: { from: string; to: string }) =>
    lines.filter(({ month }) => month >= from && month <= to);
  const [before, after] = [within(BEFORE), within(AFTER)];
  const both = [...before, ...after];
  const groups = [...new Set(both.map(({ factor }) => factor))].toSorted().flatMap((factor) => {
    const [then, now] = [before, after].map((of) => of.filter((line) => line.factor === factor)) as [
      DrawnLine[],
      DrawnLine[],
    ];
    const uses = [...new Set([...then, ...now].map((line) => line.item ?? line))].map((use) =>
      [then, now].map((of) => sum(of.filter((line) => (line.item ?? line) === use))),
    ) as [number, number][];
    const times = (of: (use: [number, number]) => number) => uses.reduce((total, use) => total + of(use), 0);
    return {
      before: sum(then),
      after: sum(now),
      linesBefore: then.length,
      linesAfter: now.length,
      beforeSquared: times(([kg]) => kg ** 2),
      bothMultiplied: times(([kg, later]) => kg * later),
      afterSquared: times(([, kg]) => kg ** 2),
    };
  });
  const converted = both.filter(({ own, item }) => own !== null && item !== null);
  const ofOtherFactors = [...Map.groupBy(converted, ({ item }) => item).values()].map((of) => {
    const [then, now] = [of.filter((line) => before.includes(line)), of.filter((line) => after.includes(line))];
    const factors = (list: readonly DrawnLine[]) => new Set(list.map(({ factor }) => factor)).size;
    if (now.length === 0 || then.length === 0 || factors(of) <= Math.max(factors(then), factors(now))) return 0;
    const amount = ({ own }: DrawnLine) => own ?? 0;
    return sum(now) - (sum(then) * sum(now, amount)) / sum(then, amount);
  });
  return { groups, kgOfOtherFactors: ofOtherFactors.reduce((total, kg) => total + kg, 0) };
}

describe('factors of two periods', () => {
  it.each([4, 31, 707])('are those of the lines, whichever day of them is stored (%i)', async (seed) => {
    const lines = drawLines(seed);
    await storeLines(lines);
    const run = await inUnit((database) =>
      database.one<{ number: number }>('select max(number) as number from emissions.run'),
    );
    const { groups, kgOfOtherFactors } = await inUnit((database) =>
      readChangedGroups(database, run!.number, [BEFORE], [AFTER]),
    );
    const expected = groupsOf(lines);
    expect(
      groups.map(({ before, after, linesBefore, linesAfter, beforeSquared, bothMultiplied, afterSquared }) => ({
        before,
        after,
        linesBefore,
        linesAfter,
        beforeSquared,
        bothMultiplied,
        afterSquared,
      })),
    ).toEqual(expected.groups);
    expect(kgOfOtherFactors).toBeCloseTo(expected.kgOfOtherFactors, 6);
    expect(kgOfOtherFactors).not.toBe(0);
  });
});
