import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Session } from '@tallgrunn/api-client';
import { sessionView } from '@tallgrunn/api-client/testing';
import type { MunicipalityRowDto } from '@tallgrunn/api-client/shapes';
import { accessibilityViolations, normalisedText } from '@tallgrunn/design/testing';
import { choices, openPage, waitForUpdate } from '../testing.ts';
import { MunicipalitiesPage } from './municipalities-page.ts';

const row = (name: string, change: Partial<MunicipalityRowDto> = {}): MunicipalityRowDto => ({
  buyerId: name,
  name,
  missing: [],
  population: { inhabitants: 5000, year: 2025, source: 'SSB, tabell 07459' },
  classUnknown: '0',
  isClassKnown: true,
  figures: {
    spend: '10000000.00',
    kg: '900000.000',
    low: '700000.000',
    high: '1200000.000',
    shareByItem: '0.12',
    shareWithFactor: '0.81',
  },
  ...change,
});
const rows = [
  row('Grue kommune'),
  row('Kongsvinger kommune', {
    population: { inhabitants: 18000, year: 2025, source: 'SSB, tabell 07459' },
    figures: {
      spend: '90000000.00',
      kg: '8100000.000',
      low: '6000000.000',
      high: '11000000.000',
      shareByItem: '0.2',
      shareWithFactor: '0.9',
    },
  }),
  row('Våler kommune', { missing: ['2025-03', '2025-04'] }),
  row('Åsnes kommune', { population: null }),
  row('Eidskog kommune', { figures: null, missing: ['2025-01'] }),
];
const year = Array.from({ length: 12 }, (_, at) => `2025-${String(at + 1).padStart(2, '0')}`);
const answers = { '/combined/filter-options': { ...choices, months: year, incomplete: [] }, '/municipalities': rows };
const withUnknown = {
  ...answers,
  '/municipalities': [
    ...rows,
    row('Sør-Odal kommune', { classUnknown: '7000000.00', isClassKnown: false }),
    row('Nord-Odal kommune', { classUnknown: '1200.00' }),
  ],
};
const textsOf = (element: HTMLElement) => [...element.querySelectorAll('tg-bar-chart text.figure')].map(normalisedText);

describe('MunicipalitiesPage', () => {
  it('says of a period that its ledgers are not complete, as the page of purchases does', async () => {
    const incomplete = [{ month: '2025-05', buyers: ['Grue kommune'], isAll: false }];
    const { element } = await openPage(MunicipalitiesPage, '/', {
      ...answers,
      '/combined/filter-options': { ...choices, months: year, incomplete },
    });
    const options = [...element.querySelectorAll('#municipalities-period option')].map(normalisedText);
    expect(options).toContain('2. kvartal 2025 (ikke komplett)');
    expect(options).toContain('1. kvartal 2025');
  });

  it('opens on the newest complete year per inhabitant, with the reason for each exclusion', async () => {
    const { element, asked } = await openPage(MunicipalitiesPage, '/', answers);
    expect(asked).toContain('/api/v1/municipalities?from=2025-01&to=2025-12&accounts=operating');
    expect(textsOf(element)).toEqual([
      '180 kg (140 kg til 240 kg)',
      '450 kg (330 kg til 610 kg)',
      '180 kg (140 kg til 240 kg), kan ikke sammenlignes: regnskapet er ikke komplett for mars 2025–april 2025',
      'innbyggertall er ikke lagt inn',
      'ingen innkjøp er importert',
    ]);
    expect(element.querySelectorAll('tg-bar-chart path.interval').length).toBe(2);
    expect(normalisedText(element)).toContain('Kongsvinger kommune har størst klimafotavtrykk per innbygger');
    expect(normalisedText(element)).toContain('Kilder for innbyggertall: SSB, tabell 07459');
    expect(await accessibilityViolations(element)).toEqual([]);
  });

  it('opens on totals, with the reason, while no inhabitants are entered', async () => {
    const without = answers['/municipalities'].map((each) => ({ ...each, population: null }));
    const { element } = await openPage(MunicipalitiesPage, '/', { ...answers, '/municipalities': without });
    expect(element.querySelector<HTMLSelectElement>('#municipalities-per')?.value).toBe('total');
    expect(textsOf(element)).not.toContain('innbyggertall er ikke lagt inn');
    expect(normalisedText(element)).toContain('Innbyggertall er ikke lagt inn, så tallene er totalt');
    TestBed.resetTestingModule();
    const { element: chosen } = await openPage(MunicipalitiesPage, '/?per=inhabitant', {
      ...answers,
      '/municipalities': without,
    });
    expect(textsOf(chosen)).toContain('innbyggertall er ikke lagt inn');
  });

  it('limits to operating accounts, and names municipalities with unknown classes and their amounts', async () => {
    const { element } = await openPage(MunicipalitiesPage, '/', withUnknown);
    expect(textsOf(element).at(-2)).toBe(
      'kan ikke sammenlignes: regnskapet oppgir ikke hva som er drift og hva som er investering, for 7 000 000 kr',
    );
    expect(normalisedText(element)).toContain('Nord-Odal kommune: 1 200 kr er ikke med');
    expect(normalisedText(element)).toContain('bare driftsregnskapet');
    expect(await accessibilityViolations(element)).toEqual([]);
  });

  it('includes operating and investment when that is selected', async () => {
    const { element, asked } = await openPage(MunicipalitiesPage, '/?accounts=all', withUnknown);
    expect(asked).toContain('/api/v1/municipalities?from=2025-01&to=2025-12&accounts=all');
    expect(textsOf(element).at(-2)).toBe('180 kg (140 kg til 240 kg)');
    expect(normalisedText(element)).not.toContain('er ikke med');
    expect(normalisedText(element)).toContain('drift og investering sammen');
  });

  it('shows total amounts without an interval', async () => {
    const { element } = await openPage(MunicipalitiesPage, '/?measure=spend&per=total', answers);
    expect(textsOf(element)[0]).toBe('10 000 000 kr');
    expect(element.querySelectorAll('tg-bar-chart path.interval').length).toBe(0);
    expect(normalisedText(element)).toContain('Kongsvinger kommune kjøpte for mest');
  });

  it('stores populations with permission, and reports the line that cannot be parsed', async () => {
    const { element, fixture } = await openPage(MunicipalitiesPage, '/', answers);
    expect(element.querySelector('tg-population-form')).toBeNull();
    const manager = {
      id: 'm1',
      organisation: { id: 'o1', name: 'RIIK', kind: 'cooperative' as const },
      cooperative: { id: 'c1', name: 'RIIK' },
      role: 'contract-manager' as const,
    };
    TestBed.inject(Session).begin(
      sessionView({ memberships: [manager], permissions: ['combined.read', 'population.state'] }) as never,
    );
    await fixture.whenStable();
    fixture.detectChanges();
    const set = (id: string, value: string) => {
      const field = element.querySelector<HTMLInputElement>(`#${id}`)!;
      field.value = value;
      field.dispatchEvent(new Event('input'));
    };
    const submit = async () => {
      element.querySelector('tg-population-form form')!.dispatchEvent(new Event('submit'));
      await waitForUpdate();
      fixture.detectChanges();
    };
    set('population-rows', 'Oslo; 700000');
    await submit();
    expect(normalisedText(element.querySelector('tg-population-form'))).toContain(
      'Linje 1: «Oslo» er ikke en kommune i innkjøpssamarbeidet',
    );
    set('population-year', '2025');
    set('population-source', 'SSB');
    set('population-rows', 'Åsnes; 7 200');
    await submit();
    const sent = TestBed.inject(HttpTestingController).expectOne(({ method }) => method === 'POST');
    expect(sent.request.body).toEqual({
      year: 2025,
      source: 'SSB',
      figures: [{ buyerId: 'Åsnes kommune', inhabitants: 7200 }],
    });
    sent.flush(null, { status: 204, statusText: 'No Content' });
    await waitForUpdate();
    fixture.detectChanges();
    expect(normalisedText(element.querySelector('tg-population-form [role=status]'))).toBe(
      'Innbyggertallet for én kommune er lagret.',
    );
    expect(await accessibilityViolations(element)).toEqual([]);
  });
});
