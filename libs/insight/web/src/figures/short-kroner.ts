import type { InsightTexts } from '../texts/nb.ts';

const MILLION = 1_000_000;

/** Kroner short enough to stand beside a bar: "33,4 mill. kr", below a million all of it. */
export function shortKroner(amount: string, t: Pick<InsightTexts, 'millions' | 'kroner'>): string {
  const value = Number(amount);
  if (Math.abs(value) < MILLION) return t.kroner({ amount });
  return t.millions({ value: (value / MILLION).toFixed(1) });
}
