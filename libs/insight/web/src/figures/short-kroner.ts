import type { InsightTexts } from '../texts/nb.ts';

const MILLION = 1_000_000;

/** Formats an amount for a chart: "33,4 mill. kr"; amounts below one million in full. */
export function formatChartAmount(amount: string, t: Pick<InsightTexts, 'millions' | 'kroner'>): string {
  const value = Number(amount);
  if (Math.abs(value) < MILLION) return t.kroner({ amount });
  return t.millions({ value: (value / MILLION).toFixed(1) });
}
