import { accessibilityViolations } from '@tallgrunn/design/testing';
import { ClaimPage } from './claim-page.ts';
import { ClaimsPage } from './claims-page.ts';
import { agreement, openPage, supplier } from './testing.ts';

const summary = {
  id: 'c1',
  number: 'PK-2026-00001',
  agreement,
  supplier,
  basis: 'reported',
  state: 'sent',
  amount: '190.20',
  agreedAmount: null,
  creditedAmount: '0',
  currency: 'NOK',
  lineCount: 2,
  createdAt: '2026-05-04T10:00:00Z',
  sentAt: '2026-05-05T10:00:00Z',
  closedAt: null,
  response: null,
};
const claim = {
  ...summary,
  outcomeReason: null,
  createdBy: 'Ingrid',
  sentBy: 'Ingrid',
  letter: { language: 'nb', subject: 'Krav', text: 'Hei' },
  events: [{ id: 'e1', kind: 'sent', amount: '190.20', text: null, by: 'Ingrid', at: '2026-05-05T10:00:00Z' }],
  credits: [],
};
const candidate = {
  basis: 'reported',
  documentId: 'v2',
  lineNo: 9,
  documentName: 'R-2026-00002/1',
  itemNumber: '00512',
  itemName: 'Kjøttdeig',
  invoiceNumber: '8002',
  creditedOn: '2026-04-14',
  amount: '190.20',
  buyer: 'Kongsvinger',
  isSameInvoice: false,
  isSameItem: true,
  isSameAmount: true,
};
const lines = {
  items: [
    {
      lineNo: 1,
      documentName: 'R-2026-00001/1',
      buyer: 'Kongsvinger',
      itemNumber: '00512',
      itemName: 'Kjøttdeig',
      invoiceNumber: '7001',
      chargedOn: '2026-03-03',
      quantity: '10',
      unit: 'pk',
      price: '330',
      agreedPrice: '312.5',
      agreedFrom: '2026-01-01',
      amount: '175.00',
    },
  ],
  next: null,
};
const manage = ['claim.read', 'claim.manage'];
const respond = ['claim.read', 'claim.respond'];
const answers = { 'claims/c1': claim, 'claims/c1/lines': lines, 'claims/c1/credit-candidates': [candidate] };

describe('claims', () => {
  it('are listed with recovered amounts per year', async () => {
    const { element, read } = await openPage(ClaimsPage, {}, manage, {
      claims: [summary],
      'claims/recovered': [
        {
          year: '2026',
          currency: 'NOK',
          sentClaimCount: 1,
          claimedAmount: '190.20',
          recoveredClaimCount: 0,
          recoveredAmount: '0',
        },
      ],
    });
    expect(read()).toMatch(/PK-2026-00001.*Finnskog Storkjøkken.*Sendt.*190,20 kr/);
    expect(read()).toMatch(/2026.*190,20 kr \(ett krav\).*0,00 kr \(0 krav\)/);
    expect(await accessibilityViolations(element)).toEqual([]);
  });

  it('show a supplier its own claims without recovered amounts', async () => {
    const { read, http } = await openPage(ClaimsPage, {}, respond, { claims: [] });
    expect(read()).toContain('Når dere får et krav, vises det her.');
    http.expectNone('/api/v1/claims/recovered');
  });

  it('show a supplier what is decided about its late reports, day by day', async () => {
    const received = {
      ...{ id: 'p1', number: 'DM-2026-00001', decision: 'claim', amount: '1000.00', currency: 'NOK', unitCount: 1 },
      ...{ obligationId: 'd1', periodKey: '2026-03', dueOn: '2026-04-17', agreement },
      ...{ decidedAt: '2026-05-05T10:00:00Z', withdrawnAt: null },
      days: [
        { on: '2026-04-20', isCounted: true, reason: 'late', amount: '1000' },
        { on: '2026-04-21', isCounted: false, reason: 'in-review', amount: '0' },
      ],
    };
    const { element, read } = await openPage(ClaimsPage, {}, [...respond, 'penalty.receive'], {
      claims: [],
      'received-penalties': [received],
    });
    for (const part of ['DM-2026-00001', 'Krav om dagmulkt', 'For sent', 'Til godkjenning hos innkjøpssamarbeidet'])
      expect(read()).toContain(part);
    expect(await accessibilityViolations(element)).toEqual([]);
  });
});

describe('claim page', () => {
  it('settles a claim by a confirmed credit', async () => {
    const { element, http, settle, read } = await openPage(ClaimPage, { claim: 'c1' }, manage, answers);
    expect(read()).toContain('190,20 kr uten mva. på 2 linjer.');
    expect(read()).toMatch(/R-2026-00002\/1, 8002.*190,20 kr.*Samme beløp, Samme vare og kjøper/);
    expect(read()).toContain('Kravet ble sendt (190,20 kr) · Ingrid');
    expect(await accessibilityViolations(element)).toEqual([]);
    (element.querySelector('button[aria-label^="Bekreft"]') as HTMLButtonElement).click();
    await settle();
    const sent = http.expectOne('/api/v1/claims/c1/credits');
    expect(sent.request.body).toEqual({ basis: 'reported', documentId: 'v2', lineNo: 9 });
  });

  it('lets the supplier respond, with a text for a dispute', async () => {
    const { element, http, settle, read } = await openPage(ClaimPage, { claim: 'c1' }, respond, answers);
    expect(read()).toContain('Svar på kravet');
    expect(read()).not.toContain('Trekk kravet tilbake');
    expect(await accessibilityViolations(element)).toEqual([]);
    const form = element.querySelector('tg-respond-to-claim form') as HTMLFormElement;
    (form.querySelector('input[value=dispute]') as HTMLInputElement).checked = true;
    form.dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
    http.expectNone('/api/v1/claims/c1/respond');
    (form.querySelector('textarea') as HTMLTextAreaElement).value = 'Linje 1 er feil';
    form.dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
    expect(http.expectOne('/api/v1/claims/c1/respond').request.body).toEqual({
      answer: 'dispute',
      text: 'Linje 1 er feil',
    });
  });
});
