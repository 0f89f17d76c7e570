import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideApiClient } from '@tallgrunn/api-client';
import type { ItemPriceDto, ItemDto } from '@tallgrunn/api-client/shapes';
import { accessibilityViolations, startRendering } from '@tallgrunn/design/testing';
import { agreementsTexts } from '../texts/agreements-texts.ts';
import { pricesTexts } from '../texts/prices-texts.ts';
import { ItemPage } from './item-page.ts';
import { mainPrices, stepsOf } from './price-steps.ts';

const price = (
  amount: string,
  validFrom: string,
  validTo: string | null,
  more: Partial<ItemPriceDto> = {},
): ItemPriceDto => ({
  basis: 'agreed',
  price: amount,
  currency: 'NOK',
  unit: 'pk',
  fromQuantity: null,
  validFrom,
  validTo,
  version: 1,
  reason: 'imported',
  ...more,
});
const item: ItemDto = {
  id: 'i1',
  supplierId: 's1',
  number: '00512',
  gtin: '7038010001239',
  nobb: null,
  name: 'Kjøttdeig 2,5 kg',
  lot: '1A',
  category: 'Kjøtt',
  unit: 'pk',
  contentQuantity: '2.5',
  contentUnit: 'kg',
  packQuantity: null,
  packUnit: null,
  netWeightKg: '2.5',
  labels: ['Nyt Norge'],
  organicShare: '0',
  current: true,
  model: 'fixed',
  today: { price: '320', reason: null },
  prices: [
    price('312.5', '2026-01-01', '2026-06-30'),
    price('320', '2026-07-01', null, { version: 2, reason: 'adjusted' }),
  ],
  packs: [{ level: 1, unit: 'kartong', gtin: null, contains: '6', of: 'pk', origin: 'price-form' }],
  packDecisions: [
    {
      id: 'd1',
      unit: 'Kartong',
      contains: '8',
      of: 'pk',
      reason: 'Talt på lager',
      decidedBy: 'Frida Forvalter',
      decidedAt: '2026-03-01T08:00:00Z',
    },
  ],
  numbers: [
    { oldNumber: '0499', newNumber: '00512', onDate: '2026-02-01', origin: 'reported', reportedIn: 'R-2026-00012/1' },
  ],
};

async function page(view: ItemDto) {
  TestBed.configureTestingModule({ providers: [provideApiClient(), provideHttpClientTesting()] });
  const fixture = await startRendering(ItemPage, { agreementId: 'a1', itemId: 'i1' }, agreementsTexts, pricesTexts);
  TestBed.inject(HttpTestingController).expectOne('/api/v1/agreements/a1/items/i1').flush(view);
  await fixture.whenStable();
  return fixture.nativeElement as HTMLElement;
}

describe('item page', () => {
  it('shows price history, packs and item numbers', async () => {
    const shown = await page(item);
    expect(shown.querySelector('h1')?.textContent).toContain('Kjøttdeig 2,5 kg');
    expect(shown.textContent).toMatch(/Prisen har gått fra 312,50\s?kr til 320,00\s?kr \(\+2,4 %\)/);
    expect(shown.querySelector('svg .stairs')?.getAttribute('d')).toMatch(/^M\d.*H.*L.*H/);
    expect([...shown.querySelectorAll('tbody tr')].map((row) => row.textContent?.replace(/\s+/g, ' ').trim())).toEqual(
      expect.arrayContaining([expect.stringContaining('Kartong'), expect.stringContaining('2,5 kg')]),
    );
    expect(shown.textContent).toMatch(
      /Besluttet av Frida Forvalter 1\. mars 2026\s*Talt på lager\s*Ifølge prisskjemaet: 6 pk/,
    );
    expect(shown.textContent).toMatch(/0499 ble 00512 1\. februar 2026\s*Rapport R-2026-00012\/1/);
    expect(await accessibilityViolations(shown)).toEqual([]);
  });

  it('explains why a price is unavailable', async () => {
    const shown = await page({
      ...item,
      prices: [],
      packs: [],
      packDecisions: [],
      numbers: [],
      contentQuantity: null,
      current: false,
      today: { price: null, reason: 'list-ended' },
    });
    expect(shown.textContent).toContain('Siste prisliste er utløpt');
    expect(shown.textContent).toContain('Varen har ingen priser.');
    expect(shown.textContent).toContain('Varen er ute av sortimentet.');
  });
});

describe('price history chart', () => {
  it('runs from the first day to today', () => {
    expect(stepsOf(item.prices, '2026-07-31')).toEqual({
      steps: [
        { from: 0, days: 181, price: 312.5, basis: 'agreed' },
        { from: 181, days: 30, price: 320, basis: 'agreed' },
      ],
      first: '2026-01-01',
      last: '2026-07-31',
    });
  });

  it('uses the agreed price of the lowest quantity tier', () => {
    const tiers = [
      price('12', '2026-01-01', null, { fromQuantity: '10' }),
      price('14', '2026-01-01', null, { fromQuantity: '1' }),
      price('20', '2026-01-01', null, { basis: 'list' }),
    ];
    expect(mainPrices(tiers).map((each) => each.price)).toEqual(['14']);
  });
});
