import type { PriceKind } from './assortment-columns.ts';
import type { AssortmentLine, AssortmentSummary } from './assortment-line.ts';

/** What the process that reads a price list is given. */
export interface AssortmentRequest {
  readonly path: string;
  readonly name: string;
  readonly kind: PriceKind;
  readonly lots: readonly string[];
}

/** What it says: lines by the handful, and at the end what it found. */
export type AssortmentSaid = { readonly lines: readonly AssortmentLine[] } | { readonly summary: AssortmentSummary };
