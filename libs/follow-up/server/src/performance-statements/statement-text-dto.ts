import type { CaseStatus, MatterKind } from '../cases/case.ts';
import type { PriceBasis } from '../price-deviations/charged-lines.ts';
import type { FigureKey } from './rating-rules.ts';

/** Texts of the statement as a document. Figures come formatted. */
export interface StatementTexts {
  readonly fileName: string;
  title(p: { supplier: string; year: string }): string;
  subtitle(p: { agreement: string; number: string; revision: number; decided: string; asOf: string }): string;
  footer(p: { cooperative: string; number: string }): string;
  readonly overall: { readonly heading: string; rating(p: { decided: string; proposed: string }): string };
  readonly reason: string;
  decidedBy(p: { name: string; date: string }): string;
  readonly figures: {
    readonly heading: string;
    readonly caption: string;
    readonly heads: readonly [string, string, string, string, string];
    readonly names: Readonly<Record<FigureKey, string>>;
  };
  readonly unknown: string;
  punctuality(p: { due: string; onTime: string; late: string; missing: string; excused: string }): string;
  readonly noneDue: string;
  quality(p: { level: string; reports: string; lines: string; returned: string }): string;
  coverage(p: { share: string; booked: string }): string;
  readonly nothingBooked: string;
  prices(p: { basis: PriceBasis; open: string; claimed: string; accepted: string; charged: string }): string;
  readonly nothingCompared: string;
  declarations(p: { declared: string; items: string; required: string | null }): string;
  openCases(p: { count: number }): string;
  /** What a key figure rests on. `share`: in parentheses, empty when there is nothing to share. */
  readonly basis: Readonly<
    Record<
      Exclude<FigureKey, 'prices' | 'open-cases'> | PriceBasis,
      (p: { counted: string; total: string; share: string }) => string
    >
  > & { readonly 'open-cases': string; readonly notStated: string };
  readonly late: {
    readonly heading: string;
    readonly caption: string;
    readonly heads: readonly [string, string, string, string];
    readonly missing: string;
    readonly excused: string;
    readonly counts: string;
  };
  readonly checks: {
    readonly heading: string;
    readonly caption: string;
    readonly heads: readonly [string, string, string];
  };
  readonly cases: {
    readonly heading: string;
    readonly caption: string;
    readonly heads: readonly [string, string, string, string];
    readonly kinds: Readonly<Record<MatterKind, string>>;
    readonly statuses: Readonly<Record<CaseStatus, string>>;
  };
  readonly rules: {
    readonly heading: string;
    list(p: {
      share: readonly string[];
      prices: readonly string[];
      cases: readonly string[];
      limit: string;
    }): readonly string[];
  };
  readonly comments: { readonly heading: string; readonly none: string };
}
