import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { ComponentFixture } from '@angular/core/testing';
import { Router } from '@angular/router';
import { Session, provideApiClient } from '@tallgrunn/api-client';
import { sessionView } from '@tallgrunn/api-client/testing';
import type { ManualEntryChangesRequest, ManualEntryDto } from '@tallgrunn/api-client/shapes';
import { accessibilityViolations, startRendering } from '@tallgrunn/design/testing';
import { startCheckWorker } from '../checking/start-worker.ts';
import { context, obligationDetail, terms, workerInTest } from '../testing.ts';
import { invoicedTexts } from '../texts/invoice-prefill/invoiced-texts.ts';
import { reportingTexts } from '../texts/reporting-texts.ts';
import { typedTexts } from '../texts/manual-entry/typed-texts.ts';
import { ManualEntryPage } from './manual-entry-page.ts';

const view = (changes: Partial<ManualEntryDto> = {}): ManualEntryDto => ({
  revision: 0,
  savedAt: null,
  savedBy: null,
  sentVersionId: null,
  sentRevision: null,
  rowsMax: 250,
  rows: [],
  conflicts: [],
  ...changes,
});
const kept = (id: string, cells: Record<string, string>, revision = 1, changedBy = 'Jonas') => ({
  id,
  place: 1,
  cells,
  removed: false,
  revision,
  changedBy,
  origin: null,
});
const right = {
  buyer: 'Kongsvinger',
  itemNumber: '7001',
  quantity: '2',
  unit: 'stk',
  unitPrice: '120,00',
  amount: '240,00',
  deliveredOn: '05.03.2026',
};

/** jsdom's files have no `arrayBuffer`. */
Blob.prototype.arrayBuffer ??= function read(this: Blob) {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as ArrayBuffer);
    reader.readAsArrayBuffer(this);
  });
};

describe('manual entry page', () => {
  let fixture: ComponentFixture<ManualEntryPage>;
  let page: HTMLElement;
  let http: HttpTestingController;

  const settle = async (turns = 6) => {
    for (let turn = 0; turn < turns; turn += 1) {
      await new Promise((done) => setTimeout(done, 10));
      fixture.detectChanges();
    }
  };
  const open = async (said = view(), detail = obligationDetail()) => {
    TestBed.configureTestingModule({
      providers: [
        provideApiClient(),
        provideHttpClientTesting(),
        { provide: startCheckWorker, useValue: workerInTest },
      ],
    });
    fixture = await startRendering(ManualEntryPage, { obligation: 'd1' }, reportingTexts, typedTexts, invoicedTexts);
    TestBed.inject(Session).begin(sessionView() as never);
    http = TestBed.inject(HttpTestingController);
    await settle();
    page = fixture.nativeElement;
    http.expectOne('/api/v1/obligations/d1').flush(detail);
    http.expectOne('/api/v1/obligations/d1/terms').flush(terms);
    http.expectOne('/api/v1/obligations/d1/context').flush(context);
    http.expectOne('/api/v1/obligations/d1/manual-entry').flush(said);
    await settle();
  };
  const cells = (row: number) => [
    ...(page.querySelectorAll('tbody tr')[row]?.querySelectorAll<HTMLElement>('td') ?? []),
  ];
  const textsOf = (row: number) =>
    cells(row).map((cell) =>
      (cell.querySelector('input')?.value ?? cell.textContent ?? '').replace('Må vurderes:', '').trim(),
    );
  const key = async (target: Element, name: string, more: KeyboardEventInit = {}) => {
    target.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true, ...more }));
    await settle(2);
  };
  const input = () => page.querySelector<HTMLInputElement>('td input')!;
  const type = async (text: string) => {
    input().value = text;
    input().dispatchEvent(new Event('input', { bubbles: true }));
    await settle(2);
  };
  const saved = async (answer: (body: ManualEntryChangesRequest) => ManualEntryDto) => {
    await settle(60);
    const asked = http.expectOne('/api/v1/obligations/d1/manual-entry');
    asked.flush(answer(asked.request.body as ManualEntryChangesRequest));
    await settle();
    return asked.request.body as ManualEntryChangesRequest;
  };
  const asKept = ({ changes }: ManualEntryChangesRequest) =>
    view({
      revision: 1,
      savedAt: '2026-04-14T08:00:00Z',
      savedBy: 'Jonas',
      rows: changes.map(({ id, place, cells: written }) => ({
        ...kept(id, Object.fromEntries(written.map(({ field, is }) => [field, is]))),
        place,
      })),
    });

  it('fills a line by keyboard: chooses customer and item, completes the date, proposes price and amount; saves and checks', async () => {
    await open();
    expect(page.textContent).toContain('inntil 250 linjer');
    expect(page.textContent).toContain('0 av 250 linjer');
    await key(cells(0)[0]!, 'k');
    await type('kong');
    expect(page.querySelectorAll('[role=option]')).toHaveLength(1);
    await key(input(), 'ArrowDown');
    await key(input(), 'Enter');
    await type('lett');
    expect(page.querySelector('[role=option]')?.textContent).toContain('7001 Lettmelk 10 l');
    await key(input(), 'ArrowDown');
    await key(input(), 'Tab');
    await type('2');
    await key(input(), 'Enter');
    expect(textsOf(0)).toEqual(['Kongsvinger', '7001', '2', 'stk', '120,00', '240,00', '']);
    const body = await saved(asKept);
    expect(body.changes[0]?.cells).toContainEqual({ field: 'amount', was: '', is: '240,00' });
    expect(page.textContent).toMatch(/Lagret .* av Jonas/);
    expect(await accessibilityViolations(page)).toEqual([]);
  });

  it('checks the lines, flags those that need attention, and undoes one step', async () => {
    await open(view({ revision: 1, savedAt: '2026-04-14T08:00:00Z', rows: [kept('a', right)] }));
    await settle(60);
    expect(page.querySelector('tg-send-step .summary')?.textContent).toContain('én linje');
    cells(0)[2]!.click();
    await settle(2);
    await key(cells(0)[2]!, '9');
    await type('ca 20');
    await key(input(), 'Enter');
    await settle(60);
    expect(cells(0)[2]?.getAttribute('aria-invalid')).toBe('true');
    await key(cells(1)[2]!, 'z', { ctrlKey: true });
    expect(textsOf(0)[2]).toBe('2');
  });

  it('applies changes of a colleague, and asks which value to use when both edited a cell', async () => {
    await open(view({ revision: 1, savedAt: '2026-04-14T08:00:00Z', rows: [kept('a', right)] }));
    cells(0)[2]!.click();
    await settle(2);
    await key(cells(0)[2]!, '9');
    await key(input(), 'Enter');
    await saved(() =>
      view({
        revision: 2,
        savedAt: '2026-04-14T08:01:00Z',
        rows: [kept('a', { ...right, quantity: '4' }, 2, 'Kari')],
        conflicts: [{ id: 'a', field: 'quantity', mine: '9', theirs: '4', by: 'Kari' }],
      }),
    );
    expect(page.querySelector('tg-edit-conflicts')?.textContent).toContain(
      'Kari skrev «4» i Antall på rad 2 før deg. Du skrev «9».',
    );
    expect(textsOf(0)[2]).toBe('4');
    [...page.querySelectorAll('button')].find((each) => each.textContent?.trim() === 'Bruk «9»')?.click();
    await settle();
    expect(textsOf(0)[2]).toBe('9');
    const body = await saved(asKept);
    expect(body.changes[0]?.cells).toContainEqual({ field: 'quantity', was: '4', is: '9' });
  });

  it('reports that saving failed, and retains the input', async () => {
    await open(view({ revision: 1, savedAt: '2026-04-14T08:00:00Z', rows: [kept('a', right)] }));
    cells(0)[2]!.click();
    await settle(2);
    await key(cells(0)[2]!, '9');
    await key(input(), 'Enter');
    await settle(60);
    http.expectOne('/api/v1/obligations/d1/manual-entry').error(new ProgressEvent('error'), { status: 0 });
    await settle();
    expect(page.textContent).toContain('Ikke lagret.');
    expect(textsOf(0)[2]).toBe('9');
  });

  it('pastes a block by its headings, and submits the viewed revision', async () => {
    await open();
    const block = 'Kunde\tVarenummer\tAntall\tLevert\nKongsvinger\t7001\t2\t05.03.2026\n';
    const paste = Object.assign(new Event('paste', { bubbles: true, cancelable: true }), {
      clipboardData: { getData: () => block },
    });
    cells(0)[0]!.dispatchEvent(paste);
    await settle(2);
    expect(textsOf(0)).toEqual(['Kongsvinger', '7001', '2', 'stk', '120,00', '240,00', '05.03.2026']);
    await saved(asKept);
    const went = jest.spyOn(TestBed.inject(Router), 'navigate').mockResolvedValue(true);
    [...page.querySelectorAll('button')].find((each) => each.textContent?.trim() === 'Send inn én linje')?.click();
    await settle();
    const handed = http.expectOne('/api/v1/obligations/d1/manual-entry/submit');
    expect(handed.request.body).toEqual({ revision: 1, answers: {} });
    handed.flush({ id: 'v1' });
    await settle();
    const verdict = {
      rows: 1,
      accepted: 1,
      quarantined: 0,
      totals: { currency: 'NOK', amount: '240.00', credit: '0.00', fees: '0.00', quarantined: '0.00', byBuyer: [] },
      groups: [],
      columns: [],
      sheets: [],
    };
    http.expectOne('/api/v1/report-versions/v1').flush({ id: 'v1', state: 'checked', verdict, progress: null });
    await settle();
    http.expectOne('/api/v1/report-versions/v1/submit').flush({ number: 'R-2026-00001/1' });
    await settle();
    expect(went).toHaveBeenCalledWith(['/reports/versions', 'v1'], { queryParams: { sent: 1 } });
  });

  it('requires a file when the terms define several tables', async () => {
    TestBed.resetTestingModule();
    TestBed.configureTestingModule({
      providers: [
        provideApiClient(),
        provideHttpClientTesting(),
        { provide: startCheckWorker, useValue: workerInTest },
      ],
    });
    fixture = await startRendering(ManualEntryPage, { obligation: 'd1' }, reportingTexts, typedTexts, invoicedTexts);
    TestBed.inject(Session).begin(sessionView() as never);
    http = TestBed.inject(HttpTestingController);
    await settle();
    page = fixture.nativeElement;
    http.expectOne('/api/v1/obligations/d1').flush(obligationDetail());
    http.expectOne('/api/v1/obligations/d1/terms').flush({ ...terms, tables: [terms.tables[0], terms.tables[0]] });
    http.expectOne('/api/v1/obligations/d1/context').flush(context);
    http.expectOne('/api/v1/obligations/d1/manual-entry').flush(view());
    await settle();
    expect(page.textContent).toContain('De leveres som fil.');
  });
});
