import { agreements } from '@tallgrunn/agreements-server';
import { setUpAgreement } from '@tallgrunn/agreements-server/testing';
import { catalogue } from '@tallgrunn/catalogue-server';
import { declarations } from '@tallgrunn/declarations-server';
import { identity } from '@tallgrunn/identity-server';
import { setUpParties, type Parties } from '@tallgrunn/identity-server/testing';
import { UnitOfWork, type Actor } from '@tallgrunn/platform';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import { reporting } from '@tallgrunn/reporting-server';
import { acceptedReport } from '@tallgrunn/reporting-server/testing';
import { spend } from '@tallgrunn/spend-server';
import { ListUnmatched, REVIEW_PAGE, type ReviewQuery } from './list-unmatched.ts';
import { MatchLines } from './match-lines.ts';
import { matching } from './room.ts';

let stand: TestApp;
let parties: Parties;

/** Lines of NOK 1,000 and more, two of each amount. */
const LINES = REVIEW_PAGE + 30;
const kroner = (at: number) => 1000 + Math.floor(at / 2);

const listed = (actor: Actor, more: Partial<ReviewQuery> = {}) =>
  stand.get(UnitOfWork).run(actor, () =>
    stand.get(ListUnmatched).run({
      side: 'reported',
      state: 'reported-not-booked',
      cause: null,
      supplierId: null,
      buyerId: null,
      after: null,
      ...more,
    }),
  );
const states = ['reported-not-booked', 'books-not-loaded', 'matched'] as const;

beforeAll(async () => {
  stand = await setUpTestApp([identity, agreements, catalogue, declarations, spend, reporting, matching]);
  parties = await setUpParties(stand);
  const agreement = await setUpAgreement(stand, parties);
  const lines = Array.from({ length: LINES }, (_, at) => ({
    itemNumber: '00512',
    itemName: 'Kjøttdeig storfe 2,5 kg',
    buyer: 'Kongsvinger kommune',
    quantity: '1',
    unit: 'pk',
    unitPrice: String(kroner(at)),
    amount: `${kroner(at)},00`,
    deliveredOn: '03.03.2026',
    invoiceNumber: String(7000 + at),
  }));
  await acceptedReport(stand, parties, agreement, { lines });
});
afterAll(() => stand.close());

describe('lines for review', () => {
  const expectPages = async (state: (typeof states)[number]) => {
    const first = await listed(parties.buyers[0]!.actor, { state });
    const { amount, key } = first.at(-1)!;
    const rest = await listed(parties.buyers[0]!.actor, { state, after: { amount, key } });
    expect([first.length, rest.length]).toEqual([REVIEW_PAGE, LINES - REVIEW_PAGE]);
    const all = [...first, ...rest];
    expect(new Set(all.map((line) => line.key)).size).toBe(LINES);
    expect(all.map((line) => Number(line.amount))).toEqual(
      Array.from({ length: LINES }, (_, at) => kroner(LINES - 1 - at)),
    );
    expect(first[0]).toMatchObject({
      itemName: 'Kjøttdeig storfe 2,5 kg',
      buyer: 'Kongsvinger kommune',
      date: '2026-03-03',
    });
  };

  it('are listed by amount, page by page, before any run has read them', () => expectPages('reported-not-booked'));

  it('are the same after a run, in the state it assigns', async () => {
    await stand.get(UnitOfWork).run(parties.system, () => stand.get(MatchLines).run());
    expect(await listed(parties.buyers[0]!.actor)).toEqual([]);
    await expectPages('books-not-loaded');
    expect(await listed(parties.manager.actor, { state: 'books-not-loaded', from: '2026-04' })).toEqual([]);
    expect(await listed(parties.manager.actor, { state: 'books-not-loaded', to: '2026-03' })).toHaveLength(REVIEW_PAGE);
  });

  it('are limited to the buyer’s own', async () => {
    for (const state of states) expect(await listed(parties.buyers[1]!.actor, { state })).toEqual([]);
  });
});
