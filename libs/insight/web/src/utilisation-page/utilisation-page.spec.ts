import { agreementsTexts } from '@tallgrunn/agreements-web';
import { TextLibrary } from '@tallgrunn/design';
import { accessibilityViolations } from '@tallgrunn/design/testing';
import { TestBed } from '@angular/core/testing';
import { openPage } from '../testing.ts';
import { agreementUse, utilisation } from './utilisation.fixture.ts';
import { UtilisationPage } from './utilisation-page.ts';

const open = async (view = agreementUse()) => {
  const page = await openPage(UtilisationPage, '/', { '/agreements/a1/utilisation': view }, { agreementId: 'a1' }, [
    agreementsTexts,
  ]);
  return { ...page, text: () => (page.element.textContent ?? '').replace(/\s+/g, ' ') };
};

describe('utilisation page', () => {
  it('shows the share used, the forecast date and the next decision', async () => {
    const { element, text } = await open();
    expect(text()).toContain('9 000 000 kr av 12 000 000 kr');
    expect(text()).toContain('75 % av maksimalverdien');
    expect(element.querySelector('tg-consumption-chart h2')?.textContent).toMatch(
      /brukt opp mellom april 2026 og juni 2026/,
    );
    expect(text()).toContain('Det er før avtalen utløper.');
    expect(text()).toContain('tidligst april 2026Maksimalverdien kan være nådd, om 16 dager');
    expect(text()).toContain('2 rapporter over fristen er ikke godkjent ennå');
    expect(element.querySelector('tg-lot-use tbody tr:last-child')?.textContent?.replace(/\s+/g, ' ')).toMatch(
      /Ikke koblet til en delkontrakt 1 200 kr 3 400 kr/,
    );
    expect(
      [...element.querySelectorAll('a')]
        .map((link) => link.getAttribute('href'))
        .filter((href) => href?.startsWith('/combined') && !href.includes('lot=')),
    ).toEqual(['/combined?use=a1&used=reported', '/combined?use=a1&used=booked']);
    expect(await accessibilityViolations(element)).toEqual([]);
  });

  it('shows allocation key and call-offs alongside, and those that cannot be measured', async () => {
    const { element, text } = await open();
    expect(element.querySelector('tg-call-offs h2')?.textContent?.replace(/\s+/g, ' ')).toContain(
      'Finnskog har fått 10 prosentpoeng (900 000 kr) mer enn fordelingsnøkkelen tilsier',
    );
    expect(text()).toContain('21 %, lavere enn forpliktelsen');
    expect(text()).toContain('Kan ikke måles: rapportene har ikke feltet');
    expect([...element.querySelectorAll('tg-agreement-dates li')].map((item) => item.className)).toEqual([
      'passed',
      'today',
      'coming',
      'asks',
      'coming',
      'coming',
    ]);
  });

  it('leads to where a missing maximum value and missing commitments are entered', async () => {
    const view = agreementUse();
    const { element } = await open({
      ...view,
      promises: [],
      use: { ...view.use, maximum: null, share: null, forecast: { ...view.use.forecast, state: 'no-maximum' } },
    });
    const toEntry = (page: HTMLElement) =>
      [...page.querySelectorAll('dd a, tg-commitments a')].map((link) => link.getAttribute('href'));
    expect(toEntry(element)).toEqual(['/agreements/a1/about', '/agreements/a1/terms']);
    TestBed.resetTestingModule();
    expect(toEntry((await open()).element)).toEqual([]);
  });

  it('shows its figures as a table too', async () => {
    const { element, fixture } = await open();
    const chart = element.querySelector('tg-consumption-chart');
    expect(chart?.querySelectorAll('svg[role=img] > rect.incomplete').length).toBe(1);
    expect(chart?.querySelector('svg[role=img]')?.getAttribute('aria-label')).toContain('Ikke komplett: mars 2026');
    expect(chart?.querySelector('.tg-legend')?.textContent).toContain(
      'ikke komplett: rapporter eller regnskap mangler',
    );
    element.querySelector<HTMLButtonElement>('tg-consumption-chart figcaption button')?.click();
    fixture.detectChanges();
    expect([...element.querySelectorAll('tg-consumption-chart tbody th')].map((head) => head.textContent)).toEqual([
      'januar 2026',
      'mars 2026 (ikke komplett: regnskap)',
    ]);
  });

  it('shows committed against delivered, in total and by quarter', async () => {
    const { fixture } = await open(agreementUse());
    const tables = [...(fixture.nativeElement as HTMLElement).querySelectorAll('tg-commitments table')].map((table) =>
      [...table.querySelectorAll('tbody tr')].map((row) => row.textContent?.replace(/\s+/g, ' ') ?? ''),
    );
    expect(tables[0]?.[0]).toMatch(/Økologisk.*30.*21.*lavere enn forpliktelsen/);
    expect(tables[1]).toEqual([
      expect.stringMatching(/2\. kvartal 2026.*34.*lik forpliktelsen eller høyere/),
      expect.stringMatching(/1\. kvartal 2026.*11.*lavere enn forpliktelsen/),
    ]);
  });

  it('shows the amount called off before the first ledger, or that it is unknown', async () => {
    const { element, text } = await open(
      agreementUse({
        use: utilisation({
          opening: { amount: '250000', beforeMonth: '2026-01', isWhole: false },
          forecast: { ...utilisation().forecast, unknownBefore: '2026-01' },
        }),
      }),
    );
    expect(text()).toContain(
      '250 000 kr av dette var avropt før januar 2026, slik det er oppgitt for noen av leverandørene.',
    );
    expect(text()).toContain('Det er ikke kjent hva som ble avropt før januar 2026.');
    const rows = [...element.querySelectorAll('tg-opening-amounts tbody tr')].map((row) =>
      [...row.children].map((cell) => cell.textContent?.replace(/\s+/g, ' ').trim()).join(' '),
    );
    expect(rows).toEqual([
      expect.stringMatching(/Finnskog 1A Tørrvarer 250 000 kr før januar 2026: Årsoppgave, 31\. januar 2026/),
      expect.stringMatching(/Solgløtt Hele avtalen ikke oppgitt/),
    ]);
    // A user without permission to change the agreement has no form.
    expect(element.querySelector('tg-opening-amounts form')).toBeNull();
    expect(await accessibilityViolations(element)).toEqual([]);
  });

  it('shows the month a maximum was reached in, not a day', async () => {
    const reached = {
      ...utilisation().forecast,
      state: 'reached' as const,
      on: '2026-03-31',
      earliest: null,
      latest: null,
    };
    expect((await open(agreementUse({ use: utilisation({ forecast: reached }) }))).text()).toContain('mars 2026');
    TestBed.resetTestingModule();
    const { text } = await open(
      agreementUse({ use: utilisation({ forecast: { ...reached, unknownBefore: '2026-01' } }) }),
    );
    expect(text()).toContain('senest mars 2026');
    expect(text()).not.toContain('31. mars 2026');
  });

  it('shows no forecast without sufficient data, in any language', async () => {
    const forecast = {
      ...utilisation().forecast,
      state: 'cannot-be-told' as const,
      on: null,
      beforeEnd: null,
      method: null,
      monthly: null,
      atEnd: null,
    };
    const { fixture, text } = await open(
      agreementUse({
        use: utilisation({ forecast }),
        nextDecision: null,
        callOffs: [],
        priceVersions: [],
        promises: [],
        demands: [],
        options: [],
        lots: [],
      }),
    );
    expect(text()).toContain('Ikke beregnet ennå');
    for (const [language, words] of [
      ['nn', 'Ikkje berekna enno'],
      ['en', 'Not calculated yet'],
    ] as const) {
      await TestBed.inject(TextLibrary).switchTo(language);
      fixture.detectChanges();
      expect(text()).toContain(words);
    }
  });
});
