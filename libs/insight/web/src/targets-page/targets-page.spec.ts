import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Session } from '@tallgrunn/api-client';
import { sessionView } from '@tallgrunn/api-client/testing';
import { accessibilityViolations } from '@tallgrunn/design/testing';
import { categories, choices, openPage, waitForUpdate } from '../testing.ts';
import { parsePath, storedValue } from './read-target-form.ts';
import { TargetsPage } from './targets-page.ts';
import { effect, measure, target } from './testing-targets.ts';

const kind = (code: string, name: string, mass: string, kgCo2e: string) => ({
  code,
  category: 'food',
  nameNb: name,
  nameNn: name,
  nameEn: name,
  mass,
  kgCo2e,
  amount: '1000.00',
});
const kinds = {
  months: { from: '2025-03', to: '2026-02' },
  kinds: [kind('beef', 'Storfekjøtt', '1000', '33300'), kind('poultry', 'Kylling og kalkun', '1000', '9870')],
};
const answers = {
  '/targets': {
    today: '2026-04-20',
    targets: [
      target(),
      target({
        id: 't2',
        kind: 'share-by-item',
        targetValue: '0.5',
        base: {
          figure: { value: '0.1', low: null, high: null },
          reason: null,
          incomplete: [{ id: 'b2', name: 'Våler kommune', missing: ['2025-12'] }],
        },
        years: [],
      }),
    ],
  },
  '/measures/kinds': kinds,
  '/measures/m1/effects': [effect()],
  '/measures': [measure()],
  '/combined/filter-options': choices,
  '/categories': categories,
};
const textOf = (element: Element) => (element.textContent ?? '').replace(/[\s\u00a0\u202f]+/g, ' ').trim();

describe('TargetsPage', () => {
  it('shows each target against its path with months, interval and who is left out', async () => {
    const { element } = await openPage(TargetsPage, '/', answers);
    const text = textOf(element);
    expect(text).toContain('Mål for 2030: 600 tonn CO₂e');
    expect(text).toContain('I 2025 var det 1 000 tonn CO₂e.');
    expect(text).toContain('januar 2026 til februar 2026');
    expect(text).toContain('På etterskudd');
    expect(text).toContain('Våler kommune: februar 2026');
    expect(text).toContain('Regnskapet for 2025 er ikke komplett for Våler kommune');
    expect(element.querySelector('form')).toBeNull();
    expect(await accessibilityViolations(element)).toEqual([]);
  });

  it('draws the wedge with its finding as title, a description, and what it does not know', async () => {
    const { element, fixture } = await openPage(TargetsPage, '/', answers);
    const chart = element.querySelector('tg-wedge-chart')!;
    expect(textOf(chart.querySelector('h2')!)).toBe('Tiltakene gir 29 % av reduksjonen som trengs til 2030');
    expect(chart.querySelector('svg[role=img]')?.getAttribute('aria-label')).toMatch(
      /Dagens nivå er 950.tonn CO₂e i året/,
    );
    expect(textOf(chart)).toContain('Diagrammet viser ikke');
    expect(chart.querySelectorAll('polygon').length).toBe(1);
    chart.querySelector('button')!.click();
    fixture.detectChanges();
    expect([...chart.querySelectorAll('tbody th')].map(textOf)).toEqual([
      'Dagens nivå',
      'Mindre storfekjøtt',
      'Med alle tiltak',
      'Mål',
    ]);
    expect(await accessibilityViolations(element)).toEqual([]);
  });

  it('shows the realised effect apart from its other causes when it is opened', async () => {
    const { element, again } = await openPage(TargetsPage, '/', answers);
    expect(textOf(element)).toContain('Flytt 30 % av mengden fra Storfekjøtt til Kylling og kalkun');
    const details = element.querySelector<HTMLDetailsElement>('tg-measure-card details')!;
    details.open = true;
    details.dispatchEvent(new Event('toggle'));
    expect(await again()).toContain('/api/v1/measures/m1/effects');
    const text = textOf(details);
    expect(text).toContain('40 tonn CO₂e mindre på grunn av endret sammensetning');
    expect(text).toContain('Volum: samlet mengde');
    expect(text).toContain('Utelatt fra effekten');
    expect(await accessibilityViolations(element)).toEqual([]);
  });

  it('says why an effect cannot be said', async () => {
    const unknown = effect({
      reason: 'incomplete',
      before: null,
      after: null,
      steps: [],
      effect: null,
      shareBefore: null,
      shareAfter: null,
      massKnownBefore: null,
      massKnownAfter: null,
      excludedSuppliers: [],
    });
    const { element, again } = await openPage(TargetsPage, '/', { ...answers, '/measures/m1/effects': [unknown] });
    const details = element.querySelector<HTMLDetailsElement>('tg-measure-card details')!;
    details.dispatchEvent(new Event('toggle'));
    await again({ '/measures/m1/effects': [unknown] });
    expect(textOf(details)).toContain('Kan ikke fastslås: ingen måned er komplett både før og etter start.');
  });

  it('lets a manager set a target and decide on a measure with a reason', async () => {
    const { element, fixture, again } = await openPage(TargetsPage, '/', answers);
    const manager = {
      id: 'm1',
      organisation: { id: 'o1', name: 'RIIK', kind: 'cooperative' as const },
      cooperative: { id: 'c1', name: 'RIIK' },
      role: 'contract-manager' as const,
    };
    TestBed.inject(Session).begin(
      sessionView({ memberships: [manager], permissions: ['combined.read', 'target.write'] }) as never,
    );
    fixture.detectChanges();
    await again({ ...answers, '/colleagues': [] });
    const set = (id: string, value: string) => {
      const field = element.querySelector<HTMLInputElement>(`#${id}`)!;
      field.value = value;
      field.dispatchEvent(new Event('input'));
    };
    const form = element.querySelector('tg-target-form form')!;
    form.dispatchEvent(new Event('submit'));
    await waitForUpdate();
    fixture.detectChanges();
    expect(textOf(form)).toContain('Verdien kan ikke leses.');
    set('target-baseYear', '2025');
    set('target-targetYear', '2030');
    set('target-value', '600');
    set('target-path', '2028; 700');
    form.dispatchEvent(new Event('submit'));
    await waitForUpdate();
    const sent = TestBed.inject(HttpTestingController).expectOne(({ method }) => method === 'POST');
    expect(sent.request.body).toMatchObject({
      buyerId: null,
      kind: 'emissions',
      baseYear: 2025,
      targetValue: '600000',
      path: [{ year: 2028, value: '700000' }],
    });
    sent.flush({ id: 'x' });
    const decision = element.querySelector('tg-measure-decision-form')!;
    decision.querySelector<HTMLButtonElement>('button')!.click();
    fixture.detectChanges();
    expect(textOf(decision)).toContain('Skriv en begrunnelse.');
    expect(await accessibilityViolations(element)).toEqual([]);
  });

  it('is empty with a reason when there is nothing', async () => {
    const { element } = await openPage(TargetsPage, '/', {
      ...answers,
      '/targets': { today: '2026-04-20', targets: [] },
      '/measures/kinds': { months: null, kinds: [] },
      '/measures': [],
    });
    expect(textOf(element)).toContain('Ingen mål er satt ennå');
    expect(textOf(element)).toContain('Ingen varer med kjent mengde i komplette måneder.');
    expect(await accessibilityViolations(element)).toEqual([]);
  });
});

describe('values of the target form', () => {
  it('are stored in the unit of the target', () => {
    expect(Number(storedValue('emissions', '600'))).toBe(600_000);
    expect(Number(storedValue('emissions-per-krone', '25'))).toBe(0.025);
    expect(Number(storedValue('share-by-item', '40'))).toBe(0.4);
    expect(parsePath('emissions', '2028; x')).toBeNull();
    expect(parsePath('emissions', '')).toEqual([]);
  });

  it('proposes a shift with its effect and cost, and compares quantities only where equally much is known', async () => {
    const changes = {
      before: { from: '2025-01', to: '2025-02' },
      after: { from: '2026-01', to: '2026-02' },
      ...{ knownBefore: 0.52, knownAfter: 0.5, isComparable: true },
      kinds: [{ code: 'beef', massBefore: '200.000', massAfter: '110.000' }],
    };
    const shift = {
      ...{ agreementId: 'a1', agreement: 'RIIK-24-107 Mat', category: 'food', from: 'beef', to: 'poultry' },
      ...{
        share: '0.1',
        shiftedMass: '100.000',
        kg: '-2343.000',
        low: '-3000.000',
        high: '-1500.000',
        cost: '-900.00',
      },
    };
    const { element } = await openPage(TargetsPage, '/', {
      ...answers,
      '/measures/kinds': { ...kinds, shifts: [shift], changes },
    });
    const text = textOf(element);
    expect(text).toContain('Bytt 10 % av storfekjøtt med kylling og kalkun: −2,3 tonn CO₂e i året');
    expect(text).toMatch(/100 kg flyttes i året.*Innkjøpene blir om lag 900 kr billigere/);
    expect(text).toContain('−45 %');
    expect(await accessibilityViolations(element)).toEqual([]);
  });
});
