import { setUpAgreement } from '@tallgrunn/agreements-server/testing';
import { postLedger, roomsOfEmissions } from '@tallgrunn/emissions-server/testing';
import { setUpParties, signIn, type Parties, type SignedIn } from '@tallgrunn/identity-server/testing';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import { acceptedReport, marchLines } from '@tallgrunn/reporting-server/testing';
import { insight } from '../room.ts';
import type { BuyerCompletenessDto, MonthCompletenessDto } from './completeness.dto.ts';

let stand: TestApp;
let parties: Parties;
let manager: SignedIn;
let buyer: SignedIn;

/** Postings of a whole month, or of a month with only a few. */
const ledgerOf = (month: string, count: number) =>
  Array.from({ length: count }, (_, at) => ({ account: '115', amount: `${100 + at}.00`, on: `${month}-15` }));

beforeAll(async () => {
  stand = await setUpTestApp([...roomsOfEmissions, insight]);
  parties = await setUpParties(stand);
  const agreement = await setUpAgreement(stand, parties);
  await acceptedReport(stand, parties, agreement, { lines: [marchLines[0]!] });
  await postLedger(stand, parties, [...ledgerOf('2026-01', 10), ...ledgerOf('2026-03', 12), ...ledgerOf('2026-04', 1)]);
  manager = await signIn(stand, parties.manager.email);
  buyer = await signIn(stand, parties.buyers[0]!.email);
});
afterAll(() => stand.close());

const rowsOf = async (who: SignedIn): Promise<BuyerCompletenessDto[]> =>
  (await who.get('/completeness').expect(200)).body.buyers;
const monthsOf = async (who: SignedIn, at = 0): Promise<Record<string, MonthCompletenessDto>> => {
  const row = (await rowsOf(who)).find(({ buyerId }) => buyerId === parties.buyers[at]!.organisationId);
  return Object.fromEntries(row!.months.map((month) => [month.month, month]));
};
const ledgersOf = async (who: SignedIn) =>
  Object.fromEntries(Object.entries(await monthsOf(who)).map(([month, { ledger }]) => [month, ledger.state]));

describe('completeness', () => {
  it('returns for each month of a ledger whether it is complete, partial or missing', async () => {
    // March is the last complete month; more data may follow. One posting in April does not complete it.
    expect(await ledgersOf(buyer)).toMatchObject({
      '2026-01': 'complete',
      '2026-02': 'missing',
      '2026-03': 'open',
      '2026-04': 'partial',
    });
  });

  it('counts the reports due under agreements by state', async () => {
    const { '2026-03': march, '2026-02': february } = await monthsOf(buyer);
    expect(march!.reports).toMatchObject({ complete: 1 });
    expect(february!.reports).toMatchObject({ complete: 0, state: 'late' });
  });

  it('shows a buyer its own row and the cooperative all rows; a buyer without a ledger lacks every month', async () => {
    expect((await rowsOf(buyer)).map(({ buyerId }) => buyerId)).toEqual([parties.buyers[0]!.organisationId]);
    expect((await rowsOf(manager)).length).toBe(parties.buyers.length);
    expect((await monthsOf(manager, 1))['2026-01']!.ledger.state).toBe('missing');
  });

  it('lets a person set a month complete or incomplete, with a reason', async () => {
    const state = (month: string, body: object) => buyer.post(`/spend/ledger-months/${month}/statements`, body);
    await state('2026-03', { isComplete: true, reason: 'Avsluttet i regnskapet.' }).expect(201);
    await state('2026-01', { isComplete: false, reason: 'Lønnsbilag mangler.' }).expect(201);
    expect(await ledgersOf(buyer)).toMatchObject({ '2026-01': 'open', '2026-03': 'complete' });
    expect((await monthsOf(buyer))['2026-01']!.ledger.statement).toBe('Lønnsbilag mangler.');
    await state('2026-01', { isComplete: true, reason: 'Kommet.' }).expect(201);
    expect(await ledgersOf(buyer)).toMatchObject({ '2026-01': 'complete' });
    expect((await state('2026-02', { isComplete: true, reason: 'Tom.' })).body).toMatchObject({
      status: 409,
      code: 'month-not-loaded',
    });
    expect((await state('2026-13', { isComplete: true, reason: 'x' })).status).toBe(400);
  });
});
