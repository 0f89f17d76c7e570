import { emissionUnit } from './emission-unit.ts';

describe('the unit of a factor', () => {
  it.each([
    ['kgCO2e/NOK', 'nb', 'kg CO₂e/krone'],
    ['kg CO2e / liter', 'en', 'kg CO₂e/litre'],
    ['kgCO2e/kWh', 'nb', 'kg CO₂e/kWh'],
    ['kg CO2e/piece', 'nb', 'kg CO₂e/stk'],
    ['kg CO2e per unit', 'nn', 'kg CO₂e/eining'],
    ['kg CO2 per unit', 'nb', 'kg CO₂/enhet'],
    ['tCO2e/MNOK', 'nb', 'tCO2e/MNOK'],
    ['kgCO2e', 'nb', 'kgCO2e'],
  ] as const)('%s in %s is %s', (unit, language, said) => expect(emissionUnit(unit, language)).toBe(said));
});
