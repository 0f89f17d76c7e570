import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideApiClient } from '@tallgrunn/api-client';
import type { PriceDiffDto } from '@tallgrunn/api-client/shapes';
import { accessibilityViolations, startRendering } from '@tallgrunn/design/testing';
import { pricesTexts } from '../texts/prices-texts.ts';
import { PriceDiff } from './price-diff.ts';

const diff: PriceDiffDto = {
  items: 5,
  same: 3,
  comparedWith: 1,
  counts: { new: 0, gone: 0, 'price-up': 1, 'price-down': 0, renamed: 0, 'unit-changed': 0, 'number-changed': 1 },
  changes: [
    {
      number: '2',
      name: 'To',
      kinds: ['price-up'],
      wasNumber: '2',
      wasName: 'To',
      wasUnit: 'stk',
      unit: 'stk',
      wasPrice: '20',
      price: '22',
      currency: 'NOK',
      percent: '10.00',
    },
    {
      number: '60',
      name: 'Seks',
      kinds: ['number-changed'],
      wasNumber: '6',
      wasName: 'Seks',
      wasUnit: 'stk',
      unit: 'stk',
      wasPrice: '60',
      price: '60',
      currency: 'NOK',
      percent: '0.00',
    },
  ],
};

describe('price list preview', () => {
  it('lists changes by item, and filters by kind', async () => {
    TestBed.configureTestingModule({ providers: [provideApiClient(), provideHttpClientTesting()] });
    const fixture = await startRendering(PriceDiff, { agreementId: 'a1', draftId: 'd1' }, pricesTexts);
    const http = TestBed.inject(HttpTestingController);
    http.expectOne('/api/v1/agreements/a1/price-drafts/d1/diff').flush(diff);
    await fixture.whenStable();
    const shown = fixture.nativeElement as HTMLElement;
    expect(shown.textContent?.replace(/\s+/g, ' ')).toContain('Sammenlignet med versjon 1. 3 av 5 varer er som før.');
    expect([...shown.querySelectorAll('option')].map((option) => option.textContent?.trim())).toEqual([
      'Alle endringer',
      'Opp i pris (1)',
      'Nytt varenummer (1)',
    ]);
    const rows = [...shown.querySelectorAll('tbody tr')].map((row) => row.textContent?.replace(/\s+/g, ' '));
    expect(rows[0]).toContain('+10 %');
    expect(rows[1]).toContain('var 6');
    expect(rows[1]).not.toContain('%');
    expect(await accessibilityViolations(shown)).toEqual([]);
    const choice = shown.querySelector('select')!;
    choice.value = 'price-up';
    choice.dispatchEvent(new Event('change'));
    TestBed.tick();
    http
      .expectOne('/api/v1/agreements/a1/price-drafts/d1/diff?kind=price-up')
      .flush({ ...diff, changes: diff.changes.slice(0, 1) });
    await fixture.whenStable();
    expect(shown.querySelectorAll('tbody tr')).toHaveLength(1);
  });
});
