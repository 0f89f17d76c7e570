import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideApiClient } from '@tallgrunn/api-client';
import { accessibilityViolations, startRendering } from '@tallgrunn/design/testing';
import { factorTexts } from '../texts/factor-texts.ts';
import { FactorsPage } from './factors-page.ts';

const localText = (nb: string) => ({ nb, nn: nb, en: nb });
const factor = { id: 'f1', name: 'Kontorrekvisita', value: '0.025612', unit: 'kg CO2e/NOK' };
const rule = (code: string, answer: string, changes: object = {}) => ({
  system: 'kostra',
  code,
  name: localText(`Art ${code}`),
  answer,
  reason: localText(`Grunn ${code}`),
  factor: null,
  candidates: [],
  grossVat: '0.25',
  ...changes,
});
const release = {
  id: 'r',
  title: localText('Utslippsfaktorer'),
  boundary: localText('Hele kjeden.'),
  changes: localText('Ingen.'),
  region: 'NO',
  dataYear: 2022,
  revisedYear: 2025,
  priceLevel: '2026M08',
  priceIndex: { dataYear: '89.9', priceLevel: '103.5' },
  currency: 'NOK',
  vatBasis: 'net',
  vatBasisStated: false,
  unit: 'kg CO2e/NOK',
  licence: 'CC-BY-4.0',
  licenceUrl: 'https://example.org/licence',
  sourceUrl: 'https://example.org/source',
  repository: null,
  repositoryCommit: null,
  sha256: 'a'.repeat(64),
  attributions: ['DFØ', 'Klimaintensiteter Norge'],
  ruleSet: 'accounts',
  factors: [
    {
      ...factor,
      kind: 'spend',
      activity: null,
      ns4102: '6800',
      dfo: null,
      source: 'DFØ',
      dataYear: 2022,
      priceLevel: '2026M08',
      publishedValue: '29.5',
      note: null,
      kostraArts: ['100'],
    },
  ],
};
const waitForUpdate = () => new Promise((done) => setTimeout(done, 20));

describe('FactorsPage', () => {
  it('shows each account of purchases with its answer and reason, and both sources', async () => {
    TestBed.configureTestingModule({ providers: [provideApiClient(), provideHttpClientTesting()] });
    const fixture = await startRendering(FactorsPage, {}, factorTexts);
    const http = TestBed.inject(HttpTestingController);
    await waitForUpdate();
    http.expectOne('/api/v1/emission-factors').flush(release);
    http
      .expectOne('/api/v1/account-map?system=kostra')
      .flush([
        rule('010', 'not-spend'),
        rule('100', 'factor', { factor }),
        rule('115', 'none'),
        rule('180', 'ask', { candidates: [factor] }),
      ]);
    await waitForUpdate();
    fixture.detectChanges();
    const page: HTMLElement = fixture.nativeElement;
    const rows = [...(page.querySelector('tbody')?.querySelectorAll('tr') ?? [])].map((row) =>
      row.textContent?.replaceAll(/\s+/g, ' '),
    );
    expect(rows).toHaveLength(3);
    expect(rows.find((row) => row?.includes('115'))).toContain('Ingen faktor');
    expect(rows.find((row) => row?.includes('180'))).toContain('Må avklares');
    expect(page.textContent).toContain('Grunn 115');
    expect(page.textContent).toContain('Klimaintensiteter Norge');
    expect(await accessibilityViolations(page)).toEqual([]);
  });
});
