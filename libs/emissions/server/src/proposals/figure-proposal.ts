import type { PublicationScope } from '../emission-filter.ts';

/**
 * An external figure: the emissions of a year, calculated outside Tallgrunn. kg CO2e as decimal text. No buyer = all
 * buyers; no category = all purchases.
 */
export interface ExternalFigureInput {
  readonly year: number;
  readonly buyerId?: string | null;
  readonly category?: string | null;
  readonly kg: string;
}

export interface ExternalFiguresInput {
  readonly figures: readonly ExternalFigureInput[];
  /** Who calculated the figures, the method, and the source document. */
  readonly madeBy: string;
  readonly method: string;
  readonly source: string;
}

/** Content of a publication, in effect when its proposal is approved. */
export interface PublicationDocument extends PublicationScope {
  readonly run: number;
  readonly caseNumber: string;
  /** Description in words. */
  readonly scope: string;
}

/** Content of a proposal of official figures. */
export type ProposedFigures =
  | { readonly kind: 'publication'; readonly document: PublicationDocument }
  | { readonly kind: 'sealed-figures'; readonly document: ExternalFiguresInput };

/** A proposal just approved by a second person. */
export interface ApprovedProposal {
  readonly id: string;
  readonly proposedBy: string;
}
