import { absolute, compare, multiply, subtract, sum } from '@tallgrunn/values';
import { doubleOf } from '../decimal-text.ts';
import type { GwpIndicator, StatedAmount } from './stated-epd.ts';

/** One indicator over the product stage, cradle to gate: modules A1 to A3. */
export interface ProductStage {
  /** kg CO2e for the declared amount; null when not all of A1 to A3 is declared. */
  readonly value: string | null;
  /** A1, A2 and A3 were added: the EPD does not give them as one. */
  readonly summed: boolean;
  /** Given both apart and as one, and not the same: never added together. */
  readonly differs: { readonly found: string; readonly expected: string } | null;
  /** Several scenarios of it, and none is the default. */
  readonly unclear: boolean;
}

type Picked = { readonly value: string | null; readonly unclear: boolean };

/**
 * What an EPD says of A1–A3 under an indicator: the module A1-A3 where it is declared, else the sum of A1, A2 and A3 where all three are.
 * A module without a value is not declared: it is never taken for zero.
 */
export function productStage(
  amounts: readonly StatedAmount[],
  indicator: GwpIndicator,
  defaults: readonly string[],
): ProductStage {
  const of = (module: string): Picked =>
    pick(
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
    differs: added !== null && isApart(whole.value, added, values) ? { found: whole.value, expected: added } : null,
    unclear,
  };
}

/** The module as EN 15804 writes it, however the file does: `A1-A3`, `a1–a3`, `A1A3`. */
export function moduleOf({ module }: StatedAmount): string {
  const plain = module.toUpperCase().replace(/[\s–—-]/g, '');
  return /^A1(?:TO)?A3$|^A123$/.test(plain) ? 'A1-A3' : plain;
}

/** The figure of a module: without a scenario, or of the default one, or the only one there is. */
function pick(rows: readonly StatedAmount[], defaults: readonly string[]): Picked {
  const declared = rows.flatMap(({ scenario, value }) => {
    const number = doubleOf(value);
    return number === null ? [] : [{ scenario, number }];
  });
  const plain = declared.filter(({ scenario }) => scenario === null);
  const chosen = plain.length > 0 ? plain : declared.filter(({ scenario }) => defaults.includes(scenario ?? ''));
  const values = [...new Set((chosen.length > 0 ? chosen : declared).map(({ number }) => number))];
  return values.length === 1 ? { value: values[0]!, unclear: false } : { value: null, unclear: values.length > 1 };
}

/** Whether a total and the sum of its parts lie further apart than a hundredth of the largest of them: each is rounded. */
export function isApart(total: string, added: string, parts: readonly string[]): boolean {
  const size = [total, ...parts].map(absolute).reduce((one, other) => (compare(one, other) > 0 ? one : other));
  return compare(absolute(subtract(total, added)), multiply(size, '0.01')) > 0;
}
