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
import { context, dearRow, dutyDetail, reportFile, rightRow, terms, wordyRow, workerHere } from '../testing.ts';
import { reportingTexts } from '../texts/reporting-texts.ts';
import { ReportPage } from './report-page.ts';

describe('the report page', () => {
  let fixture: ComponentFixture<ReportPage>;
  let page: HTMLElement;
  let http: HttpTestingController;

  const settle = async () => {
    for (let turn = 0; turn < 6; turn += 1) {
      await new Promise((done) => setTimeout(done, 10));
      fixture.detectChanges();
    }
  };
  const open = async (view = sessionView()) => {
    TestBed.configureTestingModule({ providers: [provideApiClient(), provideHttpClientTesting(), { provide: startCheckWorker, useValue: workerHere }] });
    fixture = await begin(ReportPage, { duty: 'd1' }, reportingTexts);
    TestBed.inject(Session).begin(view as never);
    if (!view.person) TestBed.inject(Session).invitation.set('token');
    http = TestBed.inject(HttpTestingController);
    await settle();
    page = fixture.nativeElement;
    http.expectOne('/api/v1/duties/d1').flush(dutyDetail());
    await settle();
  };
  const drop = async (...rows: string[]) => {
    fixture.debugElement.query(By.directive(FileDrop)).componentInstance.taken.emit([reportFile(...rows)]);
    await settle();
    http.match('/api/v1/duties/d1/terms').forEach((asked) => asked.flush(terms));
    http.match('/api/v1/duties/d1/context').forEach((asked) => asked.flush(context));
    await settle();
  };
  const summary = (step: string) => page.querySelector(`tg-${step}-step .summary`)?.textContent?.replace(/\u00a0/g, ' ').trim();
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
    const upload = http.expectOne('/api/v1/duties/d1/versions');
    upload.event({ type: HttpEventType.UploadProgress, loaded: 50, total: 100 });
    await settle();
    expect(page.textContent).toContain('50 av 100');
    upload.flush({ id: 'v1' });
    await settle();
    const groups = [{ code: 'price-above-agreed', severity: 'confirm', count: 1, kroner: '22.00', rows: [3], class: 57, example: { code: 'price-above-agreed', severity: 'confirm', params: {}, cause: '7001' } }];
    const verdict = { rows: 2, accepted: 2, quarantined: 0, totals: { currency: 'NOK', amount: '382.00', credit: '0.00', fees: '0.00', quarantined: '0.00', byBuyer: [] }, groups, columns: [], sheets: [] };
    http.expectOne('/api/v1/versions/v1').flush({ id: 'v1', state: 'checked', verdict, progress: null });
    await settle();
    const submit = http.expectOne('/api/v1/versions/v1/submit');
    expect(submit.request.body).toEqual({ confirmations: [{ code: 'price-above-agreed', cause: '7001', reason: 'Godkjent i brev' }], leaveOutRows: false });
    submit.flush({ number: 'R-2026-00001/1' });
    await settle();
    expect(went).toHaveBeenCalledWith(['/reports/versions', 'v1'], { queryParams: { sent: 1 } });
  });

  it('delivers nothing when the server says something else, and shows what it says', async () => {
    await open();
    await drop(rightRow);
    await press('Send inn én linje');
    http.expectOne('/api/v1/duties/d1/versions').flush({ id: 'v1' });
    await settle();
    const groups = [{ code: 'reported-before', severity: 'blocksRow', count: 1, kroner: '240.00', rows: [2], class: 47, example: { code: 'reported-before', severity: 'blocksRow', params: { period: '2026-02' }, cause: '2026-02', place: null, found: null, expected: null } }];
    const verdict = { rows: 1, accepted: 0, quarantined: 1, totals: { currency: 'NOK', amount: '0.00', credit: '0.00', fees: '0.00', quarantined: '240.00', byBuyer: [] }, groups, columns: [], sheets: [] };
    http.expectOne('/api/v1/versions/v1').flush({ id: 'v1', state: 'checked', verdict, progress: null });
    await settle();
    expect(page.textContent).toContain('Kontrollen hos oss ga et annet svar');
    expect(page.textContent).toContain('Linjer som er levert før');
    http.verify();
  });

  it('puts seven questions at a time, counts the rest, and folds away what is answered', async () => {
    await open();
    await drop(rightRow);
    await press('Send inn én linje');
    http.expectOne('/api/v1/duties/d1/versions').flush({ id: 'v1' });
    await settle();
    const codes = ['item-unknown', 'price-above-agreed', 'amount-differs', 'duplicate-line', 'month-missing', 'extreme-quantity', 'units-mixed', 'pack-as-piece', 'hidden-rows'];
    const groups = codes.map((code, at) => ({ code, severity: 'confirm', count: 1, kroner: `${at + 1}00.00`, rows: [2], class: 1, example: { code, severity: 'confirm', params: {}, cause: '', place: null, found: null, expected: null } }));
    const verdict = { rows: 1, accepted: 1, quarantined: 0, totals: { currency: 'NOK', amount: '240.00', credit: '0.00', fees: '0.00', quarantined: '0.00', byBuyer: [] }, groups, columns: [], sheets: [] };
    http.expectOne('/api/v1/versions/v1').flush({ id: 'v1', state: 'checked', verdict, progress: null });
    await settle();
    const labels = () => [...page.querySelectorAll('tg-check-step article tg-status')].map((each) => each.textContent?.trim()).filter((text) => text?.startsWith('Spørsmål'));
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
    expect([...(grid?.querySelectorAll('tbody th') ?? [])].map((each) => each.textContent?.replace(/\s/g, ''))).toEqual(['3✖']);
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
