import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { startRendering, accessibilityViolations } from '@tallgrunn/design/testing';
import { exchangeTexts } from '../texts/exchange-texts.ts';
import { DataPage } from './data-page.ts';
import { pbidsOf } from './pbids.ts';

describe('data page', () => {
  beforeEach(() => TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] }));

  it('shows the address, the steps and the tables the user may read', async () => {
    const fixture = await startRendering(DataPage, {}, exchangeTexts);
    TestBed.inject(HttpTestingController)
      .expectOne((request) => request.url.endsWith('/data-tables'))
      .flush([{ name: 'CombinedLines', columns: ['BuyerId', 'LineKey'] }]);
    await fixture.whenStable();
    const page = fixture.nativeElement as HTMLElement;
    expect(page.querySelector<HTMLInputElement>('#feed-address')!.value).toMatch(/\/api\/v1\/odata$/);
    expect(page.querySelector<HTMLInputElement>('#parquet-address')!.value).toMatch(
      /\/api\/v1\/odata\/<tabell>\.parquet$/,
    );
    expect(page.textContent).toContain('Samlet tabell');
    const file = page.querySelector<HTMLAnchorElement>('a[href$="/api/v1/odata/CombinedLines.parquet"]')!;
    expect(file.getAttribute('aria-label')).toBe('Last ned CombinedLines som Parquet');
    expect(page.querySelectorAll('ol li')).toHaveLength(4);
    expect(await accessibilityViolations(page)).toEqual([]);
  });

  it('shows a message when there are no tables', async () => {
    const fixture = await startRendering(DataPage, {}, exchangeTexts);
    TestBed.inject(HttpTestingController)
      .expectOne((request) => request.url.endsWith('/data-tables'))
      .flush([]);
    await fixture.whenStable();
    expect((fixture.nativeElement as HTMLElement).textContent).toContain('Rollen din har ingen tabeller');
  });

  it('offers a file that Power BI opens connected', () => {
    const { connections } = JSON.parse(pbidsOf('https://tallgrunn.example/api/v1/odata'));
    expect(connections).toMatchObject([
      { details: { protocol: 'odata', address: { url: 'https://tallgrunn.example/api/v1/odata' } } },
    ]);
  });
});
