import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Session, provideApiClient } from '@tallgrunn/api-client';
import type { LearnedRuleDto } from '@tallgrunn/api-client/shapes';
import { sessionView } from '@tallgrunn/api-client/testing';
import { accessibilityViolations, startRendering } from '@tallgrunn/design/testing';
import { matchingTexts } from '../texts/matching-texts.ts';
import { RuleList } from './rule-list.ts';

const said = {
  reason: 'Ordrenumre.',
  decidedAt: '2026-08-10T07:00:00.000Z',
  byYou: false,
  decidedBy: 'Ingrid Moseby',
  decidedFor: 'RIIK',
  isGoneBy: false,
};
const numbers: LearnedRuleDto = {
  supplierId: 's1',
  supplier: 'Finnskog AS',
  kind: 'number-form',
  form: { report: { before: 'f-', after: '/9' }, booked: { before: '', after: '' } },
  days: null,
  reach: null,
  scale: null,
  seen: 12,
  examples: [{ report: 'F-23678/1', booked: '23678' }],
  inUse: true,
  said: null,
};
const days: LearnedRuleDto = {
  ...numbers,
  kind: 'day-shift',
  form: null,
  days: -3,
  examples: [],
  inUse: false,
  said,
};
const reach: LearnedRuleDto = { ...days, supplierId: 's2', days: 17, reach: 33 };
const amounts: LearnedRuleDto = { ...numbers, kind: 'amount-scale', form: null, scale: '0.964', examples: [] };
const settle = () => new Promise((done) => setTimeout(done, 20));

async function shown(rules: readonly LearnedRuleDto[]) {
  TestBed.configureTestingModule({ providers: [provideApiClient(), provideHttpClientTesting()] });
  const fixture = await startRendering(RuleList, {}, matchingTexts);
  TestBed.inject(Session).begin(sessionView({ permissions: ['matching.rules'] }) as never);
  const http = TestBed.inject(HttpTestingController);
  await settle();
  http.expectOne('/api/v1/matching/rules').flush(rules);
  await settle();
  fixture.detectChanges();
  return { fixture, http, element: fixture.nativeElement as HTMLElement };
}

describe('the list of learned rules', () => {
  it('describes each rule with its confirmations and newest decision', async () => {
    const { element } = await shown([numbers, days, amounts, reach]);
    const [first, second, third, fourth] = [...element.querySelectorAll('li')].map(({ textContent }) =>
      textContent.replaceAll(/\s+/g, ' '),
    );
    expect(first).toContain(
      'Fakturanumrene har «f-» foran og «/9» bak i rapportene, og ingenting rundt seg i regnskapet (9 er et siffer).',
    );
    expect(first).toContain('Bygger på 12 par numre.');
    expect(first).toContain('For eksempel: F-23678/1 er 23678');
    expect(second).toContain('Det samme kjøpet er ført 3 dager tidligere i regnskapet enn i rapportene.');
    expect(third).toContain('Rapportene har beløp som er 3,6 % lavere enn i regnskapet');
    expect(fourth).toContain(
      'Det samme kjøpet er ført fra 16 dager tidligere til 50 dager senere i regnskapet enn i rapportene.',
    );
    expect(second).toContain('Lagt til side');
    expect(second).toContain('Ordrenumre.');
    expect(second).toContain('Gjelder fra neste avstemming');
    expect(await accessibilityViolations(element)).toEqual([]);
  });

  it('turns a rule off only with a reason', async () => {
    const { element, http, fixture } = await shown([numbers]);
    const form = element.querySelector('form')!;
    form.dispatchEvent(new Event('submit', { cancelable: true }));
    fixture.detectChanges();
    expect(element.textContent).toContain('Skriv kort hvorfor.');
    http.expectNone('/api/v1/matching/rules/decide');
    form.querySelector('textarea')!.value = ' Det er ordrenumre. ';
    form.dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
    const sent = http.expectOne('/api/v1/matching/rules/decide');
    expect(sent.request.body).toEqual({
      supplierId: 's1',
      kind: 'number-form',
      form: numbers.form,
      inUse: false,
      reason: 'Det er ordrenumre.',
    });
    sent.flush({ id: 'd1' });
    await settle();
    http.expectOne('/api/v1/matching/rules').flush([{ ...numbers, inUse: false, said }]);
    await settle();
    fixture.detectChanges();
    expect(element.querySelector('[role=status]')?.textContent).toBe('Regelen er lagt til side.');
    expect(element.querySelector('summary')?.textContent).toBe('Ta regelen i bruk igjen');
  });
});
