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
    expect(['krt', 'KART', 'carton'].map((text) => units.read(text))).toEqual(['kartong', 'kartong', 'kartong']);
    expect(units.factor(0, 'kartong', 'stk')).toBe(1000);
    expect(units.factor(0, 'stk', 'eske')).toBe(0.01);
    expect(units.packs(0, 'stk')).toEqual([
      { unit: 'eske', factor: 100 },
      { unit: 'kartong', factor: 1000 },
    ]);
    expect(units.packs(0, 'eske')).toEqual([{ unit: 'kartong', factor: 10 }]);
  });

  it('keeps two words of the agreement for cartons apart', () => {
    const units = indexUnits(monthlyFood(), {
      items: { number: ['A'], name: ['Hanske'], unit: ['krt'] },
      units: { item: [0], unit: ['dpk'], factor: ['4'], to: ['krt'] },
    });
    expect([units.read('krt'), units.read('dpk'), units.factor(0, 'dpk', 'krt')]).toEqual(['krt', 'dpk', 4]);
  });
});
