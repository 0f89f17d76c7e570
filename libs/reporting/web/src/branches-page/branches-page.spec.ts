import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { ComponentFixture } from '@angular/core/testing';
import { By } from '@angular/platform-browser';
import { Session, provideApiClient } from '@tallgrunn/api-client';
import { sessionView } from '@tallgrunn/api-client/testing';
import type { BranchObligationDto } from '@tallgrunn/api-client/shapes';
import { FileDrop } from '@tallgrunn/design';
import { accessibilityViolations, startRendering } from '@tallgrunn/design/testing';
import { startCheckWorker } from '../checking/start-worker.ts';
import { context, overpricedRow, obligation, fileOf, validRow, terms, workerInTest } from '../testing.ts';
import { branchTexts } from '../texts/branches/branch-texts.ts';
import { reportingTexts } from '../texts/reporting-texts.ts';
import { BranchesPage } from './branches-page.ts';

const branch = (
  id: string,
  name: string,
  orgNumber: string,
  changes: Partial<BranchObligationDto> = {},
): BranchObligationDto => ({
  ...obligation({ id, part: { id: `b-${id}`, name, orgNumber } }),
  missing: null,
  ...changes,
});
const version = {
  id: 'v9',
  number: 'R-2026-00009/1',
  state: 'accepted',
  kind: 'lines',
  lines: 4,
  amount: '900.00',
  currency: 'NOK',
  needsDecision: false,
  rowsWaiting: 0,
  receivedAt: null,
  submittedAt: '2026-04-02T10:00:00Z',
  acceptedAt: null,
  daysInQueue: null,
  returnReason: null,
} as const;
const all = [
  branch('f', 'Flisa', '971000017'),
  branch('k', 'Kongsvinger', '971000025'),
  branch('s', 'Skarnes', '971000033'),
  branch('e', 'Eidskog', '971000041', { state: 'accepted', version }),
];
const heading = 'Kunde;Varenummer;Antall;Enhet;Pris;Beløp;Levert';
const file = (name: string, ...rows: string[]) =>
  fileOf(new TextEncoder().encode([heading, ...rows].join('\r\n')), name);

const laterRow = validRow.replace('05.03.', '09.03.');

describe('branches page', () => {
  let fixture: ComponentFixture<BranchesPage>;
  let page: HTMLElement;
  let http: HttpTestingController;

  const settle = async (turns = 30) => {
    for (let turn = 0; turn < turns; turn += 1) {
      await new Promise((done) => setTimeout(done, 10));
      http?.match((asked) => asked.url.endsWith('/terms')).forEach((asked) => asked.flush(terms));
      http?.match((asked) => asked.url.endsWith('/context')).forEach((asked) => asked.flush(context));
      http?.match((asked) => asked.url.endsWith('/remembered-answers')).forEach((asked) => asked.flush([]));
      fixture.detectChanges();
    }
  };
  const open = async (view = sessionView()) => {
    TestBed.configureTestingModule({
      providers: [
        provideApiClient(),
        provideHttpClientTesting(),
        { provide: startCheckWorker, useValue: workerInTest },
      ],
    });
    fixture = await startRendering(BranchesPage, { obligation: 'f' }, reportingTexts, branchTexts);
    TestBed.inject(Session).begin(view as never);
    http = TestBed.inject(HttpTestingController);
    await settle(4);
    page = fixture.nativeElement;
    http.expectOne('/api/v1/obligations/f/branches').flush(all);
    await settle(4);
  };
  const drop = async (...files: File[]) => {
    fixture.debugElement.query(By.directive(FileDrop)).componentInstance.taken.emit(files);
    await settle();
  };
  const row = (name: string) =>
    [...page.querySelectorAll('tg-branch-row')]
      .find((each) => each.querySelector('h2')?.textContent?.trim() === name)
      ?.textContent?.replace(/\u00a0/g, ' ') ?? '';
  const press = async (words: string) => {
    const button = [...page.querySelectorAll('button')].find((each) => each.textContent?.trim().startsWith(words));
    if (!button) throw new Error(`no button "${words}" in: ${page.textContent}`);
    button.click();
    await settle();
  };
  const takenIn = async (obligationId: string, id: string, amount = '240.00') => {
    http.expectOne(`/api/v1/obligations/${obligationId}/versions`).flush({ id });
    await settle();
    const verdict = {
      rows: 1,
      accepted: 1,
      quarantined: 0,
      totals: { currency: 'NOK', amount, credit: '0.00', fees: '0.00', quarantined: '0.00', byBuyer: [] },
      groups: [],
      columns: [],
      sheets: [],
    };
    http.expectOne(`/api/v1/report-versions/${id}`).flush({ id, state: 'checked', verdict, progress: null });
    await settle();
  };

  it('lists branches that have delivered and branches that are missing', async () => {
    await open();
    expect(page.querySelector('.sum')?.textContent.trim()).toBe(
      '1 av 4 filialer har levert · mangler: Flisa, Kongsvinger og Skarnes.',
    );
    expect(row('Eidskog')).toContain('4 linjer, 900,00 kr');
    expect(row('Flisa')).toContain('Mangler');
    expect(await accessibilityViolations(page)).toEqual([]);
  });

  it('assigns files by number or name, checks each, and asks about a file without a branch', async () => {
    await open();
    await drop(
      fileOf(new TextEncoder().encode(`${heading};Selgende enhet\r\n${validRow};971000017`), 'a.csv'),
      file('Kongsvinger mars.csv', overpricedRow),
      file('rapport.csv', validRow),
    );
    expect(row('Flisa')).toContain('Klar');
    expect(row('Flisa')).toContain('kjent på organisasjonsnummeret i filen');
    expect(row('Kongsvinger')).toContain('Trenger svar');
    expect(row('Kongsvinger')).toContain('Ett spørsmål.');
    expect(page.querySelector('.loose')?.textContent).toContain(
      'rapport.csv – det står ikke hvilken filial den gjelder.',
    );
    expect(await accessibilityViolations(page)).toEqual([]);
    const choice = page.querySelector<HTMLSelectElement>('.loose select')!;
    choice.value = 's';
    choice.dispatchEvent(new Event('change'));
    await settle();
    expect(row('Skarnes')).toContain('valgt av deg');
    expect(row('Skarnes')).toContain('Klar');
    expect(page.querySelector('.sum')?.textContent).toContain('2 er klare til å sendes · mangler: Kongsvinger.');
  });

  it('submits branches together after a reason is given for the missing ones', async () => {
    await open();
    await drop(file('Flisa.csv', validRow), file('Skarnes.csv', laterRow));
    await press('Send inn 2 filialer');
    expect(page.querySelector('ds-error-summary')?.textContent).toContain('Lever for Kongsvinger også');
    page.querySelector<HTMLInputElement>('#go-without')!.click();
    await settle(3);
    const reason = page.querySelector<HTMLTextAreaElement>('#missing-reason')!;
    reason.value = 'Ny kasse';
    reason.dispatchEvent(new Event('input'));
    await press('Send inn 2 filialer');
    await takenIn('f', 'v1');
    await takenIn('s', 'v2');
    const asked = http.expectOne('/api/v1/obligations/f/branches/submit');
    expect(asked.request.body).toEqual({
      versions: [
        { versionId: 'v1', confirmations: [], leaveOutRows: false },
        { versionId: 'v2', confirmations: [], leaveOutRows: false },
      ],
      missing: [{ obligationId: 'k', reason: 'Ny kasse' }],
    });
    asked.flush([]);
    await settle();
    http
      .expectOne('/api/v1/obligations/f/branches')
      .flush(all.map((each) => (each.id === 'k' ? each : { ...each, state: 'accepted', version })));
    await settle();
    expect(page.textContent).toContain('2 filialer er sendt inn.');
  });

  it('submits none when the server returns a different result for one', async () => {
    await open();
    await drop(
      file('Flisa.csv', validRow),
      file('Skarnes.csv', laterRow),
      file('Kongsvinger.csv', `${validRow}\r\n${laterRow}`),
    );
    await press('Send inn 3 filialer');
    await takenIn('f', 'v1', '999.00');
    http.expectNone('/api/v1/obligations/f/branches/submit');
    expect(row('Flisa')).toContain('Må vurderes');
    expect(row('Skarnes')).toContain('Klar');
  });

  it('asks about a file identical to an attached one, and about a file of a branch that has delivered', async () => {
    await open();
    await drop(file('Flisa.csv', validRow), file('Skarnes.csv', validRow), file('Eidskog.csv', laterRow));
    expect(row('Flisa')).toContain('Klar');
    expect(row('Skarnes')).toContain('Mangler');
    const loose = page.querySelector('.loose')?.textContent;
    expect(loose).toContain('Skarnes.csv – den er helt lik en fil som er her fra før.');
    expect(loose).toContain('Eidskog.csv – filialen har levert. Rett rapporten på filialens egen side.');
    expect(await accessibilityViolations(page)).toEqual([]);
  });

  it('is read-only for users who do not report', async () => {
    await open(sessionView({ permissions: ['obligation.read'] }));
    expect(page.querySelector('tg-file-drop')).toBeNull();
    expect(row('Flisa')).toContain('Mangler');
  });
});
