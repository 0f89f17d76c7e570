import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Session, provideApiClient } from '@tallgrunn/api-client';
import { sessionView } from '@tallgrunn/api-client/testing';
import { accessibilityViolations, startRendering } from '@tallgrunn/design/testing';
import { matchingTexts } from '../texts/matching-texts.ts';
import { PairPanel } from './pair-panel.ts';

const line = {
  key: 'v1:7',
  documentId: 'v1',
  lineNo: 7,
  supplier: 'Finnskog',
  buyer: 'Grue kommune',
  date: '2026-03-02',
  invoiceNumber: null,
  itemNumber: '00512',
  itemName: 'Kjøttdeig',
  quantity: '10',
  unit: 'pk',
  amount: '3125.00',
  fileName: 'mars.csv',
  sheet: '',
  rowNo: 8,
  cause: null,
  also: [],
  statement: null as object | null,
  answerId: null,
  answeredCause: null as string | null,
};
const candidate = {
  ...line,
  key: 'b1:3',
  documentId: 'b1',
  lineNo: 3,
  itemName: 'Kjøttdeig 2,5',
  amount: '3000.00',
  fileName: 'bok.csv',
  sameInvoice: false,
  sameItem: true,
  difference: '125.00',
  days: 2,
  linked: false,
  verdict: null,
  decisionId: null,
};
const settle = () => new Promise((done) => setTimeout(done, 20));

describe('the panel of a line with candidates', () => {
  const open = async (
    permissions: string[],
    candidates: object[],
    changes: object = {},
    repeats: object | null = null,
  ) => {
    HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
      this.open = true;
    };
    Element.prototype.scrollIntoView ??= () => undefined;
    TestBed.configureTestingModule({ providers: [provideApiClient(), provideHttpClientTesting()] });
    const fixture = await startRendering(PairPanel, { line: 'v1:7', side: 'reported' }, matchingTexts);
    TestBed.inject(Session).begin(sessionView({ permissions }) as never);
    const http = TestBed.inject(HttpTestingController);
    await settle();
    http
      .expectOne('/api/v1/matching/candidates?side=reported&documentId=v1&lineNo=7')
      .flush({ line: { ...line, state: 'reported-not-booked', ...changes }, candidates, repeats });
    await settle();
    fixture.detectChanges();
    await settle();
    http.match(({ url }) => /\/(decisions|answers)/.test(url)).forEach((request) => request.flush([]));
    await settle();
    fixture.detectChanges();
    return { fixture, http, element: fixture.nativeElement as HTMLElement };
  };
  const press = (element: HTMLElement, text: string) =>
    [...element.querySelectorAll('button')].find((button) => button.textContent?.trim() === text)?.click();

  it('describes the evidence for a candidate, and requires a reason', async () => {
    const { fixture, http, element } = await open(['matching.resolve'], [candidate]);
    expect(element.querySelector('.likeness')?.textContent?.replaceAll(/\s/g, ' ')).toBe(
      'samme vare · 125,00 kr lavere · prisen er 12,50 kr lavere · 2 dager imellom',
    );
    press(element, 'Velg denne');
    fixture.detectChanges();
    element.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
    fixture.detectChanges();
    expect(element.querySelector('ds-error-summary h2')?.textContent).toBe('Rett 2 ting før du går videre');
    expect(await accessibilityViolations(element)).toEqual([]);

    element.querySelector<HTMLInputElement>('#verdict-same')?.dispatchEvent(new Event('change'));
    const reason = element.querySelector('textarea');
    if (!reason) throw new Error('no place for a reason');
    reason.value = 'Delt leveranse.';
    reason.dispatchEvent(new Event('input'));
    element.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
    const request = http.expectOne('/api/v1/matching/pair-decisions');
    expect(request.request.body).toEqual({
      versionId: 'v1',
      reportLineNo: 7,
      batchId: 'b1',
      spendLineNo: 3,
      verdict: 'same',
      reason: 'Delt leveranse.',
      seen: null,
    });
    request.flush({ id: 'd1', needsSecond: true });
    await settle();
    fixture.detectChanges();
    expect(element.querySelector('[role=status] .ds-alert')?.textContent).toContain(
      'Avgjørelsen gjelder når en annen har godkjent den',
    );
  });

  it('names who may decide to users who may not, and states when there are no candidates', async () => {
    const { element } = await open([], []);
    expect(element.textContent).toContain('Ingen uavstemt linje hos samme leverandør');
    expect(element.textContent).toContain('Innkjøpere og avtaleforvaltere kan avgjøre dette.');
    expect(element.querySelector('form')).toBeNull();
  });

  it('shows the repeated row as evidence before the candidates', async () => {
    const repeats = {
      documentId: 'v1',
      lineNo: 4,
      version: 'R-2026-00012/2',
      fileName: 'mars.csv',
      sheet: '',
      rowNo: 5,
      date: '2026-03-02',
      amount: '3125.00',
      state: 'matched',
    };
    const { element } = await open(['matching.resolve'], [candidate], { cause: 'reported-twice' }, repeats);
    const part = element.querySelector('tg-duplicate-section')!;
    expect(part.textContent?.replaceAll(/\s/g, ' ')).toMatch(
      /3 125,00 kr.*R-2026-00012\/2 · mars\.csv, rad 5 · 2\. mars 2026/,
    );
    expect(part.querySelector('a')?.getAttribute('href')).toBe('/combined?line=rv1:4');
    const others = element.querySelector('details');
    expect(others?.open).toBe(false);
    expect(others?.querySelector('summary')?.textContent).toContain('Én annen linje i regnskapet');
    expect(others?.querySelectorAll('.candidates li')).toHaveLength(1);
    expect(await accessibilityViolations(element)).toEqual([]);
  });

  it('explains how a cause was determined, and the sum of several lines', async () => {
    const { fixture, element } = await open(
      ['matching.resolve'],
      [candidate, { ...candidate, key: 'b1:4', lineNo: 4, amount: '125.00', difference: '3000.00' }],
      { cause: 'freight-fees' },
    );
    expect(element.querySelector('.own')?.textContent).toContain(
      'Teksten nevner frakt, gebyr, pant, rabatt, avrunding eller lignende.',
    );
    press(element, 'Velg denne');
    fixture.detectChanges();
    const also = element.querySelector<HTMLInputElement>('input[type=checkbox]')!;
    also.checked = true;
    also.dispatchEvent(new Event('change'));
    fixture.detectChanges();
    expect(element.textContent?.replaceAll(/\s/g, ' ')).toContain(
      'Avgjørelsen gjelder 2 linjer, til sammen 3 125,00 kr. Beløpene stemmer.',
    );
    expect(await accessibilityViolations(element)).toEqual([]);
  });

  it('shows a concurrent decision, and keeps the typed reason', async () => {
    const { fixture, http, element } = await open(['matching.resolve'], [candidate], {
      cause: 'timing',
      answeredCause: 'timing',
    });
    expect(element.querySelector('.own')?.textContent).toContain('Vurdert manuelt.');
    press(element, 'Velg denne');
    fixture.detectChanges();
    element.querySelector<HTMLInputElement>('#verdict-same')?.dispatchEvent(new Event('change'));
    const reason = element.querySelector('textarea')!;
    reason.value = 'Delt leveranse.';
    reason.dispatchEvent(new Event('input'));
    element.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
    http
      .expectOne('/api/v1/matching/pair-decisions')
      .flush(
        { code: 'concurrent-decision', status: 409, params: {}, issues: [] },
        { status: 409, statusText: 'Conflict' },
      );
    await settle();
    http
      .expectOne(({ url }) => url.includes('/candidates'))
      .flush({
        line: { ...line, state: 'reported-not-booked' },
        candidates: [{ ...candidate, verdict: 'not-same', decisionId: 'd7' }],
        repeats: null,
      });
    await settle();
    http.match(({ url }) => /\/(decisions|answers)/.test(url)).forEach((request) => request.flush([]));
    await settle();
    fixture.detectChanges();
    expect(element.textContent).toContain('Noen andre har avgjort dette siden du åpnet det.');
    expect(element.textContent).toContain('Ikke samme kjøp');
    expect(element.querySelector('textarea')?.value).toBe('Delt leveranse.');
    element.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
    expect(http.expectOne('/api/v1/matching/pair-decisions').request.body).toMatchObject({
      verdict: 'same',
      seen: 'd7',
    });
  });

  it("shows the supplier's response, which a reviewer may accept", async () => {
    const statement = {
      id: 's1',
      kind: 'next-report',
      reason: 'Levert 31. mars.',
      saidAt: '2026-04-10T09:00:00Z',
      saidBy: 'Jonas',
      accepted: false,
    };
    const { fixture, http, element } = await open(['matching.resolve'], [], {
      state: 'booked-not-reported',
      statement,
    });
    const part = element.querySelector('tg-supplier-response-section')!;
    expect(part.textContent).toContain('Kommer i neste rapport');
    expect(part.textContent).toContain('Levert 31. mars.');
    expect(await accessibilityViolations(element)).toEqual([]);
    const take = async () => {
      part.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }));
      await settle();
      fixture.detectChanges();
    };
    await take();
    http.expectNone(({ url }) => url.includes('acceptance'));
    const reason = part.querySelector('textarea')!;
    reason.value = 'Stemmer med følgeseddelen.';
    reason.dispatchEvent(new Event('input'));
    await take();
    const asked = http.expectOne('/api/v1/supplier-responses/s1/accept');
    expect(asked.request.body).toEqual({ reason: 'Stemmer med følgeseddelen.' });
    asked.flush({ id: 'a1', needsSecond: true });
    await settle();
    fixture.detectChanges();
    expect(part.textContent).toContain('Avgjørelsen gjelder når en annen har godkjent den');
  });
});
