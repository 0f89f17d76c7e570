import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Session, provideApiClient } from '@tallgrunn/api-client';
import type { BookedInvoiceDto, UnreportedSpendDto } from '@tallgrunn/api-client/shapes';
import { sessionView } from '@tallgrunn/api-client/testing';
import { accessibilityViolations, startRendering } from '@tallgrunn/design/testing';
import { obligationDetail } from '../testing.ts';
import { invoicedTexts } from '../texts/invoice-prefill/invoiced-texts.ts';
import { reportingTexts } from '../texts/reporting-texts.ts';
import { UnreportedSpendPage } from './unreported-spend-page.ts';

const invoice: BookedInvoiceDto = {
  key: '77',
  buyerId: 'b1',
  buyer: 'Grue kommune',
  number: '7555',
  day: '2026-03-20',
  text: 'Lettmelk',
  lines: 3,
  amount: '1500.00',
  openLines: 2,
  openAmount: '1000.00',
  cause: 'timing',
  answered: 0,
  statement: null,
};
const seen: UnreportedSpendDto = {
  tellable: true,
  booked: '4000.00',
  linked: '3000.00',
  outside: '0',
  before: { number: 'R-2026-00001/2', linked: '2000.00' },
  run: { number: 4, finishedAt: '2026-04-12T08:00:00Z' },
  buyers: [
    {
      buyerId: 'b1',
      buyer: 'Grue kommune',
      booked: '4000.00',
      linked: '3000.00',
      lastMonth: '2026-03',
      lastInvoiceMonth: '2026-06',
      postedAt: '2026-04-10T08:00:00Z',
    },
    {
      buyerId: 'b2',
      buyer: 'Våler kommune',
      booked: '0',
      linked: '0',
      lastMonth: null,
      lastInvoiceMonth: null,
      postedAt: null,
    },
  ],
  open: { invoices: 1, amount: '1000.00', answered: 0, answeredAmount: '0' },
  invoices: [invoice],
};
const line = {
  key: 'k1',
  invoiceLine: '1',
  itemNumber: '30118',
  itemName: 'Lettmelk 10 l',
  deliveredOn: null,
  quantity: '4',
  unit: 'EA',
  unitPrice: '148.00',
  amount: '592.00',
  open: true,
  cause: null,
  statement: null,
};
const address = '/api/v1/obligations/d1';

describe('unreported spend page', () => {
  const open = async (permissions: string[], told: UnreportedSpendDto = seen) => {
    TestBed.configureTestingModule({ providers: [provideApiClient(), provideHttpClientTesting()] });
    const fixture = await startRendering(UnreportedSpendPage, { obligation: 'd1' }, reportingTexts, invoicedTexts);
    TestBed.inject(Session).begin(sessionView({ permissions }) as never);
    const http = TestBed.inject(HttpTestingController);
    const settle = async () => {
      for (let turn = 0; turn < 5; turn += 1) {
        await new Promise((done) => setTimeout(done, 10));
        fixture.detectChanges();
      }
    };
    await settle();
    http.expectOne('/api/v1/obligations/d1').flush(obligationDetail());
    await settle();
    http.expectOne(`${address}/unreported-spend`).flush(told);
    await settle();
    const page = fixture.nativeElement as HTMLElement;
    const press = async (text: string) => {
      [...page.querySelectorAll('button')].find((button) => button.textContent!.trim() === text)!.click();
      await settle();
    };
    return { page, http, settle, press, text: () => page.textContent!.replace(/\s+/g, ' ') };
  };

  it('shows the covered share, its change, and how far the ledgers are imported', async () => {
    const { page, text } = await open(['report.submit']);
    expect(text()).toContain('Rapportene deres dekker 75 % av 4 000 kr som er bokført');
    expect(text()).toContain('Før R-2026-00001/2 var dekningen 50 %. Nå er den 75 %.');
    expect(text()).toContain('Én faktura, 1 000 kr, er ikke i rapporten');
    const cells = [...page.querySelectorAll('tg-data-table tbody tr')].map((row) =>
      [...row.children].slice(1, 3).map((cell) => cell.textContent?.trim()),
    );
    expect(cells).toEqual([
      ['mars 2026', 'juni 2026'],
      ['regnskapet er ikke importert', 'ingen er importert'],
    ]);
    expect(text()).toContain('Kan være: en annen periode');
    expect(await accessibilityViolations(page)).toEqual([]);
  });

  it('collapses amounts that need not be reported', async () => {
    const freight = (key: string, openAmount: string) => ({
      ...invoice,
      key,
      number: key,
      cause: 'freight-fees',
      openAmount,
    });
    const { page, text } = await open(['report.submit'], {
      ...seen,
      invoices: [invoice, freight('8001', '90.50'), freight('8002', '10.00')],
    });
    const [folded, ...others] = page.querySelectorAll('details');
    expect(others).toEqual([]);
    expect(text()).toContain('Frakt og gebyrer: 2 fakturaer, 101 kr');
    expect([...folded!.querySelectorAll('h3')].map((each) => each.textContent)).toEqual([
      'Faktura 8001',
      'Faktura 8002',
    ]);
    expect(folded!.open).toBe(false);
    expect(await accessibilityViolations(page)).toEqual([]);
  });

  it('shows twenty invoices at a time', async () => {
    const { page, press } = await open(['report.submit'], {
      ...seen,
      invoices: Array.from({ length: 45 }, (_, at) => ({ ...invoice, key: String(at), number: String(7000 + at) })),
    });
    const shown = () => page.querySelectorAll('tg-booked-invoice').length;
    expect(shown()).toBe(20);
    await press('Vis flere (25 igjen)');
    await press('Vis flere (5 igjen)');
    expect(shown()).toBe(45);
    expect(page.textContent).not.toContain('Vis flere');
    expect(await accessibilityViolations(page)).toEqual([]);
  });

  it('accepts an answer for an invoice, or for some of its lines, and requires a text when needed', async () => {
    const { page, http, settle, press, text } = await open(['report.submit']);
    await press('Se linjene');
    http.expectOne(`${address}/unreported-spend/lines?buyerId=b1&invoice=77`).flush([line]);
    await settle();
    page.querySelector<HTMLInputElement>('tg-booked-invoice input[type=checkbox]')!.click();
    await press('Svar');
    expect(text()).toContain('Svaret gjelder én linje du har krysset av.');
    page.querySelectorAll<HTMLInputElement>('tg-booked-invoice input[type=radio]')[3]!.click();
    await press('Lagre svaret');
    expect(page.querySelector('ds-error-summary')?.textContent).toContain('Skriv kort hva som er riktig.');
    expect(await accessibilityViolations(page)).toEqual([]);
    const words = page.querySelector('textarea')!;
    words.value = 'Gjelder kontorrekvisita. ';
    words.dispatchEvent(new Event('input'));
    await press('Lagre svaret');
    const asked = http.expectOne(`${address}/supplier-responses`);
    expect(asked.request.body).toEqual({
      buyerId: 'b1',
      invoice: '77',
      kind: 'other-agreement',
      reason: 'Gjelder kontorrekvisita.',
      lines: ['k1'],
    });
    asked.flush({ lines: 1 });
    await settle();
    http.expectOne(`${address}/unreported-spend`).flush({
      ...seen,
      open: { ...seen.open, answered: 1, answeredAmount: '1000.00' },
      invoices: [
        {
          ...invoice,
          answered: 2,
          statement: {
            id: 's1',
            kind: 'other-agreement',
            reason: 'Gjelder kontorrekvisita.',
            saidAt: '2026-04-14T08:00:00Z',
            saidBy: 'Jonas',
            accepted: false,
          },
        },
      ],
    });
    await settle();
    expect(text()).toContain('Hører ikke til avtalen');
    expect(text()).toContain('svar fra Jonas');
  });

  it('applies one answer to all unanswered invoices in turn, and retains the saved ones when one fails', async () => {
    const of = (key: string, answered = 0) => ({ ...invoice, key, number: key, answered });
    const { page, http, settle, press, text } = await open(['report.submit'], {
      ...seen,
      invoices: [of('1'), of('2', 2), of('3'), of('4')],
    });
    await press('Svar likt på 3 fakturaer uten svar');
    expect(await accessibilityViolations(page)).toEqual([]);
    page.querySelectorAll<HTMLInputElement>('tg-bulk-response input[type=radio]')[1]!.click();
    await press('Lagre svaret');
    http
      .expectOne(({ url, body }) => url === `${address}/supplier-responses` && body.invoice === '1')
      .flush({ lines: 2 });
    await settle();
    expect(text()).toContain('1 av 3 fakturaer er besvart');
    const second = http.expectOne(`${address}/supplier-responses`);
    expect(second.request.body).toEqual({ buyerId: 'b1', invoice: '3', kind: 'next-report', reason: '' });
    second.flush({ code: 'unexpected' }, { status: 500, statusText: 'no' });
    await settle();
    http.expectNone(`${address}/supplier-responses`);
    http
      .expectOne(`${address}/unreported-spend`)
      .flush({ ...seen, invoices: [of('1', 2), of('2', 2), of('3'), of('4')] });
    await settle();
    expect(page.querySelector('tg-bulk-response ds-error-summary')?.textContent?.trim()).not.toBe('');
    await press('Lagre svaret');
    for (const key of ['3', '4']) {
      http
        .expectOne(({ url, body }) => url === `${address}/supplier-responses` && body.invoice === key)
        .flush({ lines: 2 });
      await settle();
    }
    http
      .expectOne(`${address}/unreported-spend`)
      .flush({ ...seen, invoices: ['1', '2', '3', '4'].map((key) => of(key, 2)) });
    await settle();
    expect(page.querySelector('tg-bulk-response form')).toBeNull();
  });

  it('is read-only for contract managers, with links to the lines in matching', async () => {
    const { page, text } = await open(['report.read', 'matching.read']);
    expect(text()).toContain('Rapportene dekker 75 % av 4 000 kr som er bokført');
    expect([...page.querySelectorAll('button')].some((button) => button.textContent!.trim() === 'Svar')).toBe(false);
    expect(page.querySelector('a[href^="/matching"]')?.getAttribute('href')).toContain('state=booked-not-reported');
  });
});
