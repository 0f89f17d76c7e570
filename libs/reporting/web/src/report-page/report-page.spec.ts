import { HttpEventType } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { ComponentFixture } from '@angular/core/testing';
import { Router } from '@angular/router';
import { Session, provideApiClient } from '@tallgrunn/api-client';
import { sessionView } from '@tallgrunn/api-client/testing';
import { FileDrop } from '@tallgrunn/design';
import { accessibilityFaults, begin } from '@tallgrunn/design/testing';
import { By } from '@angular/platform-browser';
import { startCheckWorker } from '../checking/start-worker.ts';
import { context, dearRow, dutyDetail, fileOf, reportFile, rightRow, terms, wordyRow, workerHere } from '../testing.ts';
import { branchTexts } from '../texts/branches/branch-texts.ts';
import { invoicedTexts } from '../texts/invoiced/invoiced-texts.ts';
import { reportingTexts } from '../texts/reporting-texts.ts';
import { typedTexts } from '../texts/typed/typed-texts.ts';
import { ReportPage } from './report-page.ts';

const readAsText = (file: File) =>
  new Promise<string>((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.readAsText(file);
  });

const standing = {
  id: 'v1',
  number: 'R-2026-00001/1',
  state: 'accepted',
  kind: 'lines',
  lines: 1,
  amount: '300.00',
  currency: 'NOK',
  needsDecision: false,
  rowsWaiting: 0,
  receivedAt: null,
  submittedAt: '2026-04-02T10:00:00Z',
  acceptedAt: null,
  daysInQueue: null,
  returnReason: null,
} as const;

describe('the report page', () => {
  let fixture: ComponentFixture<ReportPage>;
  let page: HTMLElement;
  let http: HttpTestingController;

  const settle = async () => {
    for (let turn = 0; turn < 6; turn += 1) {
      await new Promise((done) => setTimeout(done, 10));
      http?.match('/api/v1/duties/d1/remembered-answers').forEach((asked) => asked.flush([]));
      fixture.detectChanges();
    }
  };
  const noOffer = {
    lines: 0,
    more: false,
    invoices: 0,
    buyers: 0,
    amount: '0',
    lastInvoicedOn: null,
    ready: 0,
    taken: 0,
    missing: [],
    rowsMax: 250,
  };
  const open = async (view = sessionView(), detail = dutyDetail(), offer = noOffer as object) => {
    TestBed.configureTestingModule({
      providers: [provideApiClient(), provideHttpClientTesting(), { provide: startCheckWorker, useValue: workerHere }],
    });
    fixture = await begin(ReportPage, { duty: 'd1' }, reportingTexts, typedTexts, invoicedTexts, branchTexts);
    TestBed.inject(Session).begin(view as never);
    if (!view.person) TestBed.inject(Session).invitation.set('token');
    http = TestBed.inject(HttpTestingController);
    await settle();
    page = fixture.nativeElement;
    http.expectOne('/api/v1/duties/d1').flush(detail);
    await settle();
    http.match('/api/v1/duties/d1/invoiced?language=nb').forEach((asked) => asked.flush(offer));
    await settle();
  };
  const drop = async (...rows: string[]) => {
    fixture.debugElement.query(By.directive(FileDrop)).componentInstance.taken.emit([reportFile(...rows)]);
    await settle();
    for (const [what, body] of [
      ['terms', terms],
      ['context', context],
    ] as const)
      http.match(`/api/v1/duties/d1/${what}`).forEach((asked) => asked.flush(body));
    await settle();
  };
  const summary = (step: string) =>
    page
      .querySelector(`tg-${step}-step .summary`)
      ?.textContent?.replace(/\u00a0/g, ' ')
      .trim();
  const press = async (words: string) => {
    const button = [...page.querySelectorAll('button')].find((each) => each.textContent?.trim().startsWith(words));
    if (!button) throw new Error(`no button "${words}" in: ${page.textContent}`);
    button.click();
    await settle();
  };

  it('has its four steps from the start, and fetches nothing before there is a file', async () => {
    await open();
    expect(page.querySelectorAll('tg-step')).toHaveLength(4);
    expect(page.querySelector('h1')?.textContent).toBe('Mars 2026 · Mat og drikke');
    expect(summary('send')).toBe('Ingenting sendes før du velger det');
    expect(await accessibilityFaults(page)).toEqual([]);
    http.verify();
  });

  it('offers the lines of e-invoices: on the page where they fit, else as a file that is checked here', async () => {
    const offer = {
      ...noOffer,
      lines: 132,
      invoices: 9,
      buyers: 3,
      amount: '40120.00',
      lastInvoicedOn: '2026-03-28',
      ready: 130,
      missing: [{ field: 'deliveredOn', title: 'Levert', lines: 2 }],
    };
    await open(sessionView(), dutyDetail(), offer);
    const told = page.querySelector('tg-offer-invoiced')!.textContent!.replace(/\s+/g, ' ');
    expect(told).toContain('Kommunene har lest inn 132 e-fakturalinjer fra dere i perioden');
    expect(told).toContain(
      '9 fakturaer til 3 kunder, 40 120 kr uten merverdiavgift. Den siste er datert 28. mars 2026. Det som er bokført uten e-faktura, er ikke med her. 130 av 132 linjer har alt som må fylles ut. Mangler: Levert (2 linjer).',
    );
    expect(await accessibilityFaults(page)).toEqual([]);
    const going = jest.spyOn(TestBed.inject(Router), 'navigate').mockResolvedValue(true);
    await press('Begynn med dem');
    http.expectOne('/api/v1/duties/d1/typed/begun').flush({});
    await settle();
    expect(going).toHaveBeenCalledWith(['/reports', 'd1', 'type']);
    TestBed.resetTestingModule();
    await open(sessionView(), dutyDetail(), { ...offer, lines: 900 });
    await press('Kontroller linjene her');
    http.expectOne('/api/v1/duties/d1/invoiced/workbook?language=nb').flush(reportFile(rightRow));
    await settle();
    expect(page.textContent).toContain('Fra e-faktura RIIK-24-107 2026-03.xlsx');
  });

  it('fills the steps in, sends nothing, and asks in words', async () => {
    await open();
    await drop(rightRow, dearRow, wordyRow);
    expect(summary('read')).toContain('3 linjer');
    expect(summary('columns')).toBe('7 av 7 kjent igjen');
    expect(summary('send')).toBe('2 linjer · 382,00 kr eks. mva. · én kunde');
    expect(page.textContent).toContain('Pris over avtalt');
    expect(page.querySelector('tg-announcement')?.textContent).toContain('Kontrollen er ferdig: 3 linjer');
    expect(await accessibilityFaults(page)).toEqual([]);
    http.verify();
  });

  it('says what must be done first when one tries to send', async () => {
    await open();
    await drop(rightRow, dearRow, wordyRow);
    await press('Send inn 2 linjer');
    expect(page.querySelector('ds-error-summary')?.textContent).toMatch(/Svar på ett spørsmål.*Rett én rad/s);
    http.verify();
  });

  it('keeps the place of who settles findings by the keyboard', async () => {
    await open();
    await drop(rightRow, dearRow, wordyRow);
    const pressFocused = async (words: string) => {
      [...page.querySelectorAll('button')].find((each) => each.textContent?.trim().startsWith(words))?.focus();
      await press(words);
    };
    const stoodOn = () => document.activeElement?.textContent?.trim();
    await pressFocused('Rett til avtalt');
    expect(document.activeElement?.closest('article')?.textContent).toContain(stoodOn());
    expect(page.querySelector('tg-announcement')?.textContent).toContain('Kontrollen er ferdig');
    await pressFocused('Angre');
    expect(document.activeElement?.id).toBe('step-3');
  });

  it('corrects with one press, takes it back, and leaves the file alone', async () => {
    await open();
    await drop(rightRow, dearRow);
    await press('Rett til avtalt');
    expect(page.textContent).not.toContain('Pris over avtalt');
    expect(summary('send')).toContain('360,00 kr');
    await press('Angre');
    expect(page.textContent).toContain('Pris over avtalt');
    expect(summary('send')).toContain('382,00 kr');
  });

  it('uploads, hears the server, submits with the answers, and goes to the receipt', async () => {
    await open();
    await drop(rightRow, dearRow);
    await press('Dette er ikke en feil');
    const text = page.querySelector('textarea');
    if (!text) throw new Error('no field for the reason');
    text.value = 'Godkjent i brev';
    await press('Lagre svaret');
    const went = jest.spyOn(TestBed.inject(Router), 'navigate').mockResolvedValue(true);
    await press('Send inn 2 linjer');
    await settle();
    const upload = http.expectOne('/api/v1/duties/d1/versions');
    expect(JSON.parse(String((upload.request.body as FormData).get('cut')))).toEqual({
      rows: 0,
      columns: [],
      cells: 0,
      unused: [],
      sheets: 0,
      leftOut: 0,
      whole: null,
    });
    upload.event({ type: HttpEventType.UploadProgress, loaded: 50, total: 100 });
    await settle();
    expect(page.textContent).toContain('50 av 100');
    upload.flush({ id: 'v1' });
    await settle();
    const groups = [
      {
        code: 'price-above-agreed',
        severity: 'confirm',
        count: 1,
        kroner: '22.00',
        rows: [3],
        class: 57,
        example: { code: 'price-above-agreed', severity: 'confirm', params: {}, cause: '7001' },
      },
    ];
    const verdict = {
      rows: 2,
      accepted: 2,
      quarantined: 0,
      totals: { currency: 'NOK', amount: '382.00', credit: '0.00', fees: '0.00', quarantined: '0.00', byBuyer: [] },
      groups,
      columns: [],
      sheets: [],
    };
    http.expectOne('/api/v1/versions/v1').flush({ id: 'v1', state: 'checked', verdict, progress: null });
    await settle();
    const submit = http.expectOne('/api/v1/versions/v1/submit');
    expect(submit.request.body).toEqual({
      confirmations: [{ code: 'price-above-agreed', cause: '7001', reason: 'Godkjent i brev' }],
      leaveOutRows: false,
    });
    submit.flush({ number: 'R-2026-00001/1' });
    await settle();
    expect(went).toHaveBeenCalledWith(['/reports/versions', 'v1'], { queryParams: { sent: 1 } });
  });

  it('keeps what is about others on the machine, asks about what is like ours, and sends a file without them', async () => {
    await open();
    const others = ['Rema 1000 Elverum AS', 'Hamar Hotell AS'].map((name) => rightRow.replace('Kongsvinger', name));
    await drop(rightRow, ...others, rightRow.replace('Kongsvinger', 'Kongsvinger Gård'));
    expect(summary('read')).toContain('2 rader gjelder andre kunder og forlater ikke maskinen din');
    expect(page.textContent).toContain('Hører denne kunden til innkjøpssamarbeidet?');
    expect(await accessibilityFaults(page)).toEqual([]);
    await press('Send inn');
    expect(page.querySelector('ds-error-summary')?.textContent).toContain(
      'Svar på om én kunde hører til innkjøpssamarbeidet',
    );
    const no = page.querySelector<HTMLButtonElement>('button[aria-label="Nei, Kongsvinger Gård hører ikke til"]');
    no?.click();
    await settle();
    expect(summary('read')).toContain('3 rader gjelder andre kunder');
    await press('Send inn én linje');
    await settle();
    const form = http.expectOne('/api/v1/duties/d1/versions').request.body as FormData;
    const sent = await readAsText(form.get('file') as File);
    expect(sent).toContain('Kongsvinger;7001');
    expect(sent).not.toMatch(/Rema|Hotell|Gård/);
    const told = String(form.get('cut'));
    expect(JSON.parse(told)).toMatchObject({
      rows: 3,
      columns: [],
      cells: 0,
      whole: { sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
    expect(`${told}${String(form.get('answers'))}`).not.toMatch(/Rema|Hotell|Gård/);
  });

  it('asks about each name once, however it is written, and takes one yes for all', async () => {
    await open();
    await drop(
      rightRow,
      ...['Elverum kommune', 'Kongsvnger', 'KONGSVNGER', 'Kongsvinge'].map((name) =>
        rightRow.replace('Kongsvinger', name),
      ),
    );
    const asked = () => page.querySelector('#customers-asked')?.parentElement;
    expect(asked()?.textContent).toContain('Hører disse 2 kundene');
    expect(
      [...asked()!.querySelectorAll('li')].map((item) => [
        item.querySelector('.name')?.textContent,
        item.querySelector('.tg-subtle')?.textContent,
      ]),
    ).toEqual([
      ['KONGSVNGER', '2 rader'],
      ['Kongsvinge', 'én rad'],
    ]);
    await press('Ja til 2 uten svar');
    expect(
      [...page.querySelectorAll('#customers-asked ~ ul button[aria-pressed="true"], #customers-asked ~ p button')].map(
        (button) => button.textContent?.trim(),
      ),
    ).toEqual(['Ja', 'Ja']);
  });

  it('says that the file is needed again when a column is used whose content was not sent, and sends it then', async () => {
    await open();
    const text = ['Kunde;Varenummer;Antall;Enhet;Pris;Beløp;Levert;Bilag', `${rightRow};F-77`].join('\r\n');
    fixture.debugElement
      .query(By.directive(FileDrop))
      .componentInstance.taken.emit([fileOf(new TextEncoder().encode(text), 'mars.csv')]);
    await settle();
    http.match('/api/v1/duties/d1/terms').forEach((asked) =>
      asked.flush({
        ...terms,
        tables: terms.tables.map((table) => ({
          ...table,
          fields: [...table.fields, { name: 'invoiceNumber', type: 'string' as const }],
        })),
      }),
    );
    http.match('/api/v1/duties/d1/context').forEach((asked) => asked.flush(context));
    await settle();
    const column = () => page.querySelector<HTMLSelectElement>('select[aria-label*="Bilag"]')!;
    const point = async (field: string) => {
      column().value = field;
      column().dispatchEvent(new Event('change'));
      await settle();
    };
    const alert = () => page.querySelector('tg-columns-step .ds-alert');
    const mapping = {
      sheet: '',
      headingRow: 1,
      columns: { buyer: 0, itemNumber: 1, quantity: 2, unit: 3, unitPrice: 4, amount: 5, deliveredOn: 6 },
    };
    const details = () => page.querySelector<HTMLDetailsElement>('tg-columns-step details')!;
    Object.assign(details(), { open: true }).dispatchEvent(new Event('toggle'));
    await point('');
    expect(alert()).toBeNull();
    expect([details().open, details().parentElement?.textContent]).toEqual([
      true,
      expect.stringMatching(/Brukes ikke: «Bilag»\..*Fakturanummer: så finnes like linjer/s),
    ]);
    await press('Send inn én linje');
    await settle();
    const first = http.expectOne('/api/v1/duties/d1/versions');
    expect(await readAsText((first.request.body as FormData).get('file') as File)).not.toContain('F-77');
    first.flush({ id: 'v1' });
    await settle();
    http.expectOne('/api/v1/versions/v1').flush({
      id: 'v1',
      state: 'checked',
      verdict: {
        rows: 1,
        accepted: 0,
        quarantined: 1,
        totals: { currency: 'NOK', amount: '0.00', credit: '0.00', fees: '0.00', quarantined: '240.00', byBuyer: [] },
        groups: [],
        columns: [mapping],
        sheets: [],
      },
      progress: null,
    });
    await settle();
    await point('invoiceNumber');
    expect(alert()?.textContent).toContain('Innholdet i kolonnen «Bilag» ble ikke sendt');
    expect(await accessibilityFaults(page)).toEqual([]);
    await press('Send inn én linje');
    await settle();
    const second = http.expectOne('/api/v1/duties/d1/versions');
    expect(await readAsText((second.request.body as FormData).get('file') as File)).toContain('F-77');
  });

  it('fills down, where it is asked whose the rows without a customer are, and takes it back', async () => {
    await open();
    const nameless = rightRow.replace('Kongsvinger', '');
    await drop(rightRow, nameless, rightRow.replace('Kongsvinger', 'Rema 1000 Elverum AS'), nameless, nameless);
    expect(page.querySelector('#customers-asked')?.parentElement?.textContent).toContain('Rader uten kunde');
    expect(await accessibilityFaults(page)).toEqual([]);
    await press('Fyll «Kunde» nedover i tomme rader');
    expect(page.querySelector('#customers-asked')).toBeNull();
    expect(summary('read')).toContain('3 rader gjelder andre kunder');
    expect(summary('send')).toContain('2 linjer');
    await press('Angre');
    expect(page.querySelector('#customers-asked')).not.toBeNull();
  });

  it('delivers nothing when the server says something else, and shows what it says', async () => {
    await open();
    await drop(rightRow);
    await press('Send inn én linje');
    http.expectOne('/api/v1/duties/d1/versions').flush({ id: 'v1' });
    await settle();
    const groups = [
      {
        code: 'reported-before',
        severity: 'blocksRow',
        count: 1,
        kroner: '240.00',
        rows: [2],
        class: 47,
        example: {
          code: 'reported-before',
          severity: 'blocksRow',
          params: { period: '2026-02' },
          cause: '2026-02',
          place: null,
          found: null,
          expected: null,
        },
      },
    ];
    const verdict = {
      rows: 1,
      accepted: 0,
      quarantined: 1,
      totals: { currency: 'NOK', amount: '0.00', credit: '0.00', fees: '0.00', quarantined: '240.00', byBuyer: [] },
      groups,
      columns: [],
      sheets: [],
    };
    http.expectOne('/api/v1/versions/v1').flush({ id: 'v1', state: 'checked', verdict, progress: null });
    await settle();
    expect(page.textContent).toContain('Kontrollen hos oss ga et annet svar');
    expect(page.textContent).toContain('Linjer som er levert før');
    http.verify();
  });

  it('shows what a correction changes and what that comes to, asks why, and only then delivers it', async () => {
    await open(sessionView(), dutyDetail({ state: 'accepted', version: standing }));
    await drop(rightRow);
    await press('Sammenlign med det som er levert');
    const upload = http.expectOne('/api/v1/duties/d1/versions');
    expect((upload.request.body as FormData).get('way')).toBe('replaces');
    upload.flush({ id: 'v2' });
    await settle();
    const verdict = {
      rows: 1,
      accepted: 1,
      quarantined: 0,
      totals: { currency: 'NOK', amount: '240.00', credit: '0.00', fees: '0.00', quarantined: '0.00', byBuyer: [] },
      groups: [],
      columns: [],
      sheets: [],
    };
    const correction = {
      baseVersionId: 'v1',
      baseNumber: 'R-2026-00001/1',
      way: 'replaces',
      added: 0,
      removed: 0,
      changed: 1,
      effect: '-60.00',
      reasonCode: null,
      reason: null,
      asksManager: ['large-effect'],
    };
    http.expectOne('/api/v1/versions/v2').flush({ id: 'v2', state: 'checked', verdict, correction, progress: null });
    await settle();
    const before = { row: 4, quantity: '2.5', unit: 'stk', unitPrice: '120.00', amount: '300.00' };
    const after = { ...before, row: 2, quantity: '2', amount: '240.00' };
    http.expectOne('/api/v1/versions/v2/diff').flush({
      lines: [
        {
          kind: 'changed',
          itemNumber: '7001',
          itemName: 'Lettmelk 10 l',
          buyer: 'Kongsvinger',
          on: '2026-03-05',
          invoiceNumber: null,
          before,
          after,
          effect: '-60.00',
        },
      ],
      next: null,
    });
    await settle();
    const shown = page.textContent?.replace(/\u00a0/g, ' ');
    expect(shown).toContain('én endret');
    expect(shown).toMatch(/Virkning på beløpet: [−-]60,00 kr/);
    expect(shown).toContain('300,00 → 240,00');
    expect(shown).toContain('Virkningen er så stor at avtaleforvalteren må se på rettelsen');
    expect(await accessibilityFaults(page)).toEqual([]);
    await press('Send inn rettelsen');
    expect(page.querySelector('ds-error-summary')?.textContent).toContain('Velg hvorfor rapporten rettes');
    const reason = page.querySelector<HTMLSelectElement>('#correction-reason');
    if (!reason) throw new Error('no list of reasons');
    reason.value = 'wrong-quantity';
    reason.dispatchEvent(new Event('change'));
    await settle();
    await press('Send inn rettelsen');
    expect(http.expectOne('/api/v1/versions/v2/submit').request.body).toEqual({
      confirmations: [],
      leaveOutRows: false,
      correction: { code: 'wrong-quantity' },
    });
  });

  it('compares again when the way is changed', async () => {
    await open(sessionView(), dutyDetail({ state: 'accepted', version: standing }));
    await drop(rightRow);
    page.querySelector<HTMLInputElement>('#way-amends')?.click();
    await settle();
    await press('Sammenlign med det som er levert');
    const upload = http.expectOne('/api/v1/duties/d1/versions');
    expect((upload.request.body as FormData).get('way')).toBe('amends');
  });

  it('lets the manager hand in for the supplier, with who, when and why', async () => {
    const manager = sessionView({ permissions: ['duty.read', 'report.read', 'report.decide', 'report.hand-in-for'] });
    await open(manager);
    await press('Lever på vegne av leverandøren');
    expect(await accessibilityFaults(page)).toEqual([]);
    await drop(rightRow);
    await press('Send inn én linje');
    expect(page.querySelector('ds-error-summary')?.textContent).toMatch(
      /Skriv hvem filen kom fra.*Skriv hvilken dag.*Skriv hvorfor/s,
    );
    for (const [id, value] of [
      ['behalf-from', 'Kari, e-post'],
      ['behalf-on', '2026-04-02'],
      ['behalf-why', 'Får ikke logget inn'],
    ] as const) {
      const field = page.querySelector<HTMLInputElement>(`#${id}`);
      if (!field) throw new Error(`no field ${id}`);
      field.value = value;
      field.dispatchEvent(new Event('input'));
    }
    await settle();
    await press('Send inn én linje');
    const upload = http.expectOne('/api/v1/duties/d1/versions/on-behalf');
    expect(JSON.parse(String((upload.request.body as FormData).get('behalf')))).toEqual({
      receivedFrom: 'Kari, e-post',
      receivedOn: '2026-04-02',
      reason: 'Får ikke logget inn',
    });
  });

  it('puts seven questions at a time, counts the rest, and folds away what is answered', async () => {
    await open();
    await drop(rightRow);
    await press('Send inn én linje');
    http.expectOne('/api/v1/duties/d1/versions').flush({ id: 'v1' });
    await settle();
    const codes = [
      'item-unknown',
      'price-above-agreed',
      'amount-differs',
      'duplicate-line',
      'month-missing',
      'extreme-quantity',
      'units-mixed',
      'pack-as-piece',
      'hidden-rows',
    ];
    const groups = codes.map((code, at) => ({
      code,
      severity: 'confirm',
      count: 1,
      kroner: `${at + 1}00.00`,
      rows: [2],
      class: 1,
      example: { code, severity: 'confirm', params: {}, cause: '', place: null, found: null, expected: null },
    }));
    const verdict = {
      rows: 1,
      accepted: 1,
      quarantined: 0,
      totals: { currency: 'NOK', amount: '240.00', credit: '0.00', fees: '0.00', quarantined: '0.00', byBuyer: [] },
      groups,
      columns: [],
      sheets: [],
    };
    http.expectOne('/api/v1/versions/v1').flush({ id: 'v1', state: 'checked', verdict, progress: null });
    await settle();
    const labels = () =>
      [...page.querySelectorAll('tg-check-step article tg-status')]
        .map((each) => each.textContent?.trim())
        .filter((text) => text?.startsWith('Spørsmål'));
    expect(labels()).toEqual(Array.from({ length: 7 }, (_, at) => `Spørsmål ${at + 1} av 9`));
    expect(page.textContent?.replace(/\s/g, ' ')).toContain('2 til etter disse, 300 kr');
    await press('Vis de neste');
    expect(labels()).toEqual(['Spørsmål 8 av 9', 'Spørsmål 9 av 9']);
    await press('Dette er ikke en feil');
    const text = page.querySelector('textarea');
    if (!text) throw new Error('no field for the reason');
    text.value = 'Godkjent i brev';
    await press('Lagre svaret');
    expect(labels()).toEqual(['Spørsmål 8 av 8']);
    expect(page.querySelector('details.settled summary')?.textContent).toBe('Avklart: 1');
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  it('counts the questions by themselves, as the line above does, with what stops rows between them', async () => {
    await open();
    await drop(rightRow);
    await press('Send inn én linje');
    http.expectOne('/api/v1/duties/d1/versions').flush({ id: 'v1' });
    await settle();
    const asked = [
      ['item-unknown', 'confirm'],
      ['value-not-listed', 'blocksRow'],
      ['price-above-agreed', 'confirm'],
    ] as const;
    const groups = asked.map(([code, severity], at) => ({
      code,
      severity,
      count: 1,
      kroner: `${3 - at}00.00`,
      rows: [2],
      class: 1,
      example: { code, severity, params: {}, cause: '', place: null, found: null, expected: null },
    }));
    const verdict = {
      rows: 1,
      accepted: 1,
      quarantined: 0,
      totals: { currency: 'NOK', amount: '240.00', credit: '0.00', fees: '0.00', quarantined: '0.00', byBuyer: [] },
      groups,
      columns: [],
      sheets: [],
    };
    http.expectOne('/api/v1/versions/v1').flush({ id: 'v1', state: 'checked', verdict, progress: null });
    await settle();
    const labels = [...page.querySelectorAll('tg-check-step article tg-status')].map((each) =>
      each.textContent?.trim(),
    );
    expect(labels).toEqual(['Spørsmål 1 av 2', 'Stopper rader', 'Spørsmål 2 av 2']);
    expect(page.querySelector('tg-check-step')?.textContent).toContain('1 stopp · 2 spørsmål');
  });

  it('corrects rows in a table by the keyboard alone, back and forth', async () => {
    await open();
    await drop(rightRow, wordyRow);
    await press('Rett radene i en tabell');
    const focused = () => document.activeElement as HTMLElement;
    const key = async (name: string, more: KeyboardEventInit = {}) => {
      focused().dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true, ...more }));
      await settle();
    };
    const grid = page.querySelector<HTMLElement>('tg-row-grid table');
    expect([...(grid?.querySelectorAll('tbody th') ?? [])].map((each) => each.textContent?.replace(/\s/g, ''))).toEqual(
      ['3✖'],
    );
    page.querySelector<HTMLElement>('tg-row-grid td[tabindex="0"]')?.focus();
    await key('ArrowRight');
    await key('ArrowRight');
    expect(focused().getAttribute('aria-invalid')).toBe('true');
    expect(page.querySelector('#grid-here')?.textContent).toContain('ca 20');
    await key('F2');
    (focused() as HTMLInputElement).value = '7';
    await key('Escape');
    expect(focused().textContent).toContain('ca 20');
    await key('Enter');
    (focused() as HTMLInputElement).value = '20';
    await key('Tab');
    await settle();
    expect(focused().textContent?.trim()).toBe('stk');
    expect(summary('send')).toBe('2 linjer · 2 640,00 kr eks. mva. · én kunde');
    expect(grid?.querySelector('tbody th')?.textContent).toContain('Rettet');
    expect(await accessibilityFaults(page)).toEqual([]);
    await key('z', { ctrlKey: true });
    await settle();
    expect(summary('send')).toContain('én linje');
    await key('y', { ctrlKey: true });
    await settle();
    expect(summary('send')).toContain('2 linjer');
    http.verify();
  });

  it('lets somebody with an invitation check, and says what an account is for', async () => {
    await open(sessionView({ person: null, acting: null, memberships: [], permissions: [] }));
    await drop(rightRow);
    expect(summary('send')).toContain('én linje');
    const link = page.querySelector<HTMLAnchorElement>('tg-send-step a');
    expect(link?.getAttribute('href')).toBe('/invitation/token?next=%2Freports%2Fd1');
    expect(await accessibilityFaults(page)).toEqual([]);
  });
});
