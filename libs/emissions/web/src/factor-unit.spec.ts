import { factorUnit } from './factor-unit.ts';
import { nb } from './texts/nb.ts';

it.each([
  ['kgCO2e/NOK', 'kg CO₂e/krone'],
  ['kg CO2e / liter', 'kg CO₂e/liter'],
  ['tCO2e/MNOK', 'tCO2e/MNOK'],
  ['kgCO2e', 'kgCO2e'],
])('says %s as %s', (unit, said) => expect(factorUnit(unit, nb)).toBe(said));
