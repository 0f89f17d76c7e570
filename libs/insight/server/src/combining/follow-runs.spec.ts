import fc from 'fast-check';
import { setUpAgreement, type TestAgreement } from '@tallgrunn/agreements-server/testing';
import { matchAndCalculate, postLedger, roomsOfEmissions, type TestPosting } from '@tallgrunn/emissions-server/testing';
import { setUpParties, type Parties } from '@tallgrunn/identity-server/testing';
import { UnitOfWork } from '@tallgrunn/platform';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import { acceptedReport, marchLines } from '@tallgrunn/reporting-server/testing';
import { RefreshCombined, type RefreshResult } from '../refresh-combined.ts';
import { insight } from '../room.ts';
import { isMostChanged } from './follow-runs.ts';

describe('limit of changed lines from which all lines are read', () => {
  it('is a quarter of the table above 5,000 lines, and 100,000 lines in any table', async () => {
    const nearLimits = fc.oneof(
      ...[0, 5_000, 100_000, 200_000].map((at) => fc.integer({ min: Math.max(0, at - 3), max: at + 3 })),
      fc.integer({ min: 0, max: 250_000 }),
    );
    await fc.assert(
      fc.asyncProperty(nearLimits, fc.integer({ min: -3, max: 3 }), fc.boolean(), async (changed, off, isEmpty) => {
        const rows = isEmpty ? 0 : Math.max(0, changed * 4 + off);
        const limits: number[] = [];
        const isMost = await isMostChanged(changed, (limit) => {
          limits.push(limit);
          return Promise.resolve(Math.min(rows, limit));
        });
        expect(isMost).toBe(changed > 100_000 || (changed > 5_000 && changed > rows / 4));
        // The rows are counted only if they decide, and no more of them than needed.
        expect(limits).toEqual(changed > 5_000 && changed <= 100_000 ? [changed * 4] : []);
      }),
      { numRuns: 500 },
    );
  });
});

describe('refresh after many changed lines', () => {
  let stand: TestApp;
  let parties: Parties;
  let agreement: TestAgreement;
  let draw: (below: number) => number;

  beforeAll(async () => {
    stand = await setUpTestApp([...roomsOfEmissions, insight]);
    parties = await setUpParties(stand);
    agreement = await setUpAgreement(stand, parties);
    let state = Number(process.env['FOLLOW_SEED'] ?? 20_261_201);
    draw = (below) => {
      state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
      return Math.floor((state / 4_294_967_296) * below);
    };
  }, 60_000);
  afterAll(() => stand.close());

  const refresh = (isWhole = false): Promise<RefreshResult> =>
    stand.get(UnitOfWork).run({ ...parties.system }, () => stand.get(RefreshCombined).run({ isWhole }));
  const rowCount = async () =>
    (await stand.asOwner<{ rows: number }>('select count(*)::int as rows from insight.combined_line'))[0]!.rows;
  const sums = () => stand.asOwner<Record<string, unknown>>('select * from insight.combined_sum order by id');

  /** A report whose invoices a ledger posts as one amount each, so that booked lines have parts. */
  async function report(periodKey: string): Promise<TestPosting[]> {
    const lines = Array.from({ length: 30 + draw(20) }, (_, at) => {
      const kind = marchLines[draw(2)]!;
      const quantity = 1 + draw(9);
      return {
        ...kind,
        buyer: marchLines[0]!.buyer,
        quantity: String(quantity),
        amount: (quantity * Number(kind.unitPrice.replace(',', '.'))).toFixed(2).replace('.', ','),
        invoiceNumber: `${periodKey.slice(5)}${700 + Math.floor(at / (1 + draw(3)))}`,
        deliveredOn: `${String(1 + draw(27)).padStart(2, '0')}.${periodKey.slice(5)}.2026`,
      };
    });
    await acceptedReport(stand, parties, agreement, { periodKey, lines });
    return [...Map.groupBy(lines, ({ invoiceNumber }) => invoiceNumber)].map(([invoice, of]) => ({
      account: '115',
      amount: of.reduce((total, { amount }) => total + Number(amount.replace(',', '.')), 0).toFixed(2),
      invoice,
      orgNumber: '311047116',
      on: `${periodKey}-20`,
    }));
  }

  /** Posts a ledger of that many lines, with the invoices of a report among them, and runs match and calculation. */
  async function post(count: number, invoices: readonly TestPosting[] = []): Promise<void> {
    const others = Array.from({ length: count - invoices.length }, (): TestPosting => ({
      account: ['100', '115', '120', '200', '429', null][draw(6)]!,
      amount: `${draw(6) === 0 ? '-' : ''}${1 + draw(50_000)}.${10 + draw(89)}`,
      currency: draw(9) === 0 ? 'USD' : 'NOK',
      vat: draw(6) === 0 ? 'unknown' : 'net',
      on: `2026-0${1 + draw(3)}-${10 + draw(18)}`,
      orgNumber: ['999888777', '311047116', ''][draw(3)]!,
    }));
    await postLedger(stand, parties, [...others, ...invoices]);
    await matchAndCalculate(stand, parties);
  }

  /** Refreshes, and expects rows and sums of a full refresh. Returns whether only the changed lines were read. */
  async function isFollowed(): Promise<boolean> {
    const result = await refresh();
    const refreshed = await sums();
    expect(await refresh(true)).toEqual({ isFollowed: false, deleted: 0, inserted: 0 });
    expect(refreshed).toEqual(await sums());
    await refresh();
    return result.isFollowed;
  }

  it('reads few lines in any table, many lines only in a table four times as large, and gives the same rows', async () => {
    // Both reports come before the ledgers: a report changes the state of every booked line of its supplier and months.
    const [january, march] = [await report('2026-01'), await report('2026-03')];
    await post(200, january);
    expect(await isFollowed()).toBe(false); // the first refresh
    const chosen: [number, number, boolean][] = [];
    const add = async (lines: number, invoices: readonly TestPosting[] = []) => {
      const rows = await rowCount();
      await post(lines, invoices);
      chosen.push([lines, rows, await isFollowed()]);
    };
    await add(4_800 + draw(100)); // few
    await add(5_001 + draw(400)); // more than a quarter
    await add(4_800 + draw(100), march); // few, of which some are in parts
    await add(5_400 + draw(400)); // about 15,000 rows: more than a quarter
    await add(5_001); // a quarter of at least 20,201 rows
    expect(chosen).toEqual(chosen.map(([lines, rows]) => [lines, rows, lines <= 5_000 || lines * 4 <= rows]));
    expect(chosen.map(([, , followed]) => followed)).toEqual([true, false, true, false, true]);
  }, 300_000);
});
