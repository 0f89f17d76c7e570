import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Session, provideApiClient } from '@tallgrunn/api-client';
import type { BulkPreviewDto, MatchingQuestionDto, StoredBulkAnswerDto } from '@tallgrunn/api-client/shapes';
import { sessionView } from '@tallgrunn/api-client/testing';
import { accessibilityViolations, startRendering } from '@tallgrunn/design/testing';
import { matchingTexts } from '../texts/matching-texts.ts';
import { QuestionList } from './question-list.ts';

const line = {
  documentId: 'd1',
  lineNo: 3,
  itemName: 'Levering uke 1',
  invoiceNumber: '5000',
  date: '2026-03-02',
  amount: '1250.00',
};
const pairs: MatchingQuestionDto = {
  key: 'a'.repeat(32),
  isPairs: true,
  regularity: 'days',
  supplierId: 's1',
  supplier: 'Finnskog AS',
  buyer: null,
  side: null,
  state: null,
  cause: null,
  ratio: '1.25',
  days: 4,
  value: null,
  lineCount: 206,
  buyerCount: 3,
  amount: '412000.00',
  samples: [{ buyer: 'Grue kommune', reported: line, booked: { ...line, amount: '1000.00', date: '2026-03-06' } }],
};
const alike: MatchingQuestionDto = {
  ...pairs,
  key: 'b'.repeat(32),
  isPairs: false,
  regularity: 'text',
  side: 'booked',
  state: 'booked-not-reported',
  cause: 'not-known',
  ratio: null,
  days: null,
  value: 'leie av skap',
  lineCount: 6,
  samples: [{ buyer: 'Grue kommune', reported: null, booked: line }],
};
const preview: BulkPreviewDto = {
  basis: 'c'.repeat(64),
  counts: { tied: 0, 'tied-with-difference': 206, named: 0, 'stays-open': 0, 'several-fit': 2 },
  lineCount: 206,
  leftCount: 40,
  amount: '412000.00',
  needsSecond: true,
  lines: [{ buyer: 'Grue kommune', reported: line, booked: line, effect: 'tied-with-difference' }],
};
const act: StoredBulkAnswerDto = {
  id: 'act',
  verdict: 'same',
  cause: null,
  supplier: 'Finnskog AS',
  reason: 'Med avgift.',
  decidedAt: '2026-08-10T07:00:00.000Z',
  byYou: true,
  decidedBy: null,
  decidedFor: null,
  lineCount: 206,
  amount: '412000.00',
  inForceCount: 206,
  waits: false,
};
const settle = () => new Promise((done) => setTimeout(done, 20));
const textOf = (element: Element) => (element.textContent ?? '').replaceAll(/\s+/g, ' ');

async function shown(questions: readonly MatchingQuestionDto[], given: readonly StoredBulkAnswerDto[]) {
  TestBed.configureTestingModule({ providers: [provideApiClient(), provideHttpClientTesting()] });
  const fixture = await startRendering(QuestionList, {}, matchingTexts);
  TestBed.inject(Session).begin(sessionView({ permissions: ['matching.resolve'] }) as never);
  const http = TestBed.inject(HttpTestingController);
  const answer = async () => {
    await settle();
    http.expectOne('/api/v1/matching/questions').flush(questions);
    http.expectOne('/api/v1/matching/bulk-answers').flush(given);
    await settle();
    fixture.detectChanges();
  };
  await answer();
  const submit = (form: HTMLFormElement) => form.dispatchEvent(new Event('submit', { cancelable: true }));
  return { fixture, http, answer, submit, element: fixture.nativeElement as HTMLElement };
}

describe('bulk questions', () => {
  it('show what the lines have in common, their number, sum and samples', async () => {
    const { element } = await shown([pairs, alike], []);
    const [first, second] = [...element.querySelectorAll('li')].map(textOf);
    expect(first).toContain('206 par, til sammen 412 000 kr i 3 kommuner');
    expect(first).toContain(
      'De er ført i regnskapet 4 dager etter rapporten og rapporten har 25 % høyere beløp. Det kan være merverdiavgift. Er hvert par samme kjøp?',
    );
    expect(first).toContain('Rapportert Levering uke 1');
    expect(second).toContain('Linjene har samme tekst: «leie av skap».');
    expect(await accessibilityViolations(element)).toEqual([]);
  });

  it('show the effect before the answer, and send it with the preview and a reason', async () => {
    const { element, http, fixture, answer, submit } = await shown([pairs], []);
    const form = element.querySelector('form')!;
    submit(form);
    fixture.detectChanges();
    expect(textOf(element)).toContain('Velg et svar.');
    const select = form.querySelector('select')!;
    select.value = 'same';
    select.dispatchEvent(new Event('change'));
    submit(form);
    await settle();
    const asked = http.expectOne('/api/v1/matching/bulk-answers/preview');
    expect(asked.request.body).toEqual({ supplierId: 's1', key: pairs.key, verdict: 'same' });
    asked.flush(preview);
    await settle();
    fixture.detectChanges();
    expect(textOf(element)).toContain('206 par blir koblet, med ulikt beløp.');
    expect(textOf(element)).toContain('2 par til ligner');
    expect(textOf(element)).toContain(
      'Svaret gjelder de 206 parene med størst beløp. 40 par til kommer i et nytt spørsmål etterpå.',
    );
    expect(textOf(element)).toContain('en annen må godkjenne');
    expect(await accessibilityViolations(element)).toEqual([]);
    submit(form);
    fixture.detectChanges();
    expect(textOf(element)).toContain('Skriv kort hvorfor.');
    form.querySelector('textarea')!.value = 'Med avgift.';
    submit(form);
    await settle();
    const sent = http.expectOne('/api/v1/matching/bulk-answers');
    expect(sent.request.body).toEqual({
      supplierId: 's1',
      key: pairs.key,
      verdict: 'same',
      basis: preview.basis,
      reason: 'Med avgift.',
    });
    sent.flush({ id: 'act', lineCount: 206, needsSecond: true });
    await answer();
    expect(textOf(element)).toContain('206 par har fått svaret. Det gjelder når en annen har godkjent det.');
  });

  it('are revoked as a whole', async () => {
    const { element, http, answer, submit } = await shown([], [act]);
    expect(textOf(element)).toContain('206 par, til sammen 412 000 kr');
    const form = element.querySelector('form')!;
    form.querySelector('textarea')!.value = 'Feil.';
    submit(form);
    await settle();
    const sent = http.expectOne('/api/v1/matching/bulk-answers/act/revoke');
    expect(sent.request.body).toEqual({ reason: 'Feil.' });
    sent.flush({ id: 'undo', lineCount: 206 });
    await answer();
    expect(textOf(element)).toContain('Svaret er opphevet for 206.');
  });
});
