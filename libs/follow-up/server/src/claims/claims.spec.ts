import { signIn, type SignedIn } from '@tallgrunn/identity-server/testing';
import { acceptedReport, marchLines, type TestLine } from '@tallgrunn/reporting-server/testing';
import { UnitOfWork } from '@tallgrunn/platform';
import { CreateObligations } from '@tallgrunn/agreements-server';
import { CompareChargedPrices } from '../price-deviations/compare-charged-prices.ts';
import { NotifyOfClaimAnswer } from '../notifications/listen/on-claim.ts';
import { agreeOnSanction, runSubscribers, setUpFollowUp, type FollowUpTestApp } from '../testing.ts';

let made: FollowUpTestApp;
let obligations: Record<string, string>;
let manager: SignedIn;
let supplier: SignedIn;
let pair: { agreementId: string; supplierId: string };

const at = (day: string) => made.stand.clock.runFrom(new Date(`${day}T10:00:00Z`));
const compare = () =>
  made.stand.get(UnitOfWork).run({ ...made.parties.system }, () => made.stand.get(CompareChargedPrices).run());
const report = (periodKey: string, lines: readonly TestLine[]) =>
  acceptedReport(made.stand, made.parties, { ...made.made, obligations }, { periodKey, lines });

const [meat, milk] = marchLines as [TestLine, TestLine];
const march: readonly TestLine[] = [
  { ...meat, unitPrice: '330,00', amount: '3300,00' }, // 10 × 17.50 above
  { ...meat, quantity: '2', unitPrice: '320,10', amount: '640,20', buyer: 'Nord-Odal kommune', invoiceNumber: '7003' }, // 2 × 7.60
  milk, // as agreed
  { ...milk, quantity: '3', unitPrice: '140,00', amount: '420,00', invoiceNumber: '7004' }, // below
  {
    ...milk,
    itemNumber: '99999',
    itemName: 'Brus 1,5 l',
    quantity: '5',
    unitPrice: '20,00',
    amount: '100,00',
    invoiceNumber: '7005',
  }, // not in the assortment
];

beforeAll(async () => {
  made = await setUpFollowUp('2026-02-02');
  obligations = await agreeOnSanction(made, { kind: 'none' });
  pair = { agreementId: made.made.agreementId, supplierId: made.parties.suppliers[0]!.organisationId };
  at('2026-04-10');
  await report('2026-03', march);
  await compare();
  manager = await signIn(made.stand, made.parties.manager.email);
  supplier = await signIn(made.stand, made.parties.suppliers[0]!.email);
});
afterAll(() => made.stand.close());

const summary = async () => (await manager.get('/price-deviations').expect(200)).body;
const lines = async (query = '') => (await manager.get(`/price-deviations/lines?${query}`).expect(200)).body.items;

describe('price deviations', () => {
  it('are quantity times price difference, with uncompared lines counted separately', async () => {
    expect(await summary()).toMatchObject([
      {
        agreement: { id: pair.agreementId, number: 'A-1' },
        supplier: { id: pair.supplierId },
        basis: 'reported',
        currency: 'NOK',
        lineCount: 2,
        amount: '190.20',
        openLineCount: 2,
        openAmount: '190.20',
        acceptedAmount: '0',
        claimedAmount: '0',
        comparedCount: 4,
        chargedAmount: '4952.20',
        unknown: { count: 0 },
        otherCurrency: { count: 0 },
        vatUnknown: { count: 0 },
        offAssortment: { count: 1, amount: '100.00' },
      },
    ]);
  });

  it('include the line, the agreed price of the day, and the response of the supplier', async () => {
    expect(await lines()).toMatchObject([
      {
        itemNumber: '00512',
        itemName: 'Kjøttdeig storfe 2,5 kg',
        buyer: 'Kongsvinger kommune',
        invoiceNumber: '7001',
        chargedOn: '2026-03-03',
        quantity: '10',
        price: '330',
        agreedPrice: '312.5',
        amount: '175.00',
        status: 'open',
        answer: 'As agreed.',
      },
      { buyer: 'Nord-Odal kommune', price: '320.1', amount: '15.20', status: 'open' },
    ]);
    expect(await lines('from=2026-04')).toEqual([]);
  });

  it('are listed separately while a reason is accepted', async () => {
    const [, small] = await lines();
    const place = { basis: small.basis, documentId: small.documentId, lineNo: small.lineNo };
    await manager.post('/price-deviations/accept', { lines: [place], reason: 'Avtalt for prøvelevering' }).expect(201);
    expect(await summary()).toMatchObject([{ openAmount: '175.00', acceptedAmount: '15.20' }]);
    const [accepted] = await lines('status=accepted');
    expect(accepted).toMatchObject({ amount: '15.20', acceptedReason: 'Avtalt for prøvelevering' });
    await manager.post('/price-deviations/accept', { lines: [place], reason: 'En gang til' }).expect(404);
    await compare();
    expect(await lines('status=accepted')).toHaveLength(1);
    await manager.post(`/accepted-deviations/${accepted.acceptedId}/revoke`).expect(204);
    expect(await summary()).toMatchObject([{ openAmount: '190.20' }]);
  });

  it('include goods outside the assortment, amounts by month, and price differences between buyers', async () => {
    const query = `agreementId=${pair.agreementId}&supplierId=${pair.supplierId}`;
    expect((await manager.get(`/price-deviations/off-assortment?${query}`).expect(200)).body).toMatchObject([
      { itemNumber: '99999', itemName: 'Brus 1,5 l', quantity: '5', amount: '100.00', lineCount: 1 },
    ]);
    expect((await manager.get(`/price-deviations/months?${query}`).expect(200)).body).toEqual([
      {
        month: '2026-03',
        basis: 'reported',
        currency: 'NOK',
        chargedAmount: '4952.20',
        agreedAmount: '4786.00',
        comparedCount: 4,
      },
    ]);
    const [spread] = (await manager.get(`/price-deviations/spread?${query}`).expect(200)).body;
    expect(spread).toMatchObject({
      itemNumber: '00512',
      month: '2026-03',
      extraAmount: '99.00', // 10 × (330.00 − 320.10)
      buyers: [
        { buyer: 'Kongsvinger kommune', price: '330.00' },
        { buyer: 'Nord-Odal kommune', price: '320.10' },
      ],
    });
  });

  it('are exported as a workbook in three languages', async () => {
    for (const language of ['nb', 'nn', 'en'])
      await manager
        .get(`/price-deviations/workbook?language=${language}`)
        .expect(200)
        .expect('content-type', /spreadsheetml/);
  });

  it('are recalculated when prices change, and otherwise not', async () =>
    expect(await compare()).toEqual({ versions: 0, batches: 0 }));
});

describe('claim', () => {
  let claimId: string;
  const claim = async (who = manager) => (await who.get(`/claims/${claimId}`).expect(200)).body;

  it('stores the open lines and drafts a letter', async () => {
    claimId = (await manager.post('/claims', { ...pair, basis: 'reported', language: 'nb' }).expect(201)).body.id;
    expect(await claim()).toMatchObject({
      state: 'draft',
      amount: '190.20',
      lineCount: 2,
      creditedAmount: '0',
      credits: [],
    });
    const { letter, number } = await claim();
    expect(number).toMatch(/^PK-2026-\d{5}$/);
    expect(letter.text.replaceAll('\u00a0', ' ')).toContain('Vi ber om en kreditnota på 190,20 kr uten mva.');
    expect((await manager.get(`/claims/${claimId}/lines`).expect(200)).body.items).toHaveLength(2);
    expect(await summary()).toMatchObject([{ openAmount: '0', claimedAmount: '190.20' }]);
    const second = await manager.post('/claims', { ...pair, basis: 'reported' }).expect(409);
    expect(second.body.code).toBe('claim-without-lines');
  });

  it('is hidden from the supplier until it is sent', async () => {
    await supplier.get(`/claims/${claimId}`).expect(404);
    expect((await supplier.get('/claims').expect(200)).body).toEqual([]);
    await supplier.post(`/claims/${claimId}/respond`, { answer: 'accept', text: '' }).expect(404);
  });

  it('is sent with an e-mail and can then be neither edited nor sent again', async () => {
    await manager.put(`/claims/${claimId}/letter`, { subject: 'Krav', text: 'Hei' }).expect(204);
    expect((await manager.post(`/claims/${claimId}/send`).expect(201)).body).toEqual({ emails: 1 });
    await manager.post(`/claims/${claimId}/send`).expect(409);
    await manager.put(`/claims/${claimId}/letter`, { subject: 'Krav', text: 'Hei' }).expect(409);
    expect(await claim(supplier)).toMatchObject({ state: 'sent', letter: { text: 'Hei' } });
  });

  it('records the response of the supplier', async () => {
    const other = await signIn(made.stand, made.parties.suppliers[1]!.email);
    await other.get(`/claims/${claimId}`).expect(404);
    await supplier.post(`/claims/${claimId}/respond`, { answer: 'dispute', text: ' ' }).expect(422);
    await supplier.post(`/claims/${claimId}/respond`, { answer: 'dispute', text: 'Linje 2 er feil' }).expect(204);
    expect(await claim()).toMatchObject({ state: 'sent', response: 'disputed-by-supplier' });
    await runSubscribers(made.stand, NotifyOfClaimAnswer);
    await supplier.post(`/claims/${claimId}/respond`, { answer: 'accept', text: '' }).expect(204);
    expect(await claim()).toMatchObject({ state: 'agreed', response: 'accepted-by-supplier' });
    await supplier.post(`/claims/${claimId}/send`).expect(403);
    await supplier.get(`/claims/${claimId}/workbook`).expect(200);
    await supplier.get(`/claims/${claimId}/letter`).expect(200);
  });

  it('notifies the contract managers of each answer', async () => {
    await runSubscribers(made.stand, NotifyOfClaimAnswer);
    const { number } = await claim();
    const notified = await made.stand.asOwner<{ details: object; requester_text: string | null }>(
      `select details, requester_text from follow_up.notification
       where kind = 'claim-answered' and audience = 'cooperative' and person_id = $1 order by id`,
      [made.parties.manager.actor.personId],
    );
    expect(notified).toEqual([
      {
        details: { claimNumber: number, amount: '190.20', currency: 'NOK', decision: 'disputed' },
        requester_text: 'Linje 2 er feil',
      },
      {
        details: { claimNumber: number, amount: '190.20', currency: 'NOK', decision: 'accepted' },
        requester_text: null,
      },
    ]);
  });

  it('is settled by a confirmed credit in the report of the next month', async () => {
    at('2026-05-04');
    await made.stand.get(UnitOfWork).run({ ...made.parties.system }, () => made.stand.get(CreateObligations).run());
    const april = { ...meat, buyer: 'Kongsvinger kommune', deliveredOn: '14.04.2026', invoiceNumber: '8001' };
    manager = await signIn(made.stand, made.parties.manager.email);
    await report('2026-04', [
      { ...april, quantity: '20', unitPrice: '312,50', amount: '6250,00' },
      { ...april, quantity: '-1', unitPrice: '190,20', amount: '-190,20', invoiceNumber: '8002' },
    ]);
    const [candidate] = (await manager.get(`/claims/${claimId}/credit-candidates`).expect(200)).body;
    expect(candidate).toMatchObject({ amount: '190.20', isSameAmount: true, isSameItem: true, isSameInvoice: false });
    const place = { basis: candidate.basis, documentId: candidate.documentId, lineNo: candidate.lineNo };
    const { id } = (await manager.post(`/claims/${claimId}/credits`, place).expect(201)).body;
    expect(await claim()).toMatchObject({ state: 'settled', creditedAmount: '190.20' });
    await manager.post(`/claims/${claimId}/credits`, place).expect(409);
    expect((await manager.get('/claims/recovered').expect(200)).body).toEqual([
      {
        year: '2026',
        currency: 'NOK',
        sentClaimCount: 1,
        claimedAmount: '190.20',
        recoveredClaimCount: 1,
        recoveredAmount: '190.20',
      },
    ]);
    await manager.post(`/claim-credits/${id}/revoke`).expect(204);
    expect(await claim()).toMatchObject({ state: 'agreed', creditedAmount: '0' });
    await manager.post(`/claims/${claimId}/credits`, place).expect(201);
    expect(await claim()).toMatchObject({ state: 'settled' });
  });
});

describe('unsuccessful claim', () => {
  it('frees its lines when agreed in part or withdrawn', async () => {
    at('2026-05-06');
    manager = await signIn(made.stand, made.parties.manager.email);
    const february = [{ ...meat, unitPrice: '322,50', amount: '3225,00', deliveredOn: '10.02.2026' }];
    await report('2026-02', february);
    await compare();
    const { id } = (await manager.post('/claims', { ...pair, basis: 'reported' }).expect(201)).body;
    await manager.post(`/claims/${id}/send`).expect(201);
    const outcome = (body: object) => manager.post(`/claims/${id}/record-outcome`, body);
    await outcome({ outcome: 'partly-agreed', reason: 'Delvis' }).expect(422);
    await outcome({ outcome: 'partly-agreed', amount: '100.01', reason: 'Delvis' }).expect(422);
    await outcome({ outcome: 'partly-agreed', amount: '60', reason: 'Delvis' }).expect(204);
    await manager.post(`/claims/${id}/withdraw`, { reason: 'Feil pris i skjemaet' }).expect(204);
    expect((await manager.get(`/claims/${id}`).expect(200)).body).toMatchObject({
      state: 'withdrawn',
      agreedAmount: '60.00',
      outcomeReason: 'Feil pris i skjemaet',
    });
    expect(await summary()).toMatchObject([{ openAmount: '100.00', claimedAmount: '190.20' }]);
  });
});
