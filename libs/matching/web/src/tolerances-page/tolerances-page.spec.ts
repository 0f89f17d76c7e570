import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Session, provideApiClient } from '@tallgrunn/api-client';
import type { ToleranceDto, TolerancePreviewDto } from '@tallgrunn/api-client/shapes';
import { sessionView } from '@tallgrunn/api-client/testing';
import { accessibilityViolations, startRendering } from '@tallgrunn/design/testing';
import { tolerancesTexts } from '../texts/tolerances/tolerances-texts.ts';
import { draftOf, emptyTolerance, validateTolerance } from './tolerance-form-values.ts';
import { TolerancesPage } from './tolerances-page.ts';

const version: ToleranceDto = {
  id: 't1',
  agreementId: null,
  agreement: null,
  validFrom: '2026-01-01',
  validTo: null,
  isInForce: true,
  isReplaced: false,
  isInherited: false,
  limits: { pricePercent: '2.5', priceAmount: '100.00', quantityPercent: null, quantityAmount: null },
  reason: 'Øreavrunding hos leverandørene.',
  decidedAt: '2026-05-20T08:00:00.000Z',
  byYou: false,
  decidedBy: 'Ingrid Moseby',
  decidedFor: 'RIIK',
};
const none = { lineCount: 0, amount: '0.00' };
const some = { lineCount: 3, amount: '450.50' };
const effect = {
  lines: { lineCount: 20, amount: '9000.00' },
  within: none,
  onSaving: { toWithin: some, toFollowUp: none },
  wholePeriod: { toWithin: { lineCount: 8, amount: '1200.00' }, toFollowUp: none },
};
const preview: TolerancePreviewDto = {
  basis: 'a'.repeat(64),
  from: '2025-05-01',
  to: '2026-05-20',
  validTo: null,
  total: effect,
  suppliers: [
    { ...effect, supplierId: 's1', supplier: 'Finnskog AS' },
    {
      ...effect,
      supplierId: 's2',
      supplier: 'Uberørt AS',
      onSaving: { toWithin: none, toFollowUp: none },
      wholePeriod: { toWithin: none, toFollowUp: none },
    },
  ],
};
const settle = () => new Promise((done) => setTimeout(done, 20));

async function shown(rows: readonly ToleranceDto[], permissions: readonly string[]) {
  TestBed.configureTestingModule({ providers: [provideApiClient(), provideHttpClientTesting()] });
  const fixture = await startRendering(TolerancesPage, {}, tolerancesTexts);
  TestBed.inject(Session).begin(sessionView({ permissions: [...permissions] }) as never);
  const http = TestBed.inject(HttpTestingController);
  await settle();
  http.expectOne('/api/v1/matching/tolerances').flush(rows);
  await settle();
  fixture.detectChanges();
  await settle();
  for (const request of http.match('/api/v1/agreements')) request.flush([{ id: 'a1', number: '25/1', title: 'Mat' }]);
  await settle();
  fixture.detectChanges();
  const element = fixture.nativeElement as HTMLElement;
  const write = (id: string, value: string) => {
    const field = element.querySelector<HTMLInputElement>(`#${id}`)!;
    field.value = value;
    field.dispatchEvent(new Event('input'));
    fixture.detectChanges();
  };
  const textOf = () => element.textContent.replaceAll(/\s+/g, ' ');
  return { fixture, http, element, write, textOf };
}

describe('the page of tolerance limits', () => {
  it('lists the versions, and who can set them', async () => {
    const { element, textOf } = await shown(
      [version, { ...version, id: 't2', agreementId: 'a1', agreement: '25/1 Mat', isInherited: true }],
      ['matching.read'],
    );
    expect(textOf()).toContain('høyst 2,5 % og 100,00 kr');
    expect(textOf()).toContain('ingen toleranse');
    expect(textOf()).toContain('som samarbeidet');
    expect(textOf()).toContain('gjelder nå');
    expect(textOf()).toContain('Avtaleforvaltere og administratorer setter grensene.');
    expect(element.querySelector('form')).toBeNull();
    expect(await accessibilityViolations(element)).toEqual([]);
  });

  it('saves limits only after their effect is shown, with a reason', async () => {
    const { element, http, fixture, write, textOf } = await shown([], ['matching.read', 'matching.tolerances']);
    expect(textOf()).toContain('Ingen grenser er satt. Alle avvik skal følges opp.');
    const form = element.querySelector('form')!;
    form.dispatchEvent(new Event('submit', { cancelable: true }));
    fixture.detectChanges();
    expect(textOf()).toContain('Velg dagen grensene gjelder fra.');
    expect(textOf()).not.toContain('Lagre grensene');

    write('tolerance-from', '2026-05-01');
    write('tolerance-price-percent', '2,5');
    form.dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
    const draft = {
      agreementId: null,
      validFrom: '2026-05-01',
      isInherited: false,
      limits: { pricePercent: '2.5', priceAmount: null, quantityPercent: null, quantityAmount: null },
    };
    const request = http.expectOne('/api/v1/matching/tolerances/preview');
    expect(request.request.body).toEqual(draft);
    request.flush(preview);
    await settle();
    fixture.detectChanges();
    expect(textOf()).toContain(
      'Når du lagrer, går 3 linjer på 450,50 kr til «innenfor toleranse», og 0 linjer på 0,00 kr til «å følge opp».',
    );
    expect(textOf()).toContain('Finnskog AS');
    expect(textOf()).not.toContain('Uberørt AS');
    expect(await accessibilityViolations(element)).toEqual([]);

    const save = () => [...element.querySelectorAll('button')].find((button) => button.textContent.includes('Lagre'));
    save()!.click();
    fixture.detectChanges();
    expect(textOf()).toContain('Skriv kort hvorfor.');
    http.expectNone('/api/v1/matching/tolerances');
    write('tolerance-reason', ' Avrunding. ');
    save()!.click();
    await settle();
    const sent = http.expectOne('/api/v1/matching/tolerances');
    expect(sent.request.body).toEqual({ ...draft, reason: 'Avrunding.', basis: preview.basis });
    sent.flush({ id: 't1' });
    await settle();
    http.expectOne('/api/v1/matching/tolerances').flush([version]);
    await settle();
    fixture.detectChanges();
    expect(textOf()).toContain('Grensene er lagret.');
    expect(save()).toBeUndefined();
  });

  it('hides an effect when the limits change', async () => {
    const { element, http, fixture, write, textOf } = await shown([], ['matching.tolerances']);
    write('tolerance-from', '2026-05-01');
    element.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
    http.expectOne('/api/v1/matching/tolerances/preview').flush(preview);
    await settle();
    fixture.detectChanges();
    expect(textOf()).toContain('Lagre grensene');
    write('tolerance-price-amount', '100');
    expect(textOf()).not.toContain('Lagre grensene');
  });
});

describe('the values of the form', () => {
  it('become limits as decimal text, and none where the agreement follows the cooperative', () => {
    const values = { ...emptyTolerance, agreementId: 'a1', validFrom: '2026-01-01', priceAmount: '1 250,50 kr' };
    expect(draftOf(values).limits.priceAmount).toBe('1250.5');
    expect(draftOf({ ...values, isInherited: true })).toMatchObject({
      isInherited: true,
      limits: { priceAmount: null },
    });
    expect(draftOf({ ...values, agreementId: '', isInherited: true })).toMatchObject({
      agreementId: null,
      isInherited: false,
    });
  });

  it('are refused with their fields', () => {
    const words = { validFrom: 'dag', percent: 'prosent', amount: 'beløp', reason: 'hvorfor' };
    expect(
      validateTolerance({ ...emptyTolerance, pricePercent: '-1', priceAmount: '1,234', quantityPercent: 'to' }, words),
    ).toEqual([
      { field: 'tolerance-from', sentence: 'dag' },
      { field: 'tolerance-price-percent', sentence: 'prosent' },
      { field: 'tolerance-price-amount', sentence: 'beløp' },
      { field: 'tolerance-quantity-percent', sentence: 'prosent' },
    ]);
  });
});
