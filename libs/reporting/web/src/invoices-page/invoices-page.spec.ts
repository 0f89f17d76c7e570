import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Session, provideApiClient } from '@tallgrunn/api-client';
import type { InvoiceQualityDto } from '@tallgrunn/api-client/shapes';
import { sessionView } from '@tallgrunn/api-client/testing';
import { accessibilityViolations, startRendering } from '@tallgrunn/design/testing';
import { obligationDetail } from '../testing.ts';
import { invoicedTexts } from '../texts/invoice-prefill/invoiced-texts.ts';
import { reportingTexts } from '../texts/reporting-texts.ts';
import { InvoiceQualityPage } from './invoices-page.ts';

const share = (lines: number, amount: string) => ({ lines, amount });
const found: InvoiceQualityDto = {
  from: '2025-04-01',
  until: '2026-04-01',
  verdict: 'enough',
  all: share(100, '100000.00'),
  good: share(97, '98000.00'),
  neverSaid: ['Økologisk'],
  each: [
    { quality: 'item', ...share(98, '98500.00') },
    { quality: 'quantity', ...share(100, '100000.00') },
    { quality: 'unit', ...share(99, '99500.00') },
    { quality: 'price', ...share(100, '100000.00') },
  ],
  months: [
    { month: '2026-02', all: share(50, '60000.00'), good: share(50, '60000.00') },
    { month: '2026-03', all: share(50, '40000.00'), good: share(47, '38000.00') },
  ],
  gaps: [
    {
      quality: 'item',
      ...share(2, '1500.00'),
      example: { invoice: '7002', name: 'Frakt', buyer: 'Grue kommune', found: null },
    },
  ],
};

describe('invoice quality page', () => {
  const open = async (told: InvoiceQualityDto) => {
    TestBed.configureTestingModule({ providers: [provideApiClient(), provideHttpClientTesting()] });
    const fixture = await startRendering(InvoiceQualityPage, { obligation: 'd1' }, reportingTexts, invoicedTexts);
    TestBed.inject(Session).begin(sessionView() as never);
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
    http.expectOne('/api/v1/obligations/d1/invoice-quality?language=nb').flush(told);
    await settle();
    return fixture.nativeElement as HTMLElement;
  };

  it('shows the result with the missing fields, an example and the next step', async () => {
    const page = await open(found);
    const text = page.textContent!.replace(/\s+/g, ' ');
    expect(text).toContain(
      '98 % av beløpet har vare, mengde, enhet og pris: rapporten kan lages av e-fakturaene alene',
    );
    expect(text).toContain(
      '100 e-fakturalinjer fra Finnskog Storkjøkken Engros på «Mat og drikke» i de tolv månedene 1. april 2025 til 31. mars 2026, kreditnotaer medregnet.',
    );
    expect(text).toContain('Rapporten krever også Økologisk.');
    expect(text).toContain('2 linjer, 1 500 kr, har ikke et varenummer');
    expect(text).toContain('Den største: Frakt, faktura 7002, Grue kommune, feltet er tomt.');
    expect(await accessibilityViolations(page)).toEqual([]);
  });

  it('states that there are no invoices to assess', async () => {
    const none = share(0, '0');
    const page = await open({
      ...found,
      verdict: 'none',
      all: none,
      good: none,
      each: [],
      months: [],
      gaps: [],
      neverSaid: [],
    });
    expect(page.textContent).toContain('Ingen e-fakturalinjer ennå');
    expect(await accessibilityViolations(page)).toEqual([]);
  });
});
