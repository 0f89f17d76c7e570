import type { PriceKind } from './assortment-columns.ts';
import type { AssortmentLine, AssortmentSummary } from './assortment-line.ts';

/** The request to the subprocess that reads a price list. */
export interface AssortmentRequest {
  readonly path: string;
  readonly name: string;
  readonly kind: PriceKind;
  readonly lots: readonly string[];
}

/** Its messages: batches of lines, and finally the summary. */
export type AssortmentOutput = { readonly lines: readonly AssortmentLine[] } | { readonly summary: AssortmentSummary };
