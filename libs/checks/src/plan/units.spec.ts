import { standardUnitKey, unitFactor, unitHint } from './units.ts';
import { indexUnits } from './unit-index.ts';
import { monthlyFood } from '../examples/monthly-food.ts';

describe('units', () => {
  it('recognises names and UN/ECE codes', () => {
    expect(standardUnitKey('Stk.')).toBe('stk');
    expect(standardUnitKey('KGM')).toBe('kg');
    expect(standardUnitKey('krt')).toBeNull();
  });

  it('suggests a meaning of an unknown unit', () => {
    expect(unitHint('krt')).toEqual({ unit: 'kartong', pieces: null });
    expect(unitHint('pk à 12')).toEqual({ unit: 'pk', pieces: '12' });
    expect(unitHint('zzz')).toBeNull();
  });

  it('converts within a kind', () => {
    expect(unitFactor('tonn', 'kg')).toBe(1000);
    expect(unitFactor('kg', 'l')).toBeNull();
  });

  it('converts the packs of an item, in two steps at most', () => {
    const context = {
      items: { number: ['A'], name: ['Hanske'], unit: ['stk'] },
      units: { item: [0, 0], unit: ['eske', 'krt'], factor: ['100', '10'], to: ['stk', 'eske'] },
    };
    const units = indexUnits(monthlyFood(), context);
    expect(units.read('krt')).toBe('krt');
    expect(units.factor(0, 'krt', 'stk')).toBe(1000);
    expect(units.factor(0, 'stk', 'eske')).toBe(0.01);
    expect(units.packs(0, 'stk')).toEqual([
      { unit: 'eske', factor: 100 },
      { unit: 'krt', factor: 1000 },
    ]);
    expect(units.packs(0, 'eske')).toEqual([{ unit: 'krt', factor: 10 }]);
  });
});
