import type { TargetDto } from '@tallgrunn/api-client/shapes';
import { tonnes } from '@tallgrunn/emissions-web';
import type { InsightTexts } from '../texts/nb.ts';

const GRAMS_A_KG = 1000;
const DIGITS = 3;

const rounded = (value: number): string =>
  value === 0
    ? '0'
    : Number(value.toPrecision(DIGITS)).toFixed(
        Math.max(0, Math.min(6, DIGITS - 1 - Math.floor(Math.log10(Math.abs(value))))),
      );

/** Formats the value of a target with its unit, three significant digits. */
export function figureText(kind: TargetDto['kind'], value: string, t: InsightTexts['targets']): string {
  if (kind === 'emissions') return t.units[kind]({ value: tonnes(value) });
  if (kind === 'emissions-per-krone') return t.units[kind]({ value: rounded(Number(value) * GRAMS_A_KG) });
  return t.units[kind]({ value: kind === 'emissions-per-inhabitant' ? rounded(Number(value)) : value });
}
