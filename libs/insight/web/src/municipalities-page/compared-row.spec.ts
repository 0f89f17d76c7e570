import type { MunicipalityRowDto } from '@tallgrunn/api-client/shapes';
import { comparedRow, largestOf } from './compared-row.ts';

const row = (name: string, change: Partial<MunicipalityRowDto> = {}): MunicipalityRowDto => ({
  buyerId: name,
  name,
  missing: [],
  population: { inhabitants: 1000, year: 2025, source: 'SSB' },
  classUnknown: '0',
  isClassKnown: true,
  figures: {
    spend: '5000000.00',
    kg: '200000.000',
    low: '150000.000',
    high: '260000.000',
    shareByItem: '0.1',
    shareWithFactor: '0.8',
  },
  ...change,
});
const kg = (kg: string, low: string, high: string) => ({ figures: { ...row('x').figures!, kg, low, high } });

describe('comparedRow', () => {
  it('returns the figure of the measure, per inhabitant or in total', () => {
    expect(comparedRow(row('Grue'), 'emissions', 'inhabitant', 'all').figure).toEqual({
      value: '200.000',
      low: '150.000',
      high: '260.000',
    });
    expect(comparedRow(row('Grue'), 'emissions', 'total', 'all').figure?.value).toBe('200.000');
    expect(comparedRow(row('Grue'), 'spend', 'inhabitant', 'all').figure).toEqual({
      value: '5000.000',
      low: null,
      high: null,
    });
  });

  it('returns the figure of an excluded municipality, and never invents one', () => {
    expect(comparedRow(row('Våler', { missing: ['2026-03'] }), 'spend', 'total', 'all')).toMatchObject({
      lock: 'missing',
      figure: { value: '5000000.000' },
    });
    expect(comparedRow(row('Våler', { population: null }), 'spend', 'inhabitant', 'all')).toMatchObject({
      lock: 'no-population',
      figure: null,
    });
    expect(comparedRow(row('Våler', { figures: null }), 'spend', 'total', 'all')).toMatchObject({
      lock: 'nothing',
      figure: null,
    });
  });
});

describe('operating accounts in the comparison', () => {
  it('are hidden and not compared when the ledger has no classes; all accounts together are compared', () => {
    const unknown = row('Våler', { classUnknown: '5000000.00', isClassKnown: false });
    expect(comparedRow(unknown, 'spend', 'total', 'operating')).toMatchObject({ lock: 'class-unknown', figure: null });
    expect(comparedRow({ ...unknown, missing: ['2026-03'] }, 'spend', 'total', 'operating')).toMatchObject({
      lock: 'missing',
      figure: null,
    });
    expect(comparedRow(unknown, 'spend', 'total', 'all')).toMatchObject({
      lock: null,
      figure: { value: '5000000.000' },
    });
    expect(comparedRow(row('Grue'), 'spend', 'total', 'operating')).toMatchObject({ lock: null });
  });
});

describe('largestOf', () => {
  const of = (...rows: readonly MunicipalityRowDto[]) =>
    largestOf(rows.map((each) => comparedRow(each, 'emissions', 'total', 'all')));

  it('is certain only when the interval is above every other', () => {
    expect(of(row('Grue'), row('Odal', kg('500000', '300000', '800000')))).toEqual({ name: 'Odal', isSure: true });
    expect(of(row('Grue'), row('Odal', kg('210000', '160000', '290000')))).toEqual({ name: 'Odal', isSure: false });
  });

  it('excludes municipalities that lack a month, and returns null for a single one', () => {
    expect(of(row('Grue'), row('Odal', { missing: ['2026-01'], ...kg('900000', '800000', '990000') }))).toBeNull();
  });
});
