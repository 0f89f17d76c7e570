import { agreements } from '@tallgrunn/agreements-server';
import { setUpAgreement, type TestAgreement } from '@tallgrunn/agreements-server/testing';
import { catalogue } from '@tallgrunn/catalogue-server';
import { declarations } from '@tallgrunn/declarations-server';
import { identity } from '@tallgrunn/identity-server';
import { setUpParties, signIn, type Parties } from '@tallgrunn/identity-server/testing';
import { Database, UnitOfWork } from '@tallgrunn/platform';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import { reporting } from '@tallgrunn/reporting-server';
import { acceptedReport, type TestLine } from '@tallgrunn/reporting-server/testing';
import { SaveImportProfile, spend } from '@tallgrunn/spend-server';
import { postBatch, reverseBatch } from '@tallgrunn/spend-server/testing';
import { MatchLines } from '../match-lines.ts';
import { matching } from '../room.ts';

type Agent = Awaited<ReturnType<typeof signIn>>;
let stand: TestApp;
let parties: Parties;
let agreement: TestAgreement;
let manager: Agent;
let buyer: Agent;
let profileId: string;
let batchId: string;

const profile = {
  id: 'books',
  name: 'Books',
  columns: {
    voucherNumber: 'Nr',
    voucherDate: 'Dag',
    period: 'Periode',
    account: 'Konto',
    costCentre: 'Ansvar',
    amount: 'Sum',
    invoiceNumber: 'Faktura',
    supplierOrgNumber: 'Orgnr',
    text: 'Tekst',
  },
  required: ['voucherNumber'],
  account: { system: 'kostra' },
  numbers: { decimal: '.' },
  sign: 'cost-positive',
  vat: { amounts: 'net' },
  currency: 'NOK',
};
const [finnskog, payee, stranger] = ['311047116', '974760673', '974635607'];

interface Posting {
  readonly invoice: string;
  readonly amount: string;
  readonly day?: string;
  readonly period?: string;
  readonly account?: string;
  readonly unit?: string;
  readonly seller?: string;
  readonly text?: string;
}

const HEAD = 'Nr;Dag;Periode;Konto;Ansvar;Sum;Faktura;Orgnr;Tekst';
const row = (
  {
    invoice,
    amount,
    day = '2026-03-20',
    period = day.slice(0, 7),
    account = '115',
    unit = '1100',
    seller = finnskog,
    text = 'Kjøp',
  }: Posting,
  at: number,
) => [at + 1, day, period, account, unit, amount, invoice, seller, text].join(';');
const books = (postings: readonly Posting[], buyerAt = 0) =>
  postBatch(stand, parties.manager.actor, 'bok.csv', [HEAD, ...postings.map(row), ''].join('\n'), {
    kind: 'ledger',
    buyerId: parties.buyers[buyerAt]!.organisationId,
    profileId,
  });

const mince = (change: Partial<TestLine>): TestLine => ({
  itemNumber: '00512',
  itemName: 'Kjøttdeig storfe 2,5 kg',
  buyer: 'Kongsvinger kommune',
  quantity: '10',
  unit: 'pk',
  unitPrice: '312,50',
  amount: '3125,00',
  deliveredOn: '03.03.2026',
  invoiceNumber: '7001',
  ...change,
});

const POSTINGS: readonly Posting[] = [
  ...['7001', '7002', '7003', '7004'].map((invoice) => ({ invoice, amount: '3125.00' })),
  { invoice: '7005', amount: '3125.00', account: '200' },
  { invoice: '7010', amount: '3906.25' },
  { invoice: '7011', amount: '5000.00' },
  { invoice: '7012', amount: '900.00' },
  { invoice: '7013', amount: '3125.00', seller: payee },
  { invoice: '7014', amount: '3125.00', day: '2026-04-10' },
  { invoice: '8001', amount: '181.00', text: 'Frakt og emballasje' },
  { invoice: '8002', amount: '182.00', day: '2026-01-20', period: '2025-13' },
  { invoice: '8003', amount: '183.00', text: 'Innkjøpskort mars' },
  { invoice: '8004', amount: '184.00', text: 'Internfaktura' },
  { invoice: '8005', amount: '185.00', text: 'Merverdiavgift mars' },
  { invoice: '8006', amount: '186.00', day: '2026-01-15' },
  { invoice: '8007', amount: '187.00', day: '2026-04-08' },
  { invoice: '8008', amount: '188.00', unit: '4711' },
  { invoice: '8009', amount: '700.00' },
  { invoice: '8010', amount: '-700.00' },
  { invoice: '8011', amount: '191.00' },
  { invoice: '9001', amount: '192.00', seller: stranger, text: 'Matvarer' },
  { invoice: '9002', amount: '193.00', seller: stranger, account: '240', text: 'Service' },
];

const run = () => stand.get(UnitOfWork).run({ ...parties.system }, () => stand.get(MatchLines).run());
const query = <T>(sql: string) =>
  stand.get(UnitOfWork).run({ ...parties.system }, () => stand.get(Database).query<T & Record<string, unknown>>(sql));
const booked = async () =>
  new Map(
    (
      await query<{ no: string; state: string; cause: string | null; also: string[] }>(
        'select invoice_number as no, state, cause, also from matching.door_spend_state',
      )
    ).map((line) => [line.no, line]),
  );
const reported = async () =>
  new Map(
    (
      await query<{ no: string; state: string; cause: string | null; also: string[] }>(
        'select invoice_number as no, state, cause, also from matching.door_report_state',
      )
    ).map((line) => [line.no, line]),
  );

beforeAll(async () => {
  stand = await setUpTestApp([identity, agreements, catalogue, declarations, spend, reporting, matching]);
  parties = await setUpParties(stand);
  agreement = await setUpAgreement(stand, parties);
  manager = await signIn(stand, parties.manager.email);
  buyer = await signIn(stand, parties.buyers[0]!.email);
  await manager
    .post(`/parties/${parties.suppliers[0]!.organisationId}/related-entities`, {
      kind: 'factoring-payee',
      name: 'Faktor AS',
      orgNumber: payee,
    })
    .expect(201);
  await manager
    .put(`/parties/${parties.buyers[1]!.organisationId}/buyer-type`, { kind: 'iks', hostId: null })
    .expect(204);
  ({ id: profileId } = await stand
    .get(UnitOfWork)
    .run(parties.manager.actor, () => stand.get(SaveImportProfile).run(profile, null)));
  await acceptedReport(stand, parties, agreement, {
    lines: [
      ...['7001', '7002', '7003', '7004', '7005', '7010', '7011', '7013', '7014'].map((invoiceNumber) =>
        mince({ invoiceNumber }),
      ),
      mince({
        itemNumber: '99999',
        itemName: 'Rømme 1 l',
        quantity: '9',
        unit: 'stk',
        unitPrice: '100,00',
        amount: '900,00',
        invoiceNumber: '7012',
      }),
      mince({ invoiceNumber: '7020', buyer: 'Nord-Odal kommune' }),
      mince({ invoiceNumber: '7021', amount: '312,50', quantity: '1', itemName: 'Frakt', itemNumber: '' }),
      mince({ invoiceNumber: '7022' }),
      mince({ invoiceNumber: '7022' }),
    ],
  });
  ({ id: batchId } = await books(POSTINGS));
  await run();
});
afterAll(() => stand.close());

describe('a cause', () => {
  it('is assigned to each unreported booked line', async () => {
    const lines = await booked();
    const causes = Object.fromEntries(
      [...lines].filter(([, { state }]) => state === 'booked-not-reported').map(([no, { cause }]) => [no, cause]),
    );
    expect(causes).toEqual({
      8001: 'freight-fees',
      8002: 'period-13',
      8003: 'purchasing-card',
      8004: 'internal-invoice',
      8005: 'vat',
      8006: 'report-missing',
      8007: 'timing',
      8008: 'missing-alias',
      8009: 'credited',
      8010: 'credited',
      8011: null,
    });
    expect([lines.get('9001'), lines.get('9002')]).toMatchObject([
      { state: 'outside-agreements', cause: 'off-agreement' },
      { state: 'outside-agreements', cause: 'no-agreement' },
    ]);
  });

  it('is assigned to linked lines too, with further facts and differences', async () => {
    const lines = await booked();
    expect(
      ['7001', '7005', '7010', '7011', '7012', '7013', '7014'].map((no) => [
        no,
        lines.get(no)!.state,
        lines.get(no)!.cause,
        lines.get(no)!.also,
      ]),
    ).toEqual([
      ['7001', 'matched', null, []],
      ['7005', 'matched', null, ['wrong-posting']],
      ['7010', 'matched', 'vat', []],
      ['7011', 'matched', 'amount-differs', []],
      ['7012', 'matched', null, ['off-assortment']],
      ['7013', 'matched', null, ['factoring-payee']],
      ['7014', 'matched', null, ['timing']],
    ]);
    expect(
      (await manager.get('/matching/lines?side=booked&state=matched&cause=amount-differs').expect(200)).body,
    ).toMatchObject([{ invoiceNumber: '7011', amount: '5000.00' }]);
    const { parts, agreementPurchases, linked } = (await manager.get('/matching/coverage').expect(200)).body as {
      parts: { cause: string; amount: string }[];
      agreementPurchases: string;
      linked: string;
    };
    const of = (cause: string) => Number(parts.find((part) => part.cause === cause)?.amount ?? 0);
    expect([of('matched'), of('vat'), of('amount-differs')]).toEqual([Number(linked), 781.25 + 185, 1875]);
    expect(parts.reduce((all, { amount }) => all + Number(amount), 0)).toBeCloseTo(Number(agreementPurchases), 2);
  });

  it('is assigned to each unbooked report line', async () => {
    const lines = await query<{ no: string; cause: string | null; state: string }>(
      `select invoice_number as no, cause, state from matching.door_report_state where invoice_number in ('7020', '7021', '7022') order by 1, line_no`,
    );
    expect(lines).toEqual([
      { no: '7020', cause: 'buyer-without-books', state: 'books-not-loaded' },
      { no: '7021', cause: 'freight-fees', state: 'reported-not-booked' },
      { no: '7022', cause: 'timing', state: 'reported-not-booked' },
      { no: '7022', cause: 'reported-twice', state: 'reported-not-booked' },
    ]);
  });

  it('asks the buyer about possible off-contract spend, and uses its answer', async () => {
    const [line] = (
      await buyer.get('/matching/lines?side=booked&state=outside-agreements&cause=off-agreement').expect(200)
    ).body as { documentId: string; lineNo: number }[];
    await buyer
      .post('/matching/line-resolutions', {
        side: 'booked',
        documentId: line!.documentId,
        lineNo: line!.lineNo,
        cause: 'no-agreement',
        reason: 'Agurk til elevkantinen, ikke avtalens vare.',
        seen: null,
      })
      .expect(201);
    await run();
    expect((await booked()).get('9001')).toMatchObject({ cause: 'no-agreement' });
  });

  it('is booked by host once the ledger of a body is known; the host’s lines are candidates, and decisions apply to both', async () => {
    await manager
      .put(`/parties/${parties.buyers[1]!.organisationId}/buyer-type`, {
        kind: 'iks',
        hostId: parties.buyers[0]!.organisationId,
      })
      .expect(204);
    const [nord] = await query<{ version_id: string; line_no: number }>(
      `select version_id, line_no from matching.door_report_state where invoice_number = '7020'`,
    );
    const offered = async () =>
      (
        await manager
          .get(`/matching/candidates?side=reported&documentId=${nord!.version_id}&lineNo=${nord!.line_no}`)
          .expect(200)
      ).body.candidates as { documentId: string; lineNo: number; invoiceNumber: string; linked: boolean }[];
    const free = (await offered()).find(({ invoiceNumber }) => invoiceNumber === '8011')!;
    await manager
      .post('/matching/pair-decisions', {
        versionId: nord!.version_id,
        reportLineNo: nord!.line_no,
        batchId: free.documentId,
        spendLineNo: free.lineNo,
        verdict: 'same',
        reason: 'Vertskommunen fører det.',
        seen: null,
      })
      .expect(201);
    await run();
    expect((await booked()).get('8011')).toMatchObject({ state: 'matched', also: ['booked-by-host'] });
    expect((await reported()).get('7020')).toMatchObject({ state: 'matched', also: ['booked-by-host'] });
    expect((await offered()).filter(({ linked }) => linked)).toMatchObject([{ invoiceNumber: '8011' }]);
    const [decision] = (await manager.get('/matching/pair-decisions').expect(200)).body;
    expect(decision).toMatchObject({
      holds: true,
      reported: { itemName: 'Kjøttdeig storfe 2,5 kg' },
      booked: { amount: '191.00' },
    });
  });
});

describe('a manual decision', () => {
  it('is suspended while the batch is reversed, and in force again when its lines return', async () => {
    const decided = async () =>
      (
        await query<{ n: number }>(
          `select count(*)::int as n from matching.link where step = 'decision' and closed_by_run is null`,
        )
      )[0]!.n;
    expect(await decided()).toBe(1);
    await reverseBatch(stand, parties.manager.actor, batchId);
    await run();
    expect(await decided()).toBe(0);
    expect((await manager.get('/matching/pair-decisions').expect(200)).body[0]).toMatchObject({
      holds: true,
      booked: null,
    });
    await books(POSTINGS);
    await run();
    expect(await decided()).toBe(1);
    expect((await booked()).get('9001')).toMatchObject({ cause: 'no-agreement' });
  });
});
