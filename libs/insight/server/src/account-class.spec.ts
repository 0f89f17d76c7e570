import { setUpAgreement } from '@tallgrunn/agreements-server/testing';
import {
  calculate,
  closeLedgers,
  postLedger,
  roomsOfEmissions,
  type TestPosting,
} from '@tallgrunn/emissions-server/testing';
import { sampleUbl } from '@tallgrunn/formats/testing';
import { setUpParties, signIn, type Parties, type SignedIn } from '@tallgrunn/identity-server/testing';
import { UnitOfWork } from '@tallgrunn/platform';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import { postBatch } from '@tallgrunn/spend-server/testing';
import fc from 'fast-check';
import { RefreshCombined } from './refresh-combined.ts';
import { insight } from './room.ts';

let stand: TestApp;
beforeAll(async () => {
  stand = await setUpTestApp([...roomsOfEmissions, insight]);
});
afterAll(() => stand.close());

const seller = '311047116';
const classes = ['operating', 'investment', 'unknown'] as const;
type Class = (typeof classes)[number];
/** Ledger notations of each account class; empty or unreadable ones are unclassified. */
const accountClassTexts: Readonly<Record<Class, readonly string[]>> = {
  operating: ['1', 'Drift', 'D'],
  investment: ['0', 'Investering', 'i'],
  unknown: ['', '7', 'Annet'],
};

/** A random posting in a year, in whole øre; and whether an e-invoice with two lines is linked to it. */
interface RandomPosting {
  readonly buyer: 0 | 1;
  readonly year: 2025 | 2026;
  readonly class: Class;
  readonly way: number;
  readonly net: number;
  readonly account: string;
  readonly isInvoiced: boolean;
}

const randomPosting: fc.Arbitrary<RandomPosting> = fc.record({
  buyer: fc.constantFrom(0 as const, 1 as const),
  year: fc.constantFrom(2025 as const, 2026 as const),
  class: fc.constantFrom(...classes),
  way: fc.nat({ max: 2 }),
  net: fc.integer({ min: -500_000, max: 5_000_000 }).filter((net) => Math.abs(net) > 100),
  account: fc.constantFrom('115', '120', '200', '230'),
  isInvoiced: fc.boolean(),
});

/** Returns whether an e-invoice with two lines is imported for it: for purchases of the first buyer only. */
const isLinked = ({ buyer, net, isInvoiced }: RandomPosting): boolean => isInvoiced && net > 0 && buyer === 0;

const formatNok = (øre: number): string => (øre / 100).toFixed(2);
const øre = (text: string | null | undefined): number => Math.round(Number(text ?? '0') * 100);
const total = (postings: readonly RandomPosting[], isOne: (one: RandomPosting) => boolean): number =>
  postings.filter(isOne).reduce((sum, { net }) => sum + net, 0);

async function load(parties: Parties, postings: readonly RandomPosting[]): Promise<void> {
  for (const buyer of [0, 1] as const) {
    const own = postings.filter((each) => each.buyer === buyer);
    const rows = own.map((one, at): TestPosting => ({
      account: one.account,
      amount: formatNok(one.net),
      on: `${one.year}-03-10`,
      accountClass: accountClassTexts[one.class][one.way]!,
      ...(isLinked(one) ? { invoice: `F-${one.year}${at}`, orgNumber: seller } : {}),
    }));
    if (rows.length > 0) await postLedger(stand, parties, rows, { buyer });
    for (const [at, { net, year, ...one }] of own.entries()) {
      if (!isLinked({ net, year, ...one })) continue;
      const first = Math.floor(net / 3);
      const lines = [first, net - first].map((each, no) => ({
        quantity: '1',
        unit: 'EA',
        net: formatNok(each),
        price: formatNok(each),
        name: `Vare ${no}`,
        sellerNumber: `${buyer}${at}-${no}`,
      }));
      const document = sampleUbl({
        id: `F-${year}${at}`,
        issuedOn: `${year}-03-10`,
        buyer: { orgNumber: '944117784', name: 'Kongsvinger kommune' },
        lines,
        lineExtensionAmount: formatNok(net),
        payableAmount: formatNok(Math.round(net * 1.25)),
      });
      await postBatch(stand, parties.manager.actor, `faktura-${buyer}-${at}.xml`, document, {
        kind: 'invoices',
        buyerId: parties.buyers[buyer]!.organisationId,
      });
    }
  }
  await closeLedgers(stand, parties);
  await calculate(stand, parties);
  await stand.get(UnitOfWork).run({ ...parties.system }, () => stand.get(RefreshCombined).run());
}

const get = async (who: SignedIn, path: string) => (await who.get(path).expect(200)).body;

describe('operating and investment accounts', () => {
  it('are separated equally in spend, emissions, combined table and export; unknown is in neither', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(randomPosting, { minLength: 4, maxLength: 14 }), async (postings) => {
        const parties = await setUpParties(stand);
        await setUpAgreement(stand, parties);
        await load(parties, postings);
        const manager = await signIn(stand, parties.manager.email);
        const sums = await stand.asOwner<{ class: Class; amount: string; lines: number; invoiced: number }>(
          `select coalesce(account_class, 'unknown') as class, sum(net_amount)::text as amount, count(*)::int as lines, count(*) filter (where source = 'invoice-line')::int as invoiced from spend.door_spend_line where cooperative_id = $1 group by 1`,
          [parties.cooperativeId],
        );
        for (const each of classes)
          expect([each, sums.find((one) => one.class === each)?.invoiced ?? 0]).toEqual([
            each,
            2 * postings.filter((one) => one.class === each && isLinked(one)).length,
          ]);
        const all = await get(manager, '/combined/totals');
        const csv: string = (await manager.get('/combined/export.csv?language=en').expect(200)).text;
        for (const each of classes) {
          const expected = total(postings, (one) => one.class === each);
          const [summary, combined] = [
            await get(manager, `/emissions/summary?accountClass=${each}`),
            await get(manager, `/combined/totals?accountClass=${each}`),
          ];
          expect([
            each,
            øre(sums.find((one) => one.class === each)?.amount),
            øre(summary.totals.spend),
            øre(combined.booked),
            øre(all.classes[each].amount),
            øre(combined.classes[each].amount),
          ]).toEqual([each, expected, expected, expected, expected, expected]);
          const shown = (await get(manager, `/combined?accountClass=${each}`)).rows.slice(0, 3);
          for (const { key } of shown)
            expect(
              (await get(manager, `/combined/lines/${encodeURIComponent(key)}`)).booked.map(
                (line: { accountClass: string }) => line.accountClass,
              ),
            ).toContain(each);
          // The explanation of a figure names its account class.
          expect(
            (await get(manager, `/emissions/explanations/totals?accountClass=${each}&language=en`)).steps[0],
          ).toContain(
            each === 'unknown' ? 'not known to be operating or investment' : `Only lines of the ${each} accounts`,
          );
          expect([combined.lines, all.classes[each].lines]).toEqual(
            Array(2).fill(sums.find((one) => one.class === each)?.lines ?? 0),
          );
        }
        expect(øre((await get(manager, '/emissions/summary')).totals.spend)).toBe(total(postings, () => true));
        const rows = csv.split(/\r?\n/).filter((line) => line !== '');
        const column = rows[0]!
          .replace(/^\uFEFF/, '')
          .split(/[;,]/)
          .findIndex((heading) => heading.replaceAll('"', '') === 'Operating or investment');
        expect(column).toBeGreaterThan(0);
        expect(rows.filter((line) => line.includes('investment')).length - 1).toBe(
          sums.find((one) => one.class === 'investment')?.lines ?? 0,
        );
      }),
      { numRuns: Number(process.env['CLASS_WORLDS'] ?? 4), endOnFailure: true },
    );
  });

  it('compare within operating, with investment alongside and unknown buyers named; without a direction when too much is unknown', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(randomPosting, { minLength: 3, maxLength: 10 }), async (some) => {
        // Each buyer has a ledger in both years, so that the years can be compared.
        const base = ([0, 1] as const).flatMap((buyer) =>
          ([2025, 2026] as const).map((year): RandomPosting => ({
            buyer,
            year,
            class: 'operating',
            way: 0,
            net: 20_000_000,
            account: '200',
            isInvoiced: false,
          })),
        );
        const postings = [...base, ...some.map((one): RandomPosting => ({ ...one, isInvoiced: false }))];
        const parties = await setUpParties(stand);
        await setUpAgreement(stand, parties);
        await load(parties, postings);
        const manager = await signIn(stand, parties.manager.email);
        const asked = 'beforeFrom=2025-03&beforeTo=2025-03&from=2026-03&to=2026-03';
        const operating = await get(manager, `/emissions/change?${asked}&accountClass=operating`);
        const of = (each: Class, year: number) => total(postings, (one) => one.class === each && one.year === year);
        expect([øre(operating.spendBefore), øre(operating.spendAfter)]).toEqual([
          of('operating', 2025),
          of('operating', 2026),
        ]);
        for (const each of classes)
          expect([each, øre(operating.classes[each].spendBefore), øre(operating.classes[each].spendAfter)]).toEqual([
            each,
            of(each, 2025),
            of(each, 2026),
          ]);
        const isUnknown = (buyer: number) => postings.some((one) => one.buyer === buyer && one.class === 'unknown');
        expect(operating.classes.unknownOf.map(({ buyerId }: { buyerId: string }) => buyerId).toSorted()).toEqual(
          ([0, 1] as const)
            .filter(isUnknown)
            .map((buyer) => parties.buyers[buyer]!.organisationId)
            .toSorted(),
        );
        const size = (year: number, isOne: (one: RandomPosting) => boolean) =>
          postings.filter((one) => one.year === year && isOne(one)).reduce((sum, { net }) => sum + Math.abs(net), 0);
        const isKnown = [2025, 2026].every(
          (year) => size(year, (one) => one.class === 'unknown') <= size(year, () => true) * 0.01,
        );
        expect(operating.classes.isKnown).toBe(isKnown);
        expect(operating.verdict === null).toBe(!isKnown);
        expect((await get(manager, `/emissions/change?${asked}&accountClass=investment`)).verdict).toBeNull();
        expect((await get(manager, `/emissions/change?${asked}`)).verdict).not.toBeNull();
        for (const buyer of [0, 1] as const) {
          const rows = await get(manager, '/municipalities?from=2026-01&to=2026-12&accounts=operating');
          const row = rows.find(
            ({ buyerId }: { buyerId: string }) => buyerId === parties.buyers[buyer]!.organisationId,
          );
          const own = (each: Class) =>
            total(postings, (one) => one.buyer === buyer && one.year === 2026 && one.class === each);
          expect([øre(row.figures.spend), øre(row.classUnknown)]).toEqual([own('operating'), own('unknown')]);
          expect(row.isClassKnown).toBe(
            Math.abs(own('unknown')) <= 0.01 * classes.reduce((sum, each) => sum + Math.abs(own(each)), 0),
          );
        }
      }),
      { numRuns: Number(process.env['CLASS_WORLDS'] ?? 4), endOnFailure: true },
    );
  });

  it('limit a bridge between two periods to the requested accounts', async () => {
    const parties = await setUpParties(stand);
    await setUpAgreement(stand, parties);
    const one = (year: 2025 | 2026, accountClass: Class, net: number): RandomPosting => ({
      buyer: 0,
      year,
      class: accountClass,
      way: 0,
      net,
      account: '200',
      isInvoiced: false,
    });
    await load(parties, [
      one(2025, 'operating', 100_000),
      one(2026, 'operating', 150_000),
      one(2025, 'investment', 900_000),
      one(2026, 'investment', 100_000),
    ]);
    const manager = await signIn(stand, parties.manager.email);
    const { number } = (await get(manager, '/emissions/runs'))[0];
    const bridgeOf = (query: string) =>
      get(
        manager,
        `/emissions/bridge/periods?beforeRun=${number}&beforeFrom=2025-03&beforeTo=2025-03&run=${number}&from=2026-03&to=2026-03${query}`,
      );
    const [operating, investment, all] = [
      await bridgeOf('&accountClass=operating'),
      await bridgeOf('&accountClass=investment'),
      await bridgeOf(''),
    ];
    for (const side of ['before', 'after'] as const)
      expect(Number(operating[side].kg) + Number(investment[side].kg)).toBeCloseTo(Number(all[side].kg), 4);
    expect(Number(operating.before.kg)).toBeGreaterThan(0);
    expect(Number(operating.after.kg)).toBeGreaterThan(Number(operating.before.kg));
    expect(Number(investment.after.kg)).toBeLessThan(Number(investment.before.kg));
  });

  it('give the direction of operating accounts, whatever was invested', async () => {
    const parties = await setUpParties(stand);
    await setUpAgreement(stand, parties);
    const one = (year: 2025 | 2026, accountClass: Class, net: number): RandomPosting => ({
      buyer: 0,
      year,
      class: accountClass,
      way: 0,
      net,
      account: '200',
      isInvoiced: false,
    });
    // Enough vouchers that individual ones have no influence.
    const many = (year: 2025 | 2026, net: number) => Array.from({ length: 60 }, () => one(year, 'operating', net));
    await load(parties, [...many(2025, 500_000), ...many(2026, 250_000), one(2026, 'investment', 90_000_000)]);
    const manager = await signIn(stand, parties.manager.email);
    const change = (query: string) =>
      get(manager, `/emissions/change?beforeFrom=2025-03&beforeTo=2025-03&from=2026-03&to=2026-03${query}`);
    const [operating, all] = [await change('&accountClass=operating'), await change('')];
    expect([operating.verdict, Number(operating.difference) < 0, Number(all.difference) > 0]).toEqual([
      'fall',
      true,
      true,
    ]);
  });
});
