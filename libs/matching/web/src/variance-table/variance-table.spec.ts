import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideApiClient } from '@tallgrunn/api-client';
import type { VarianceDto } from '@tallgrunn/api-client/shapes';
import { accessibilityViolations, startRendering } from '@tallgrunn/design/testing';
import { matchingTexts } from '../texts/matching-texts.ts';
import { VarianceTable } from './variance-table.ts';

const row: VarianceDto = {
  supplierId: 's1',
  supplier: 'Finnskog AS',
  agreementId: 'a1',
  agreement: '25/1 Mat',
  lineCount: 12,
  booked: '1000.00',
  reported: '1150.50',
  difference: '150.50',
  quantityPart: '200.00',
  pricePart: '-60.25',
  unknownPart: '10.75',
  vatPart: '10.00',
  withinTolerance: { lineCount: 5, difference: '-20.00', amount: '24.00' },
  toFollowUp: { lineCount: 7, difference: '170.50', amount: '190.50' },
};
const settle = () => new Promise((done) => setTimeout(done, 20));

async function shown(rows: readonly VarianceDto[]): Promise<HTMLElement> {
  TestBed.configureTestingModule({ providers: [provideApiClient(), provideHttpClientTesting()] });
  const fixture = await startRendering(VarianceTable, { filter: { supplierId: 's1' } }, matchingTexts);
  await settle();
  TestBed.inject(HttpTestingController).expectOne('/api/v1/matching/variances?supplierId=s1').flush(rows);
  await settle();
  fixture.detectChanges();
  return fixture.nativeElement as HTMLElement;
}

describe('the table of variances', () => {
  it('gives one sentence, a row per supplier and agreement, and a download', async () => {
    const element = await shown([
      row,
      {
        ...row,
        agreementId: null,
        agreement: null,
        difference: '-50.50',
        quantityPart: '0.00',
        pricePart: '-50.50',
        unknownPart: '0.00',
        lineCount: 1,
        withinTolerance: { lineCount: 0, difference: '0.00', amount: '0.00' },
        toFollowUp: { lineCount: 1, difference: '-50.50', amount: '50.50' },
      },
    ]);
    const text = element.textContent.replaceAll(/\s+/g, ' ');
    expect(text).toContain('Forskjellen er 100,00 kr: 200,00 kr er mengde, −110,75 kr er pris, og 10,75 kr er ukjent.');
    expect(text).toContain(
      'Å følge opp: 8 linjer, med 120,00 kr i forskjell. Innenfor toleranse: 5 linjer, med −20,00 kr.',
    );
    expect(text).toContain('7 linjer, 170,50 kr');
    expect(element.querySelector('a[href*="/matching/tolerances"]')).not.toBeNull();
    expect(text).toContain('25/1 Mat');
    expect(element.querySelector('a[download]')?.getAttribute('href')).toBe(
      '/api/v1/matching/variances.xlsx?supplierId=s1&language=nb',
    );
    expect(await accessibilityViolations(element)).toEqual([]);
  });

  it('shows nothing without differences', async () => {
    expect((await shown([])).textContent.trim()).toBe('');
  });
});
