import { Period } from './period.ts';

/** Returns sorted months as spans of consecutive months: 2025-01, 2025-02 and 2025-05 become two spans. */
export function monthSpans(months: readonly string[]): { readonly from: string; readonly to: string }[] {
  const spans: { from: string; to: string }[] = [];
  for (const month of months) {
    const last = spans.at(-1);
    if (last && Period.next(Period.parse(last.to)).key === month) last.to = month;
    else spans.push({ from: month, to: month });
  }
  return spans;
}
