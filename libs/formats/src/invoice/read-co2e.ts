import { compare, divide, multiply, normalise, round } from '@tallgrunn/values';
import { parseDecimal } from '../decimal-text.ts';
import type { ItemProperty, LineCo2e } from './invoice.ts';

/** Danish rule GP005 compares at four decimals (OIOUBL 3.0.1). */
const CO2E_DECIMALS = 4;

/** Reads the CO₂e convention of EHF post-award 3 from a line's item properties; null when the line has none of them. */
export function readCo2e(properties: readonly ItemProperty[], quantity: string | null): LineCo2e | null {
  const value = (name: string): string | null => properties.find((p) => p.name === name)?.value ?? null;
  const stated = {
    factor: value('EmissionFactor'),
    net: value('NetEmissionQuantity'),
    source: value('EmissionFactorSource'),
    rate: value('EmissionFactorCalculationRate'),
    unit: value('EmissionFactorCalculationUnit'),
    sourceUri: value('CO2EmissionFactorSource'),
  };
  if (Object.values(stated).every((v) => v === null)) return null;
  return { ...stated, ...interpret(stated, parseDecimal(quantity)) };
}

type Decimal = string | null;

/**
 * Determines which of the two readings in use gives the net amount. The rate is never applied to a factor that already
 * includes it.
 */
function interpret(
  stated: Pick<LineCo2e, 'factor' | 'net' | 'rate'>,
  quantity: Decimal,
): Pick<LineCo2e, 'reading' | 'perUnit'> {
  const [factor, net, rate] = [stated.factor, stated.net, stated.rate].map(parseDecimal) as [Decimal, Decimal, Decimal];
  if (factor === null || quantity === null) return { reading: 'unknown', perUnit: null };
  // An unreadable net amount or rate is not the same as a missing one: the reading is then unknown.
  if (net === null)
    return stated.net === null && stated.rate === null
      ? { reading: 'perUnit', perUnit: factor }
      : { reading: 'unknown', perUnit: null };
  if (sameCo2e(net, multiply(factor, quantity))) return { reading: 'perUnit', perUnit: factor };
  if (rate !== null && sameCo2e(net, multiply(multiply(factor, rate), quantity)))
    return { reading: 'source', perUnit: normalise(multiply(factor, rate)) };
  return { reading: 'contradiction', perUnit: null };
}

export function sameCo2e(net: string, expected: string): boolean {
  return compare(round(net, CO2E_DECIMALS), round(expected, CO2E_DECIMALS)) === 0;
}

/** Returns net ÷ quantity, to show the factor that would be consistent; null when the quantity is zero. */
export function impliedFactor(net: string, quantity: string): string | null {
  return compare(quantity, '0') === 0 ? null : normalise(divide(net, quantity, CO2E_DECIMALS));
}
