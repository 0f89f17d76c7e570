import { accessibilityViolations } from '@tallgrunn/design/testing';
import { agreement, openPage, supplier } from '../claims/testing.ts';
import { PenaltiesPage } from './penalties-page.ts';
import { PenaltyPage } from './penalty-page.ts';

const summary = {
  obligationId: 'd1',
  periodKey: '2026-03',
  report: 'deliveries',
  partName: null,
  isRunOff: false,
  agreement,
  supplier,
  kind: 'day-fine',
  per: 'working-day',
  dueOn: '2026-04-20',
  deliveredOn: '2026-04-22',
  lateDayCount: 2,
  countedDayCount: 2,
  unitCount: 2,
  amount: '2000',
  currency: 'NOK',
  isFailure: true,
  decision: null,
};
const decision = {
  id: 'p1',
  number: 'DM-2026-00001',
  decision: 'claim',
  amount: '150000.00',
  decidedAt: '2026-05-04T10:00:00Z',
  currency: 'NOK',
  unitCount: 150,
  reason: 'Tredje gang',
  decidedBy: 'Ingrid',
  isOwn: false,
  requiresSecondApproval: true,
  approvedAt: null,
  approvedBy: null,
  withdrawnAt: null,
  letter: { language: 'nb', subject: 'Krav', text: 'Hei' },
};
const detail = {
  ...summary,
  clause: {
    kind: 'day-fine',
    amount: '1000',
    per: 'working-day',
    capAmount: null,
    capUnits: null,
    startsAfterDays: 0,
    returnedReport: 'not-delivered',
    failures: null,
    currency: 'NOK',
  },
  clauseReference: 'Bilag 3',
  caseNumber: null,
  originalDueOn: '2026-04-20',
  extension: null,
  uncappedAmount: '2000',
  failures: {
    failures: [{ obligationId: 'd1', dueOn: '2026-04-20' }],
    count: 2,
    months: 6,
    isReached: false,
    amount: null,
  },
  days: [
    { on: '2026-04-21', isCounted: true, reason: 'late', holiday: null, note: null, amount: '1000' },
    { on: '2026-04-22', isCounted: false, reason: 'force-majeure', holiday: null, note: 'Flom', amount: '0' },
  ],
  decisions: [],
};
const manage = ['penalty.read', 'penalty.decide'];

describe('late reports', () => {
  it('lists undecided reports with their calculated penalties', async () => {
    const decided = { ...summary, obligationId: 'd2', periodKey: '2026-02', decision };
    const { element, read } = await openPage(PenaltiesPage, {}, manage, {
      penalties: { items: [summary, decided], isTruncated: false },
    });
    expect(element.querySelectorAll('tbody tr')).toHaveLength(1);
    expect(read()).toMatch(
      /mars 2026.*Finnskog Storkjøkken.*RIIK-24-107.*20\.04\.2026.*22\.04\.2026.*2 virkedager.*2 000,00 kr.*Ikke avgjort/,
    );
    expect(element.querySelector('tbody a')?.getAttribute('href')).toBe('/penalties/d1');
    expect(await accessibilityViolations(element)).toEqual([]);
  });
});

describe('penalty page', () => {
  const answers = { 'obligations/d1/penalty': detail, 'penalty-exclusions': [] };

  it('shows each day with its reason and a form to decide', async () => {
    const { element, http, settle, read } = await openPage(PenaltyPage, { obligation: 'd1' }, manage, answers);
    expect(read()).toContain('2 000,00 kr · 2 virkedager');
    expect(read()).toContain('1 000,00 kr per virkedag (Bilag 3)');
    expect(read()).toContain('Én sen rapport i løpet av 6 måneder. Grensen i avtalen er ikke nådd.');
    expect([...element.querySelectorAll('tbody tr')].map((row) => row.textContent?.replace(/\s+/g, ' '))).toEqual([
      expect.stringMatching(/tirsdag 21\. april.*Ja.*For sent.*1 000,00 kr/),
      expect.stringMatching(/onsdag 22\. april.*Nei.*Holdt utenfor: Flom/),
    ]);
    expect(await accessibilityViolations(element)).toEqual([]);
    const form = element.querySelector('tg-decide-penalty form') as HTMLFormElement;
    form.dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
    expect(read()).toContain('Skriv en begrunnelse.');
    (form.querySelector('input[value=claim]') as HTMLInputElement).click();
    await settle();
    (form.querySelector('#penalty-amount') as HTMLInputElement).value = '1 500';
    (form.querySelector('#penalty-reason') as HTMLTextAreaElement).value = 'Tredje gang';
    form.dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
    const sent = http.expectOne(({ method }) => method === 'POST');
    expect(sent.request.url).toBe('/api/v1/obligations/d1/penalty/decide');
    expect(sent.request.body).toEqual({ decision: 'claim', reason: 'Tredje gang', amount: '1500' });
  });

  it('requires a second approval of a large claim before its letter is available', async () => {
    const large = { ...detail, decision, decisions: [decision] };
    const { element, http, read } = await openPage(PenaltyPage, { obligation: 'd1' }, manage, {
      ...answers,
      'obligations/d1/penalty': large,
    });
    expect(read()).toContain('DM-2026-00001: krevd av Ingrid 4. mai 2026');
    expect(read()).toContain('en annen må godkjenne kravet');
    expect(read()).not.toContain('Last ned brevet');
    expect(await accessibilityViolations(element)).toEqual([]);
    [...element.querySelectorAll('button')]
      .find(({ textContent }) => textContent?.includes('Godkjenn kravet'))
      ?.click();
    await new Promise((done) => setTimeout(done, 5));
    http.expectOne('/api/v1/penalty-decisions/p1/approve');
  });

  it('offers no decision to a read-only user', async () => {
    const { element } = await openPage(PenaltyPage, { obligation: 'd1' }, ['penalty.read'], answers);
    expect(element.querySelector('form')).toBeNull();
  });
});
