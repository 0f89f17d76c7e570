import { agreements } from '@tallgrunn/agreements-server';
import { setUpAgreement, type TestAgreement } from '@tallgrunn/agreements-server/testing';
import { catalogue } from '@tallgrunn/catalogue-server';
import { declarations } from '@tallgrunn/declarations-server';
import { sampleUbl } from '@tallgrunn/formats/testing';
import { identity } from '@tallgrunn/identity-server';
import { setUpParties, signIn, type Parties } from '@tallgrunn/identity-server/testing';
import { Database, UnitOfWork } from '@tallgrunn/platform';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import { reporting } from '@tallgrunn/reporting-server';
import { acceptedReport, marchLines } from '@tallgrunn/reporting-server/testing';
import { SaveImportProfile, spend } from '@tallgrunn/spend-server';
import { postBatch } from '@tallgrunn/spend-server/testing';
import { MatchLines } from '../match-lines.ts';
import { matching } from '../room.ts';
import type { UnreportedSpendDto } from './supplier-response.dto.ts';

type Agent = Awaited<ReturnType<typeof signIn>>;
let stand: TestApp;
let parties: Parties;
let agreement: TestAgreement;
let clerk: Agent;
let manager: Agent;

const profile = {
  id: 'books',
  name: 'Books',
  columns: {
    voucherNumber: 'Nr',
    voucherDate: 'Dag',
    account: 'Konto',
    amount: 'Sum',
    invoiceNumber: 'Faktura',
    supplierOrgNumber: 'Orgnr',
  },
  required: ['voucherNumber'],
  account: { system: 'kostra' },
  numbers: { decimal: '.' },
  sign: 'cost-positive',
  vat: { amounts: 'net' },
  currency: 'NOK',
};
const finnskog = '311047116';
const solglott = '311082272';

/** Posts a ledger of the first buyer for March. */
async function postBooks(rows: readonly { invoice: string; amount: string; seller?: string }[]) {
  const { id: profileId } = await stand
    .get(UnitOfWork)
    .run(parties.manager.actor, () => stand.get(SaveImportProfile).run(profile, null));
  const text = [
    'Nr;Dag;Konto;Sum;Faktura;Orgnr',
    ...rows.map(
      ({ invoice, amount, seller = finnskog }, at) => `${at + 1};2026-03-20;115;${amount};${invoice};${seller}`,
    ),
    '',
  ].join('\n');
  return postBatch(stand, parties.manager.actor, 'bok.csv', text, {
    kind: 'ledger',
    buyerId: parties.buyers[0]!.organisationId,
    profileId,
  });
}

const match = () => stand.get(UnitOfWork).run({ ...parties.system }, () => stand.get(MatchLines).run());
const march = () => `/obligations/${agreement.obligations['2026-03']}`;
const booked = async (who: Agent): Promise<UnreportedSpendDto> =>
  (await who.get(`${march()}/unreported-spend`).expect(200)).body as UnreportedSpendDto;
async function say(number: string, body: object, status = 201) {
  const invoice = (await booked(clerk)).invoices.find((each) => each.number === number)!;
  return (
    await clerk
      .post(`${march()}/supplier-responses`, { buyerId: invoice.buyerId, invoice: invoice.key, ...body })
      .expect(status)
  ).body;
}

beforeAll(async () => {
  stand = await setUpTestApp([identity, agreements, catalogue, declarations, spend, reporting, matching]);
  parties = await setUpParties(stand);
  agreement = await setUpAgreement(stand, parties);
  await postBooks([
    { invoice: '7001', amount: '3125.00' },
    { invoice: '7555', amount: '150000.00' },
    { invoice: '7556', amount: '875.00' },
    { invoice: '9001', amount: '4321.00', seller: solglott },
  ]);
  // Another seller's e-invoice: a municipality's newest invoice counts, whoever the seller is.
  const invoice = sampleUbl({
    id: '5501',
    issuedOn: '2026-06-08',
    buyer: { orgNumber: '944117784', name: 'Kongsvinger kommune' },
    lines: [{ quantity: '1', unit: 'EA', net: '1.00', price: '1.00', name: 'Ost' }],
    lineExtensionAmount: '1.00',
    payableAmount: '1.25',
  });
  await postBatch(stand, parties.manager.actor, 'juni.xml', invoice, { kind: 'invoices' });
  clerk = await signIn(stand, parties.suppliers[0]!.email);
  manager = await signIn(stand, parties.manager.email);
  await match();
});
afterAll(() => stand.close());

describe('unreported spend', () => {
  it('is shown only to its supplier, with the newest ledger month', async () => {
    const seen = await booked(clerk);
    expect(seen).toMatchObject({
      tellable: true,
      booked: '154000.00',
      linked: '0.00',
      before: null,
      open: { invoices: 3, amount: '154000.00', answered: 0, answeredAmount: '0' },
    });
    expect(
      seen.invoices.map(({ number, openAmount, buyer, statement }) => [number, openAmount, buyer, statement]),
    ).toEqual([
      ['7555', '150000.00', 'Kongsvinger kommune', null],
      ['7001', '3125.00', 'Kongsvinger kommune', null],
      ['7556', '875.00', 'Kongsvinger kommune', null],
    ]);
    expect(seen.buyers[0]).toMatchObject({
      buyer: 'Kongsvinger kommune',
      booked: '154000.00',
      lastMonth: '2026-03',
      postedAt: expect.any(String),
    });
    expect(seen.buyers.slice(1).every(({ lastMonth, booked: of }) => lastMonth === null && of === '0')).toBe(true);
    expect(JSON.stringify(seen)).not.toMatch(/9001|4321/);
    expect(seen.buyers.map(({ buyer, lastInvoiceMonth }) => [buyer, lastInvoiceMonth]).sort()).toEqual([
      ['Kongsvinger kommune', '2026-06'],
      ['Nord-Odal kommune', null],
    ]);
    expect(await booked(manager)).toEqual(seen);
    const other = await signIn(stand, parties.suppliers[1]!.email);
    await other.get(`${march()}/unreported-spend`).expect(404);
    await other
      .get(`${march()}/unreported-spend/lines?buyerId=${seen.invoices[0]!.buyerId}&invoice=${seen.invoices[0]!.key}`)
      .expect(404);
    await other
      .post(`${march()}/supplier-responses`, {
        buyerId: seen.invoices[0]!.buyerId,
        invoice: seen.invoices[0]!.key,
        kind: 'other',
        reason: 'x',
      })
      .expect(404);
    await (await signIn(stand, parties.buyers[0]!.email)).get(`${march()}/unreported-spend`).expect(403);
  });

  it('takes responses per invoice or line, which are replaced but never changed', async () => {
    expect((await say('7555', { kind: 'other-agreement', reason: ' ' }, 422)).code).toBe(
      'supplier-response-reason-missing',
    );
    await say('7555', { kind: 'other-agreement', reason: 'Maskiner, ikke mat.' });
    await say('7556', { kind: 'left-out', reason: '' });
    const seen = await booked(clerk);
    const [first, , last] = seen.invoices;
    expect(seen.open).toMatchObject({ invoices: 3, answered: 2, answeredAmount: '150875.00' });
    expect([first!.statement, last!.statement]).toMatchObject([
      { kind: 'other-agreement', reason: 'Maskiner, ikke mat.', accepted: false, saidBy: expect.any(String) },
      { kind: 'left-out' },
    ]);
    const [line] = (
      await clerk.get(`${march()}/unreported-spend/lines?buyerId=${last!.buyerId}&invoice=${last!.key}`).expect(200)
    ).body;
    expect(line).toMatchObject({ amount: '875.00', open: true, statement: { kind: 'left-out' } });
    await say('7556', { lines: [line.key], reason: '' });
    expect((await booked(clerk)).invoices[2]!.statement).toBeNull();
    await say('7556', { lines: [line.key], kind: 'next-report', reason: '' });
    const kept = await stand
      .get(UnitOfWork)
      .run({ ...parties.system }, () =>
        stand.get(Database).query('select kind from matching.supplier_response order by id'),
      );
    expect(kept.map(({ kind }) => kind)).toEqual(['other-agreement', 'left-out', null, 'next-report']);
    await clerk
      .post(`${march()}/supplier-responses`, { buyerId: last!.buyerId, invoice: '12345', kind: 'other', reason: 'x' })
      .expect(404);
  });

  it('is shown to the reviewer with its response, whose acceptance may require second approval', async () => {
    await match();
    const lines = (await manager.get('/matching/lines?side=booked&state=booked-not-reported&said=yes').expect(200))
      .body;
    expect(
      lines.map(({ invoiceNumber, statement }: { invoiceNumber: string; statement: { kind: string } }) => [
        invoiceNumber,
        statement.kind,
      ]),
    ).toEqual([
      ['7555', 'other-agreement'],
      ['7556', 'next-report'],
    ]);
    const [large, small] = lines;
    const replaced = (
      await manager.post(`/supplier-responses/${large.statement.id}/accept`, { reason: 'Kanskje.' }).expect(201)
    ).body;
    const taken = (
      await manager.post(`/supplier-responses/${large.statement.id}/accept`, { reason: 'Stemmer.' }).expect(201)
    ).body;
    expect(taken.needsSecond).toBe(true);
    expect(
      (await manager.post(`/supplier-responses/${small.statement.id}/accept`, { reason: 'Stemmer.' }).expect(201)).body
        .needsSecond,
    ).toBe(false);
    const waiting = (await manager.get('/matching/line-resolutions?waiting=yes').expect(200)).body;
    expect(waiting).toMatchObject([
      {
        id: taken.id,
        cause: 'off-agreement',
        waits: true,
        holds: false,
        byYou: true,
        fromSupplier: true,
        amount: '150000.00',
        line: { documentId: large.documentId },
      },
    ]);
    const ofLine = (
      await manager.get(`/matching/line-resolutions?documentId=${large.documentId}&lineNo=${large.lineNo}`).expect(200)
    ).body;
    expect(ofLine).toMatchObject([
      { id: taken.id, waits: true },
      { id: replaced.id, waits: false, holds: false },
    ]);
    expect((await manager.post(`/matching/pair-decisions/${taken.id}/approve`, {}).expect(409)).body.code).toBe(
      'second-approver-required',
    );
    const buyer = await signIn(stand, parties.buyers[0]!.email);
    expect((await buyer.get('/matching/line-resolutions?waiting=yes').expect(200)).body).toMatchObject([
      { id: taken.id, byYou: false },
    ]);
    expect((await buyer.post(`/matching/pair-decisions/${replaced.id}/approve`, {}).expect(409)).body.code).toBe(
      'approval-not-pending',
    );
    await buyer.post(`/matching/pair-decisions/${taken.id}/approve`, {}).expect(201);
    expect((await manager.get('/matching/line-resolutions?waiting=yes').expect(200)).body).toEqual([]);
    await match();
    const after = (
      await manager
        .get(`/matching/candidates?side=booked&documentId=${large.documentId}&lineNo=${large.lineNo}`)
        .expect(200)
    ).body;
    expect(after.line).toMatchObject({
      cause: 'off-agreement',
      statement: { kind: 'other-agreement', accepted: true },
    });
    expect(after.candidates).toEqual([]);
    expect((await booked(clerk)).invoices.map(({ number, statement }) => [number, statement?.accepted])).toEqual([
      ['7555', true],
      ['7001', undefined],
      ['7556', true],
    ]);
  });

  it('is open after the answers to its lines are revoked', async () => {
    const lines = { side: 'booked', state: 'booked-not-reported', said: 'timing' };
    expect(
      (await manager.post('/matching/line-resolutions/by-cause', { ...lines, reason: 'For tidlig.' }).expect(201)).body,
    ).toEqual({ answered: 1, needsSecond: false });
    expect(
      (await manager.post('/matching/line-resolutions/by-cause', { ...lines, reason: 'For tidlig.' }).expect(201)).body,
    ).toEqual({ answered: 0, needsSecond: false });
    await match();
    expect((await booked(clerk)).invoices[2]).toMatchObject({
      number: '7556',
      statement: { kind: 'next-report', accepted: false },
    });
  });

  it('decreases when a report includes it, and coverage increases', async () => {
    await acceptedReport(stand, parties, agreement, { lines: marchLines });
    await match();
    const seen = await booked(clerk);
    expect(seen).toMatchObject({
      linked: '3125.00',
      before: { number: 'R-2026-00001/1', linked: '0' },
      open: { invoices: 2 },
    });
    expect(seen.invoices.map(({ number }) => number)).toEqual(['7555', '7556']);
    await acceptedReport(stand, parties, agreement, {
      lines: [...marchLines, { ...marchLines[0]!, quantity: '2,8', amount: '875,00', invoiceNumber: '7556' }],
    });
    expect(await booked(clerk)).toMatchObject({ before: null });
    await match();
    expect(await booked(clerk)).toMatchObject({
      linked: '4000.00',
      before: { number: 'R-2026-00001/2', linked: '3125.00' },
      open: { invoices: 1 },
    });
  });
});
