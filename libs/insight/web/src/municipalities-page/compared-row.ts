import type { MunicipalityRowDto } from '@tallgrunn/api-client/shapes';
import { compare, divide } from '@tallgrunn/values';

export const measures = ['emissions', 'spend'] as const;
export type Measure = (typeof measures)[number];
export const pers = ['inhabitant', 'total'] as const;
export type Per = (typeof pers)[number];
/** Figures of the operating accounts only, or of operating and investment. */
export const accountsCompared = ['operating', 'all'] as const;
export type Accounts = (typeof accountsCompared)[number];

/** A figure with its interval, decimal text: kg per inhabitant, tonnes, or NOK. Amounts have no interval. */
export interface Figure {
  readonly value: string;
  readonly low: string | null;
  readonly high: string | null;
}

/** Reason why a municipality is not comparable; null = comparable. */
export type ExclusionReason = 'nothing' | 'missing' | 'class-unknown' | 'no-population';

export interface ComparedRow {
  readonly row: MunicipalityRowDto;
  readonly lock: ExclusionReason | null;
  /** Null without data, or without a population if figures are per inhabitant. */
  readonly figure: Figure | null;
}

const KG_A_TONNE = '1000';
const SCALE = 3;

/** Returns a municipality's figure for chart and table, and why it may not be comparable. */
export function comparedRow(row: MunicipalityRowDto, measure: Measure, per: Per, accounts: Accounts): ComparedRow {
  const { figures, population, missing, isClassKnown } = row;
  if (figures === null) return { row, lock: 'nothing', figure: null };
  if (accounts === 'operating' && !isClassKnown)
    return { row, lock: missing.length > 0 ? 'missing' : 'class-unknown', figure: null };
  if (per === 'inhabitant' && population === null)
    return { row, lock: missing.length > 0 ? 'missing' : 'no-population', figure: null };
  const by = per === 'inhabitant' ? String(population?.inhabitants) : measure === 'emissions' ? KG_A_TONNE : '1';
  const of = (amount: string) => divide(amount, by, SCALE);
  const figure =
    measure === 'spend'
      ? { value: of(figures.spend), low: null, high: null }
      : { value: of(figures.kg), low: of(figures.low), high: of(figures.high) };
  return { row, lock: missing.length > 0 ? 'missing' : null, figure };
}

/**
 * Returns the largest comparable municipality (the first of equals), and whether its interval is above all others. Null
 * with fewer than two.
 */
export function largestOf(rows: readonly ComparedRow[]): { readonly name: string; readonly isSure: boolean } | null {
  const withoutExclusion = rows
    .flatMap(({ row, lock, figure }) => (lock === null && figure !== null ? [{ name: row.name, ...figure }] : []))
    .sort((a, b) => compare(b.value, a.value));
  const [first, ...others] = withoutExclusion;
  if (!first || others.length === 0) return null;
  return {
    name: first.name,
    isSure: others.every(({ value, high }) => compare(first.low ?? first.value, high ?? value) > 0),
  };
}
