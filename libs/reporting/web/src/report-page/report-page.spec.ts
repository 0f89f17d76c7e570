import { HttpEventType } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { sessionView } from '@tallgrunn/api-client/testing';
import { accessibilityViolations } from '@tallgrunn/design/testing';
import { overpricedRow, obligationDetail, reportFile, validRow, invalidQuantityRow } from '../testing.ts';
import { noOffer, openReport } from './testing-report-page.ts';

describe('report page', () => {
  it('shows its four steps from the start, and fetches nothing before a file is selected', async () => {
    const { page, http, summary } = await openReport();
    expect(page.querySelectorAll('tg-step')).toHaveLength(4);
    expect(page.querySelector('h1')?.textContent).toBe('Mars 2026 · Mat og drikke');
    expect(summary('send')).toBe('Ingenting sendes før du velger det');
    expect(await accessibilityViolations(page)).toEqual([]);
    http.verify();
  });

  it('offers e-invoice lines on the page when they fit, and else as a file that is checked locally', async () => {
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
    const { page, http, settle, press } = await openReport(sessionView(), obligationDetail(), offer);
    const told = page.querySelector('tg-prefill-offer')!.textContent!.replace(/\s+/g, ' ');
    expect(told).toContain('Kommunene har importert 132 e-fakturalinjer fra dere i perioden');
    expect(told).toContain(
      '9 fakturaer til 3 kunder, 40 120 kr uten merverdiavgift. Den siste er datert 28. mars 2026. Det som er bokført uten e-faktura, er ikke med her. 130 av 132 linjer har alt som må fylles ut. Mangler: Levert (2 linjer).',
    );
    expect(await accessibilityViolations(page)).toEqual([]);
    const going = jest.spyOn(TestBed.inject(Router), 'navigate').mockResolvedValue(true);
    await press('Bruk linjene');
    http.expectOne('/api/v1/obligations/d1/manual-entry/prefill').flush({});
    await settle();
    expect(going).toHaveBeenCalledWith(['/reports', 'd1', 'manual-entry']);
    TestBed.resetTestingModule();
    const larger = await openReport(sessionView(), obligationDetail(), { ...offer, lines: 900 });
    await larger.press('Kontroller linjene her');
    larger.http.expectOne('/api/v1/obligations/d1/invoice-prefill/workbook?language=nb').flush(reportFile(validRow));
    await larger.settle();
    expect(larger.page.textContent).toContain('Fra e-faktura RIIK-24-107 2026-03.xlsx');
  });

  it('completes the steps, uploads nothing, and formats questions as text', async () => {
    const { page, http, drop, summary } = await openReport();
    await drop(validRow, overpricedRow, invalidQuantityRow);
    expect(summary('read')).toContain('3 linjer');
    expect(summary('columns')).toBe('7 av 7 kjent igjen');
    expect(summary('send')).toBe('2 linjer · 382,00 kr eks. mva. · én kunde');
    expect(page.textContent).toContain('Pris over avtalt');
    expect(page.querySelector('tg-announcement')?.textContent).toContain('Kontrollen er ferdig: 3 linjer');
    expect(await accessibilityViolations(page)).toEqual([]);
    http.verify();
  });

  it('shows what is missing on an attempt to submit', async () => {
    const { page, http, drop, press } = await openReport();
    await drop(validRow, overpricedRow, invalidQuantityRow);
    await press('Send inn 2 linjer');
    expect(page.querySelector('ds-error-summary')?.textContent).toMatch(/Svar på ett spørsmål.*Rett én rad/s);
    http.verify();
  });

  it('uploads, waits for the server, submits with the answers, and opens the receipt', async () => {
    const { page, http, settle, drop, press } = await openReport();
    await drop(validRow, overpricedRow);
    await press('Dette er ikke en feil');
    const text = page.querySelector('textarea');
    if (!text) throw new Error('no field for the reason');
    text.value = 'Godkjent i brev';
    await press('Lagre svaret');
    const went = jest.spyOn(TestBed.inject(Router), 'navigate').mockResolvedValue(true);
    await press('Send inn 2 linjer');
    await settle();
    const upload = http.expectOne('/api/v1/obligations/d1/versions');
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
    http.expectOne('/api/v1/report-versions/v1').flush({ id: 'v1', state: 'checked', verdict, progress: null });
    await settle();
    const submit = http.expectOne('/api/v1/report-versions/v1/submit');
    expect(submit.request.body).toEqual({
      confirmations: [{ code: 'price-above-agreed', cause: '7001', reason: 'Godkjent i brev' }],
      leaveOutRows: false,
    });
    submit.flush({ number: 'R-2026-00001/1' });
    await settle();
    expect(went).toHaveBeenCalledWith(['/reports/versions', 'v1'], { queryParams: { sent: 1 } });
  });

  it('does not submit when the result of the server differs, and shows that result', async () => {
    const { page, http, settle, drop, press } = await openReport();
    await drop(validRow);
    await press('Send inn én linje');
    http.expectOne('/api/v1/obligations/d1/versions').flush({ id: 'v1' });
    await settle();
    const groups = [
      {
        code: 'already-reported',
        severity: 'blocksRow',
        count: 1,
        kroner: '240.00',
        rows: [2],
        class: 47,
        example: {
          code: 'already-reported',
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
    http.expectOne('/api/v1/report-versions/v1').flush({ id: 'v1', state: 'checked', verdict, progress: null });
    await settle();
    expect(page.textContent).toContain('Kontrollen hos oss ga et annet resultat');
    expect(page.textContent).toContain('Linjer som er levert før');
    http.verify();
  });

  it('lets the manager submit on behalf of the supplier, with person, date and reason', async () => {
    const manager = sessionView({
      permissions: ['obligation.read', 'report.read', 'report.review', 'report.submit-on-behalf'],
    });
    const { page, http, settle, drop, press } = await openReport(manager);
    await press('Lever på vegne av leverandøren');
    expect(await accessibilityViolations(page)).toEqual([]);
    await drop(validRow);
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
    const upload = http.expectOne('/api/v1/obligations/d1/versions/on-behalf');
    expect(JSON.parse(String((upload.request.body as FormData).get('behalf')))).toEqual({
      receivedFrom: 'Kari, e-post',
      receivedOn: '2026-04-02',
      reason: 'Får ikke logget inn',
    });
  });

  it('lets an invited person check, and explains what an account adds', async () => {
    const { page, drop, summary } = await openReport(
      sessionView({ person: null, acting: null, memberships: [], permissions: [] }),
    );
    await drop(validRow);
    expect(summary('send')).toContain('én linje');
    const link = page.querySelector<HTMLAnchorElement>('tg-send-step a');
    expect(link?.getAttribute('href')).toBe('/invitation/token?next=%2Freports%2Fd1');
    expect(await accessibilityViolations(page)).toEqual([]);
  });
});
