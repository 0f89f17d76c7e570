import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Session, provideApiClient } from '@tallgrunn/api-client';
import { sessionView } from '@tallgrunn/api-client/testing';
import type { AgreementDto } from '@tallgrunn/api-client/shapes';
import { exampleTerms } from '@tallgrunn/checks';
import { accessibilityViolations, startRendering } from '@tallgrunn/design/testing';
import { agreementsTexts } from '../texts/agreements-texts.ts';
import { TermsTab } from './terms-tab.ts';

const version = (report: string, number: number) => ({
  id: `${report}${number}`,
  report,
  version: number,
  holdsFrom: `2026-0${number}-01`,
  sha256: 'abc',
  publishedAt: '2026-01-01T00:00:00Z',
});
const agreement = {
  id: 'a1',
  number: 'A-1',
  startsOn: '2026-01-01',
  termsVersions: [version('deliveries', 2), version('deliveries', 1), version('transport', 1)],
} as unknown as AgreementDto;
const terms = exampleTerms['quarterly-goods']({
  version: 2,
  lateLines: 'open-period',
  clauses: {
    '/due/dates': { reference: 'Bilag 3, punkt 4.2', text: { nb: 'Leverandøren skal rapportere hvert kvartal.' } },
  },
  declarations: [{ share: 0.5, of: 'items', by: '2027-01-01', standards: ['EN 15804+A2'] }],
});

describe('terms tab', () => {
  it('shows each rule with its clause, by report, and the changes', async () => {
    TestBed.configureTestingModule({ providers: [provideApiClient(), provideHttpClientTesting()] });
    const fixture = await startRendering(TermsTab, { agreement }, agreementsTexts);
    TestBed.inject(Session).begin({ ...sessionView({ permissions: ['agreement.read'] }) } as Parameters<
      Session['begin']
    >[0]);
    const server = TestBed.inject(HttpTestingController);
    await new Promise((done) => setTimeout(done, 20));
    server
      .expectOne(
        (request) => request.url === '/api/v1/agreements/a1/terms/2' && request.params.get('report') === 'deliveries',
      )
      .flush(terms);
    server
      .expectOne((request) => request.url === '/api/v1/agreements/a1/terms/diff' && request.params.get('from') === '1')
      .flush([{ path: '/due', kind: 'changed', before: null, after: null, where: 'Frist', says: 'Fra A til B' }]);
    await fixture.whenStable();
    const page = fixture.nativeElement as HTMLElement;
    const facts = [...page.querySelectorAll('tg-terms-in-words dl > div')].map((each) =>
      [...each.children].map((part) => part.textContent?.replace(/\s+/g, ' ').trim()),
    );
    expect(facts).toContainEqual([
      'Frist',
      'Faste datoer: 20. april, 5. august, 20. oktober og 20. januar Bilag 3, punkt 4.2Leverandøren skal rapportere hvert kvartal.',
    ]);
    expect(facts).toContainEqual(['Linjer som kommer for sent', 'i den åpne perioden']);
    expect(facts).toContainEqual([
      'Deklarasjoner',
      'Andel: 0,5; Av: varene; Innen: 1. januar 2027; Standarder: EN 15804+A2',
    ]);
    expect([...page.querySelectorAll('nav h2')].map((each) => each.textContent.trim())).toEqual([
      'Leveranser',
      'Transport',
    ]);
    expect(page.querySelector('tg-version-changes')!.textContent).toContain('Fra A til B');
    expect(page.textContent).toContain('| Kunde | Må fylles ut.');
    expect(await accessibilityViolations(page)).toEqual([]);
  });
});
