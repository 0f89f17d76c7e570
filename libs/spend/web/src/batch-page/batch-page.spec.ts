import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideApiClient } from '@tallgrunn/api-client';
import { accessibilityViolations, startRendering } from '@tallgrunn/design/testing';
import { spendTexts } from '../texts/spend-texts.ts';
import { BatchPage } from './batch-page.ts';

const batch = {
  id: 'b1',
  number: 'S-2026-00042',
  kind: 'ledger',
  state: 'posted',
  buyerId: 'k1',
  buyer: 'Grue kommune',
  fileName: 'juli.csv',
  receivedAt: '2026-08-10T07:03:00Z',
  postedAt: '2026-08-10T07:03:01Z',
  reverses: null,
  reversedBy: null,
  reversalReason: null,
  documents: 1,
  refusedDocuments: 0,
  lines: 1,
  quarantined: 0,
  repeated: 0,
  totals: { NOK: '1234.50' },
  netTotals: { NOK: '1234.50' },
  unknownTotals: {},
  refusal: null,
  sha256: 'a'.repeat(64),
  sizeBytes: 387,
  periodKey: null,
  reader: 'formats/1',
  profile: { name: 'Vår økonomi' },
  leftOut: [{ reason: 'filter BA = IV', rows: 3, amounts: { NOK: '99000.00' } }],
  withheld: [{ reason: 'free-text', where: 'Tekst', count: 12 }],
  findingCounts: { 'org-number-wrong': 4 },
  findings: [
    {
      code: 'org-number-wrong',
      severity: 'info',
      place: { sheet: '', row: 9, column: 'Orgnr' },
      found: '123',
      expected: null,
      params: {},
    },
  ],
  tied: 0,
  progress: [],
};
const line = {
  lineNo: 1,
  part: '',
  row: 2,
  seller: 'Bokhandelen',
  sellerOrgNumber: null,
  invoiceNumber: '77',
  date: '2026-07-06',
  account: '100',
  itemNumber: null,
  text: 'Kontormateriell',
  quantity: null,
  unit: null,
  amount: '1234.50',
  currency: 'NOK',
  standing: 'counted',
};
const settle = () => new Promise((done) => setTimeout(done, 20));

describe('batch page', () => {
  const open = async (changes: object) => {
    TestBed.configureTestingModule({ providers: [provideApiClient(), provideHttpClientTesting()] });
    const fixture = await startRendering(BatchPage, { batch: 'b1' }, spendTexts);
    const http = TestBed.inject(HttpTestingController);
    await settle();
    http.expectOne('/api/v1/spend/batches/b1').flush({ ...batch, ...changes });
    await settle();
    fixture.detectChanges();
    await settle();
    http.match('/api/v1/spend/batches/b1/lines?after=0').forEach((request) => request.flush([line]));
    await settle();
    fixture.detectChanges();
    return fixture.nativeElement as HTMLElement;
  };

  it('shows what was imported, what was excluded and why, and the findings', async () => {
    const page = await open({});
    const text = page.textContent?.replaceAll(/\s+/g, ' ') ?? '';
    expect(text).toContain('1 234,50 kr');
    expect(text).toContain('Rader uten BA = IV');
    expect(text).toContain('99 000,00 kr');
    expect(text).toContain('FritekstTekst12');
    expect(text).toContain('4 steder');
    expect(page.querySelector('tbody')?.textContent).toBeTruthy();
    expect(await accessibilityViolations(page)).toEqual([]);
  });

  it('shows why a file was refused, and that nothing of it counts', async () => {
    const page = await open({
      state: 'refused',
      totals: {},
      netTotals: {},
      leftOut: [],
      findings: [],
      refusal: { code: 'ledger-empty', params: {} },
    });
    expect(page.querySelector('.ds-alert')?.textContent).toContain('Filen har overskrifter, men ingen');
    expect(page.querySelector('.ds-alert')?.textContent).toContain('Ingenting fra denne filen er importert');
  });

  it('shows the progress of the import', async () => {
    const page = await open({
      state: 'received',
      progress: [{ jobName: 'x', state: 'working', stage: 'reading', done: 20000, total: 50000 }],
    });
    expect(page.querySelector('tg-progress')?.textContent?.replaceAll(/\s+/g, ' ')).toContain('20 000 av 50 000');
  });
});
