import { agreementsTexts } from '@tallgrunn/agreements-web';
import { TextLibrary } from '@tallgrunn/design';
import { accessibilityFaults } from '@tallgrunn/design/testing';
import { TestBed } from '@angular/core/testing';
import { openPage } from '../testing.ts';
import { agreementUse, useOf } from './testing-use.ts';
import { UsePage } from './use-page.ts';

const open = async (view = agreementUse()) => {
  const page = await openPage(UsePage, '/', { '/agreements/a1/use': view }, { agreementId: 'a1' }, [agreementsTexts]);
  return { ...page, text: () => (page.element.textContent ?? '').replace(/\s+/g, ' ') };
};

describe('an agreement in use', () => {
  it('says how much is used, when the rest is, and what must be decided first', async () => {
    const { element, text } = await open();
    expect(text()).toContain('9 000 000 kr av 12 000 000 kr');
    expect(text()).toContain('75 % av maksimalverdien');
    expect(element.querySelector('tg-consumption-chart h2')?.textContent).toMatch(/brukt opp mellom april 2026 og juni 2026/);
    expect(text()).toContain('Det er før avtalen tar slutt.');
    expect(text()).toContain('Maksimalverdien kan være nådd, om 16 dager');
    expect(text()).toContain('2 rapporter over fristen er ikke godkjent ennå');
    expect(element.querySelector('tg-lot-use tbody tr:last-child')?.textContent?.replace(/\s+/g, ' ')).toMatch(/Ikke knyttet til en delkontrakt 1 200 kr 3 400 kr/);
    expect([...element.querySelectorAll('a')].map((link) => link.getAttribute('href')).filter((href) => href?.startsWith('/combined') && !href.includes('lot='))).toEqual(['/combined?use=a1&used=reported', '/combined?use=a1&used=booked']);
    expect(await accessibilityFaults(element)).toEqual([]);
  });

  it('sets key and call-offs beside each other, and says what cannot be measured', async () => {
    const { element, text } = await open();
    expect(element.querySelector('tg-call-offs h2')?.textContent?.replace(/\s+/g, ' ')).toContain('Finnskog har fått 10 prosentpoeng (900 000 kr) mer enn nøkkelen gir');
    expect(text()).toContain('21 %, under det som er lovet');
    expect(text()).toContain('Kan ikke måles: rapportene har ikke feltet');
    expect([...element.querySelectorAll('tg-agreement-dates li')].map((item) => item.className)).toEqual(['passed', 'today', 'coming', 'asks', 'coming', 'coming']);
  });

  it('has its figures as a table too', async () => {
    const { element, fixture } = await open();
    element.querySelector<HTMLButtonElement>('tg-consumption-chart figcaption button')?.click();
    fixture.detectChanges();
    expect(element.querySelectorAll('tg-consumption-chart tbody tr').length).toBe(2);
  });

  it('shows promised against delivered, all together and quarter by quarter', async () => {
    const { fixture } = await open(agreementUse());
    const tables = [...(fixture.nativeElement as HTMLElement).querySelectorAll('tg-promises table')].map((table) => [...table.querySelectorAll('tbody tr')].map((row) => row.textContent?.replace(/\s+/g, ' ') ?? ''));
    expect(tables[0]?.[0]).toMatch(/Økologisk.*30.*21.*under det som er lovet/);
    expect(tables[1]).toEqual([expect.stringMatching(/2\. kvartal 2026.*34.*holdt/), expect.stringMatching(/1\. kvartal 2026.*11.*under det som er lovet/)]);
  });

  it('does not guess, in any language', async () => {
    const forecast = { ...useOf().forecast, state: 'cannot-be-told' as const, on: null, beforeEnd: null, method: null, monthly: null, atEnd: null };
    const { fixture, text } = await open(agreementUse({ use: useOf({ forecast }), nextDecision: null, callOffs: [], priceVersions: [], promises: [], demands: [], options: [], lots: [] }));
    expect(text()).toContain('Kan ikke sies ennå');
    for (const [language, words] of [['nn', 'Kan ikkje seiast enno'], ['en', 'Cannot be told yet']] as const) {
      await TestBed.inject(TextLibrary).switchTo(language);
      fixture.detectChanges();
      expect(text()).toContain(words);
    }
  });
});
