import { absolute, compare, multiply, subtract, sum } from '@tallgrunn/values';
import { parseDouble } from '../decimal-text.ts';
import type { GwpIndicator, PublishedAmount } from './published-epd.ts';

/** One indicator for the product stage, cradle to gate: modules A1 to A3. */
export interface ProductStage {
  /** kg CO₂e for the declared amount; null when A1 to A3 are not all declared. */
  readonly value: string | null;
  /** True when A1, A2 and A3 were added because the EPD has no combined module. */
  readonly summed: boolean;
  /** Set when the EPD states A1–A3 both combined and separately, with different totals. The two are never added. */
  readonly differs: { readonly found: string; readonly expected: string } | null;
  /** True when there are several scenarios and none is the default. */
  readonly unclear: boolean;
}

type SelectedFigure = { readonly value: string | null; readonly unclear: boolean };

/**
 * Returns the A1–A3 figure of an indicator: the combined module A1-A3 if declared, otherwise the sum of A1, A2 and A3
 * if all three are declared. A module without a value is not declared; it never counts as zero.
 */
export function productStage(
  amounts: readonly PublishedAmount[],
  indicator: GwpIndicator,
  defaults: readonly string[],
): ProductStage {
  const of = (module: string): SelectedFigure =>
    selectFigure(
      amounts.filter((each) => each.indicator === indicator && moduleOf(each) === module),
      defaults,
    );
  const whole = of('A1-A3');
  const parts = ['A1', 'A2', 'A3'].map(of);
  const values = parts.flatMap(({ value }) => value ?? []);
  const added = values.length === parts.length ? sum(values) : null;
  const unclear = whole.unclear || (whole.value === null && parts.some((each) => each.unclear));
  if (whole.value === null) return { value: added, summed: added !== null, differs: null, unclear };
  return {
    value: whole.value,
    summed: false,
    differs:
      added !== null && exceedsRounding(whole.value, added, values) ? { found: whole.value, expected: added } : null,
    unclear,
  };
}

/** Returns the module name as in EN 15804 for the spellings found in files: `A1-A3`, `a1–a3`, `A1A3`. */
export function moduleOf({ module }: PublishedAmount): string {
  const normalised = module.toUpperCase().replace(/[\s–—-]/g, '');
  return /^A1(?:TO)?A3$|^A123$/.test(normalised) ? 'A1-A3' : normalised;
}

/**
 * Selects the figure of a module: the one without a scenario, that of a default scenario, or the only one. `unclear`
 * when several remain.
 */
function selectFigure(rows: readonly PublishedAmount[], defaults: readonly string[]): SelectedFigure {
  const declared = rows.flatMap(({ scenario, value }) => {
    const number = parseDouble(value);
    return number === null ? [] : [{ scenario, number }];
  });
  const normalised = declared.filter(({ scenario }) => scenario === null);
  const selected =
    normalised.length > 0 ? normalised : declared.filter(({ scenario }) => defaults.includes(scenario ?? ''));
  const values = [...new Set((selected.length > 0 ? selected : declared).map(({ number }) => number))];
  return values.length === 1 ? { value: values[0]!, unclear: false } : { value: null, unclear: values.length > 1 };
}

/**
 * Returns whether a total differs from the sum of its parts by more than 1 % of the largest value. Smaller differences
 * come from rounding.
 */
export function exceedsRounding(total: string, added: string, parts: readonly string[]): boolean {
  const size = [total, ...parts].map(absolute).reduce((one, other) => (compare(one, other) > 0 ? one : other));
  return compare(absolute(subtract(total, added)), multiply(size, '0.01')) > 0;
}
