import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Session, provideApiClient } from '@tallgrunn/api-client';
import type { Membership } from '@tallgrunn/api-client';
import { sessionView } from '@tallgrunn/api-client/testing';
import { accessibilityViolations, loadTextsForTest } from '@tallgrunn/design/testing';
import { provideRouter } from '@angular/router';
import { partyAccessTexts } from '../texts/party-access-texts.ts';
import { registerTexts } from '../texts/register-texts.ts';
import { AgreementImportPage } from './agreement-import-page.ts';

const question = {
  number: 1,
  kind: 'supplier-resembles',
  rows: [2, 5],
  found: { name: 'Granli Engros', number: '' },
  choices: [
    { id: 'party:311300008', params: { name: 'Granli Engros AS', orgNumber: '311300008' } },
    { id: 'new', params: { name: 'Granli Engros' } },
  ],
  proposed: 'party:311300008',
  answer: null as string | null,
  text: null,
  remembered: false,
};
const view = {
  ...{
    id: 'i1',
    kind: 'workbook',
    fileName: 'avtaler.xlsx',
    state: 'asked',
    madeAt: '2026-11-24T10:00:00Z',
    counts: {},
    rows: 4,
    missing: [],
  },
  headings: ['Saksnr', 'Avtale'],
  fields: [
    { field: 'caseNumber', heading: 'Saksnr' },
    { field: 'title', heading: 'Avtale' },
    { field: 'cpv', heading: null },
  ],
  agreements: [
    {
      caseNumber: '24/1',
      title: 'Mat',
      startsOn: '2024-01-01',
      endsOn: '2027-12-31',
      state: 'new',
      lots: 0,
      suppliers: ['Granli Engros AS'],
      buyers: 7,
      changes: [],
    },
    {
      caseNumber: '24/2',
      title: 'Renhold',
      startsOn: '2024-01-01',
      endsOn: null,
      state: 'changed',
      lots: 0,
      suppliers: [],
      buyers: 7,
      changes: [{ what: 'endsOn', about: '', before: null, after: '2030-12-31' }],
    },
  ],
  parties: [
    { kind: 'supplier', name: 'Granli Engros AS', orgNumber: '311300008' },
    { kind: 'supplier', name: 'Nordic Food ApS', orgNumber: null },
  ],
  leftOut: [
    { row: 8, text: 'Antall avtaler: 2', reason: 'sum' },
    { row: 9, text: 'Transport', reason: 'no-agreement' },
  ],
  otherSheets: [{ name: 'Merknader', rows: 2 }],
  questions: [question],
};
const manager: Membership = {
  id: 'm1',
  organisation: { id: 'o1', name: 'RIIK', kind: 'cooperative' },
  cooperative: { id: 'c1', name: 'RIIK' },
  role: 'contract-manager',
};

const aMoment = () => new Promise((resolve) => setTimeout(resolve));

async function shown() {
  TestBed.configureTestingModule({ providers: [provideApiClient(), provideHttpClientTesting(), provideRouter([])] });
  await loadTextsForTest('nb', registerTexts, partyAccessTexts);
  TestBed.inject(Session).begin({
    ...sessionView({ permissions: ['agreement.write'], memberships: [manager] }),
  } as Parameters<Session['begin']>[0]);
  const fixture = TestBed.createComponent(AgreementImportPage);
  fixture.componentRef.setInput('importId', 'i1');
  document.body.append(fixture.nativeElement);
  TestBed.tick();
  const server = TestBed.inject(HttpTestingController);
  server.expectOne('/api/v1/agreement-imports/i1').flush(view);
  await fixture.whenStable();
  return { fixture, server, page: fixture.nativeElement as HTMLElement };
}

describe('register import page', () => {
  it('asks questions, shows proposals without preselecting one, and leaves the rest for later', async () => {
    const { page } = await shown();
    expect(page.querySelector('legend')?.textContent).toContain('«Granli Engros» ligner på en annen leverandør');
    expect([...page.querySelectorAll<HTMLInputElement>('input[type=radio]')].map(({ checked }) => checked)).toEqual([
      false,
      false,
    ]);
    expect(page.textContent).toContain('Svar på det ene spørsmålet først.');
    expect(page.textContent).toContain('31. desember 2030');
    expect(page.textContent).toContain('Uten organisasjonsnummer: Nordic Food ApS.');
    expect(page.textContent).toContain('2 rader importeres ikke');
    expect(page.textContent).toContain('Rad 8: Antall avtaler: 2');
    expect(page.textContent).toContain('Disse arkene leses ikke: Merknader (2 rader).');
    expect(await accessibilityViolations(page)).toEqual([]);
  });

  it('saves each answer, and then offers to apply the import', async () => {
    const { fixture, page, server } = await shown();
    page.querySelector<HTMLInputElement>('input[type=radio]')?.click();
    page.querySelector<HTMLButtonElement>('tg-question-form button[type=submit]')?.click();
    await aMoment();
    const request = server.expectOne('/api/v1/agreement-imports/i1/answers');
    expect(request.request.body).toEqual({ answers: [{ number: 1, choice: 'party:311300008' }] });
    request.flush({ ...view, questions: [{ ...question, answer: 'party:311300008' }] });
    await aMoment();
    await fixture.whenStable();
    expect([...page.querySelectorAll('button')].map((button) => button.textContent?.trim())).toContain(
      'Opprett én avtale og endre 1',
    );
  });
});
