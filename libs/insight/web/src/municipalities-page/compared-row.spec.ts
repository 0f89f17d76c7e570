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
  it('is the figure of the measure, per inhabitant or in all', () => {
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

  it('keeps the figure of one that may not be compared, and never makes one up', () => {
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

describe('the operating accounts', () => {
  it('of one whose ledger does not tell them are not shown, and compared with nobody’s; all accounts together are', () => {
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

  it('is sure only where the interval lies above every other', () => {
    expect(of(row('Grue'), row('Odal', kg('500000', '300000', '800000')))).toEqual({ name: 'Odal', isSure: true });
    expect(of(row('Grue'), row('Odal', kg('210000', '160000', '290000')))).toEqual({ name: 'Odal', isSure: false });
  });

  it('leaves out who lacks a month, and is nothing of one alone', () => {
    expect(of(row('Grue'), row('Odal', { missing: ['2026-01'], ...kg('900000', '800000', '990000') }))).toBeNull();
  });
});
