import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { Session, provideApiClient } from '@tallgrunn/api-client';
import { sessionView } from '@tallgrunn/api-client/testing';
import { accessibilityViolations, startRendering } from '@tallgrunn/design/testing';
import { spendTexts } from '../texts/spend-texts.ts';
import { ReconciliationPage } from './reconciliation-page.ts';

const comparison = {
  system: 'kostra',
  code: '115',
  name: 'Matvarer',
  from: '2026-01',
  to: '2026-12',
  currency: 'NOK',
  stated: '1000.00',
  source: 'Saldobalanse',
  sourceOn: '2026-04-02',
  isFromFile: false,
  counted: '800.00',
  setAside: '100.00',
  difference: '100.00',
  unreadRows: 2,
  reasons: ['unread-rows'],
};
const account = {
  system: 'kostra',
  code: '115',
  name: 'Matvarer',
  period: '2026-03',
  closing: false,
  currency: 'NOK',
  rows: 12,
  read: '950.00',
  counted: '800.00',
  repeated: '50.00',
  setAside: '100.00',
  unreadRows: 2,
  reversed: '0',
  invoiceLines: '600.00',
  remainder: '200.00',
};
const aside = {
  batchId: 'b',
  batch: 'B-1',
  file: 'bok.csv',
  reason: 'party no-number',
  system: 'kostra',
  code: '115',
  name: null,
  period: null,
  closing: false,
  currency: 'NOK',
  rows: 3,
  unreadRows: 0,
  amount: '100.00',
  sheet: '',
  firstRow: 4,
  lastRow: 9,
  standing: 'set-aside',
};
const told = {
  comparisons: [
    comparison,
    { ...comparison, code: '429', counted: '0', setAside: '1000.00', difference: '0', reasons: [] },
  ],
  accounts: [account],
  setAside: [aside],
  totalRows: { agree: 3, differ: 1 },
};

async function opened(
  permissions: readonly string[] = ['spend.read', 'spend.import'],
  coverage: readonly object[] = [{ buyerId: 'k', buyer: 'Kongsvinger kommune', month: '2026-03', postings: 1 }],
  address = '/',
) {
  TestBed.configureTestingModule({ providers: [provideApiClient(), provideHttpClientTesting()] });
  const fixture = await startRendering(ReconciliationPage as never, {}, spendTexts);
  TestBed.inject(Session).begin(sessionView({ permissions: [...permissions] }) as never);
  await TestBed.inject(Router).navigateByUrl(address);
  const http = TestBed.inject(HttpTestingController);
  const asked: string[] = [];
  const answer = async () => {
    for (let round = 0; round < 4; round += 1) {
      await new Promise((done) => setTimeout(done, 20));
      fixture.detectChanges();
      for (const { request, flush } of http
        .match(({ method }) => method === 'GET')
        .map((one) => ({ request: one.request, flush: one.flush.bind(one) }))) {
        asked.push(request.urlWithParams);
        flush(request.url.endsWith('coverage') ? coverage : told);
      }
    }
    fixture.detectChanges();
  };
  await answer();
  return { element: fixture.nativeElement as HTMLElement, fixture, http, answer, asked };
}
const textOf = (element: Element | null): string => element?.textContent?.replaceAll(/\s+/g, ' ') ?? '';

describe('reconciliation page', () => {
  it('shows how many totals differ and why, and how every row counts', async () => {
    const { element, asked } = await opened();
    expect(asked.at(-1)).toBe('/api/v1/spend/reconciliation?buyerId=k&from=2026-01&to=2026-12');
    const text = textOf(element);
    for (const said of [
      '1 av 2 summer avviker',
      'Sumrader i filene: 3 stemmer med radene over, 1 avviker',
      '2 rader har beløp som ikke kan leses',
      'Saldobalanse',
      'Uten kjent organisasjonsnummer',
      'bok.csv: mellom rad 4 og 9',
      'Måned er ikke oppgitt',
      'Kongsvinger kommune, 2026',
    ])
      expect(text).toContain(said);
    expect(text).not.toContain('429');
    expect(element.querySelector('a[download]')?.getAttribute('href')).toBe(
      '/api/v1/spend/reconciliation.xlsx?buyerId=k&from=2026-01&to=2026-12&language=nb',
    );
    expect(await accessibilityViolations(element)).toEqual([]);
  });

  it('accepts a pasted trial balance with its source', async () => {
    const { element, fixture, http } = await opened();
    const put = (id: string, value: string) => {
      const field = element.querySelector<HTMLInputElement>(`#${id}`)!;
      field.value = value;
      field.dispatchEvent(new Event('input'));
    };
    const send = () => element.querySelector('form')!.dispatchEvent(new Event('submit'));
    put('tb-lines', '115;2026-03;1 000,50\nSum');
    send();
    fixture.detectChanges();
    expect(textOf(element.querySelector('[role=alert]'))).toContain('Oppgi hvor summene er fra');
    put('tb-source', 'Visma 2. april');
    send();
    fixture.detectChanges();
    expect(textOf(element.querySelector('[role=alert]'))).toContain('Disse linjene kan ikke leses: 2.');
    put('tb-lines', '115;2026-03;1 000,50');
    send();
    await new Promise((done) => setTimeout(done, 0));
    const { request } = http.expectOne('/api/v1/spend/ledger-totals');
    expect(request.body).toEqual({
      buyerId: 'k',
      source: 'Visma 2. april',
      totals: [{ account: '115', from: '2026-03', to: '2026-03', amount: '1000.50' }],
    });
  });

  it('shows one file completely, regardless of its years', async () => {
    const months = ['2024-12', '2025-03', '2026-01'].map((month) => ({
      buyerId: 'k',
      buyer: 'Kongsvinger kommune',
      month,
      postings: 1,
    }));
    const { element, asked } = await opened(['spend.read'], months, '/?batch=b7&buyer=k');
    expect(asked.at(-1)).toBe('/api/v1/spend/reconciliation?buyerId=k&batchId=b7&from=2024-01&to=2026-12');
    expect(textOf(element)).toContain('Konto for konto: Kongsvinger kommune, 2024–2026');
    expect(textOf(element)).toContain('Bare én import vises.');
  });

  it('hides the form without permission, and shows a message without imports', async () => {
    expect((await opened(['spend.read'])).element.querySelector('form')).toBeNull();
    TestBed.resetTestingModule();
    expect(textOf((await opened(['spend.read'], [])).element)).toContain('Ingen regnskap er importert ennå');
  });
});
