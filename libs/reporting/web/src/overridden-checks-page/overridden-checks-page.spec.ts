import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideApiClient } from '@tallgrunn/api-client';
import { accessibilityViolations, startRendering } from '@tallgrunn/design/testing';
import { reportingTexts } from '../texts/reporting-texts.ts';
import { OverriddenChecksPage } from './overridden-checks-page.ts';

const agreement = { id: 'a1', number: 'A-1', title: 'Mat' };
const row = {
  agreement,
  code: 'price-above-agreed',
  found: 40,
  overridden: 9,
  percent: '22.5',
  amount: '4212.00',
  currency: 'NOK',
  reports: 3,
  suppliers: 2,
  toReview: true,
};

async function open(list: readonly object[]): Promise<HTMLElement> {
  TestBed.configureTestingModule({ providers: [provideApiClient(), provideHttpClientTesting()] });
  const fixture = await startRendering(OverriddenChecksPage, {}, reportingTexts);
  TestBed.inject(HttpTestingController).expectOne('/api/v1/compliance/overridden-checks').flush(list);
  await fixture.whenStable();
  fixture.detectChanges();
  return fixture.nativeElement as HTMLElement;
}

describe('overridden checks page', () => {
  it('shows number, share and the checks to review', async () => {
    const page = await open([
      row,
      { ...row, code: 'duplicate-line', found: 2, overridden: 2, percent: '100.0', toReview: false },
      { ...row, code: 'item-unknown', overridden: 1, percent: '2.5', toReview: false },
      { ...row, code: 'amount-differs' },
    ]);
    const rows = [...page.querySelectorAll('tbody tr')].map((each) => each.textContent?.replace(/\s+/g, ' ') ?? '');
    expect(rows[0]).toMatch(/Pris over avtalt.*A-1 Mat.*22,5 %.*9 av 40.*4 212 kr.*Se prisavvikene/);
    expect(rows[1]).toContain('For få til å vurdere');
    expect(rows[2]).toContain('Som ventet');
    expect(rows[3]).toContain('Over 10 %: bør vurderes');
    expect([...page.querySelectorAll('tbody a')].map((each) => each.getAttribute('href')).slice(0, 2)).toEqual([
      '/agreements/a1/terms',
      '/price-deviations?agreement=a1',
    ]);
    expect(await accessibilityViolations(page)).toEqual([]);
  });

  it('states that there are none', async () => {
    expect((await open([])).textContent).toContain('Ingen kontroller er avvist');
  });
});
