import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { agreementsTexts } from '@tallgrunn/agreements-web';
import { Session, provideApiClient } from '@tallgrunn/api-client';
import { sessionView } from '@tallgrunn/api-client/testing';
import { TextLibrary } from '@tallgrunn/design';
import { accessibilityViolations, startRendering } from '@tallgrunn/design/testing';
import type { Language } from '@tallgrunn/values';
import { casesTexts } from '../cases/texts/cases-texts.ts';
import { statementsTexts } from '../statements/texts/statements-texts.ts';
import { claimsTexts } from '../texts/claims/claims-texts.ts';
import { AgreementFollowUpPage } from './agreement-follow-up-page.ts';
import { acceptedReport, emptyResponses, fullResponses } from './testing.ts';
import { agreementFollowUpTexts } from './texts/agreement-follow-up-texts.ts';

const OBLIGATIONS = '/obligations';

/** Opens the page in a language. Returns its element, its text without line breaks, and the requested addresses. */
async function openAgreement(
  responses: Readonly<Record<string, unknown>>,
  language: Language = 'nb',
  permissions: readonly string[] = ['agreement.monitor'],
) {
  TestBed.configureTestingModule({ providers: [provideApiClient(), provideHttpClientTesting()] });
  const fixture = await startRendering(
    AgreementFollowUpPage,
    { agreementId: 'a1' },
    ...[agreementsTexts, agreementFollowUpTexts, casesTexts, claimsTexts, statementsTexts],
  );
  await TestBed.inject(TextLibrary).switchTo(language);
  TestBed.inject(Session).begin(sessionView({ permissions: [...permissions] }) as never);
  const http = TestBed.inject(HttpTestingController);
  const requested: string[] = [];
  for (let round = 0; round < 5; round += 1) {
    await new Promise((done) => setTimeout(done, 5));
    fixture.detectChanges();
    for (const [path, response] of Object.entries(responses))
      for (const pending of http.match(({ url }) => url === `/api/v1${path}`)) {
        requested.push(pending.request.urlWithParams);
        const { params } = pending.request;
        if (params.has('accepted')) pending.flush(response === fullResponses[OBLIGATIONS] ? [acceptedReport] : []);
        // The same statement is not of both years.
        else pending.flush(params.get('year') === '2025' ? [] : (response as object));
      }
  }
  fixture.detectChanges();
  const element = fixture.nativeElement as HTMLElement;
  return { element, requested, read: () => (element.textContent ?? '').replace(/\s+/g, ' ') };
}

const rowsOf = (element: HTMLElement, section: string) =>
  [...element.querySelectorAll(`${section} tbody tr`)].map((row) => row.textContent?.replace(/\s+/g, ' ').trim());

describe('AgreementFollowUpPage', () => {
  it('shows what is late, open, undecided and known in the agreement', async () => {
    const { element, requested } = await openAgreement(fullResponses);
    expect(rowsOf(element, 'tg-reports-section')).toEqual([
      expect.stringMatching(
        /mars 2026 ?Finnskog Storkjøkken ?10\. april 2026 utsatt fra 1\. april 2026: Nytt økonomisystem ?Over fristen 2 virkedager for sent/,
      ),
      expect.stringMatching(/april 2026 ?Finnskog Storkjøkken ?20\. mai 2026 ?Kan leveres/),
    ]);
    expect(rowsOf(element, 'tg-cases-section')[0]).toMatch(
      /S-2026-00001 ?Rapport som mangler, mars 2026 ?Finnskog Storkjøkken ?Åpen ?20\. april 2026 ?Ingrid/,
    );
    expect(rowsOf(element, 'tg-penalties-section')[0]).toMatch(/Ikke levert ?2 virkedager ?2 000(,00)? kr/);
    expect(rowsOf(element, 'tg-deviations-section')[0]).toMatch(
      /Rapportert ?170 000(,00)? kr ?300 ?5 300(,00)? kr ?4 000 ?13/,
    );
    expect(rowsOf(element, 'tg-claims-section')[0]).toMatch(/K-2026-00001.*Sendt ?5 300(,00)? kr ?300(,00)? kr/);
    expect(rowsOf(element, 'tg-quality-section')[0]).toMatch(/Finnskog Storkjøkken ?Forventet ?11 ?14 212 ?1/);
    expect(rowsOf(element, 'tg-declarations-section')[0]).toMatch(/Finnskog Storkjøkken ?40 ?3 ?7,5 %/);
    expect(rowsOf(element, 'tg-accepted-reports')[0]).toMatch(
      /februar 2026 ?Finnskog Storkjøkken ?R-2026-00009\/1 ?20\. mars 2026 ?318 204,50 kr/,
    );
    expect(rowsOf(element, 'tg-missing-declarations')[0]).toMatch(/30118 ?Helmelk ?Finnskog Storkjøkken ?4 200,00 kr/);
    expect(rowsOf(element, 'tg-statements-section')[0]).toMatch(/Finnskog Storkjøkken ?2026 ?God ?3\. april 2026/);
    expect(requested.filter((address) => address.startsWith('/api/v1/agreements'))).toEqual([
      '/api/v1/agreements/a1',
      '/api/v1/agreements/a1/declaration-coverage',
      '/api/v1/agreements/a1/missing-declarations',
    ]);
    for (const address of requested.filter((each) => !each.startsWith('/api/v1/agreements')))
      expect(address).toContain('agreementId=a1');
  });

  it('leads from each part to the page with everything of this agreement', async () => {
    const { element } = await openAgreement(fullResponses);
    const links = [...element.querySelectorAll('tg-follow-up-section section > p:last-child > a')].map((link) =>
      link.getAttribute('href'),
    );
    expect(links).toEqual([
      '/compliance?agreement=a1',
      '/cases?agreement=a1',
      '/penalties?agreement=a1',
      '/price-deviations?agreement=a1',
      '/claims?agreement=a1',
      '/data-quality?agreement=a1',
      '/declarations?agreement=a1',
      '/statements?agreement=a1',
    ]);
    const headings = [...element.querySelectorAll('h1, h2, h3')].map(({ tagName }) => tagName);
    expect(headings).toEqual(['H1', ...Array.from({ length: 9 }, () => 'H2'), 'H3', 'H2']);
  });

  it('leads to the acts on late reports that the user may do, filled in', async () => {
    const { element } = await openAgreement(fullResponses, 'nb', ['agreement.monitor', 'message.send', 'case.manage']);
    const linked = (text: string) =>
      [...element.querySelectorAll('a')]
        .filter((link) => link.textContent?.trim() === text)
        .map((link) => link.getAttribute('href'));
    expect(linked('Minn leverandørene')).toEqual(['/notifications/late?agreement=a1']);
    expect(linked('Utsett fristen')).toEqual(['/reports/d0?act=extend']);
    expect(linked('Åpne sak')).toEqual(['/cases/new?supplier=s1&agreement=a1&obligation=d0&kind=late']);
    expect(linked('Be Finnskog Storkjøkken om deklarasjonene som mangler')).toEqual([
      '/cases/new?supplier=s1&agreement=a1&kind=missing-declaration',
    ]);
    expect(linked('Åpne en sak om avtalen')).toEqual(['/cases/new?agreement=a1']);
    expect(await accessibilityViolations(element)).toEqual([]);
  });

  it('offers no reminder when all late reports were returned', async () => {
    const returned = fullResponses['/obligations'].map((each) => ({ ...each, state: 'returned' }));
    const { element } = await openAgreement({ ...fullResponses, '/obligations': returned }, 'nb', [
      'agreement.monitor',
      'message.send',
    ]);
    expect(rowsOf(element, 'tg-reports-section').length).toBeGreaterThan(0);
    expect(element.querySelector('a[href^="/notifications"]')).toBeNull();
  });

  it('offers no act that the user may not do', async () => {
    const { element } = await openAgreement(fullResponses);
    expect(element.querySelector('a[href^="/notifications"], a[href^="/cases/new"], a[href*="act="]')).toBeNull();
  });

  it('says what there is nothing of, and what is not known', async () => {
    const { element, read } = await openAgreement(emptyResponses);
    expect(element.querySelectorAll('table')).toHaveLength(0);
    for (const sentence of [
      'Ingen rapporter er over fristen.',
      'Ingen saker om avtalen er åpne.',
      'Ingen sene rapporter venter på en avgjørelse.',
      'Det er ikke kjent om noe er over avtalt pris.',
      'Ingen krav er laget i avtalen.',
      'Datakvaliteten er ikke kjent.',
      'Andelen med deklarasjon er ikke kjent.',
      'Ingen leverandør har hatt avtalen i disse årene.',
    ])
      expect(read()).toContain(sentence);
  });

  it('says that an agreement without terms has no reports', async () => {
    const agreement = { ...emptyResponses['/agreements/a1'], termsVersions: [] };
    const { read } = await openAgreement({ ...emptyResponses, '/agreements/a1': agreement });
    expect(read()).toContain('Avtalen har ingen vilkår ennå.');
    expect(read()).not.toContain('Neste rapporter');
  });

  it('says that nothing is above the agreed price only when something was compared', async () => {
    const [row] = fullResponses['/price-deviations'];
    const none = { ...row, lineCount: 0, openLineCount: 0, openAmount: '0', amount: '0', claimedAmount: '0' };
    const compared = await openAgreement({ ...emptyResponses, '/price-deviations': [none] });
    expect(compared.read()).toContain('Ingen av linjene som er sammenlignet, er over avtalt pris.');
    TestBed.resetTestingModule();
    const unknown = await openAgreement({ ...emptyResponses, '/price-deviations': [{ ...none, comparedCount: 0 }] });
    expect(unknown.read()).not.toContain('Ingen av linjene som er sammenlignet');
    expect(rowsOf(unknown.element, 'tg-deviations-section')[0]).toContain('ikke kjent');
  });

  it('is closed to those who do not oversee agreements', async () => {
    const { element, requested } = await openAgreement(fullResponses, 'nb', ['case.read']);
    expect(element.querySelector('tg-denied')).not.toBeNull();
    expect(requested).toEqual(['/api/v1/agreements/a1']);
  });

  it.each([
    ['nb', 'Oppfølging', 'Rapporter over fristen', 'Ingen saker om avtalen er åpne.'],
    ['nn', 'Oppfølging', 'Rapportar over fristen', 'Ingen saker om avtalen er opne.'],
    ['en', 'Follow-up', 'Overdue reports', 'No cases about the agreement are open.'],
  ] as const)('is accessible and complete in %s, full and empty', async (language, tab, heading, none) => {
    const full = await openAgreement(fullResponses, language);
    expect(full.element.querySelector('nav a[aria-current=page]')?.textContent).toBe(tab);
    expect(full.read()).toContain(heading);
    expect(await accessibilityViolations(full.element)).toEqual([]);
    full.element.remove();
    TestBed.resetTestingModule();
    const empty = await openAgreement(emptyResponses, language);
    expect(empty.read()).toContain(none);
    expect(await accessibilityViolations(empty.element)).toEqual([]);
  });
});
