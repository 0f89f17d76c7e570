import type { Scope } from '../emission-filter.ts';

/** A year's figure that was made elsewhere. kg CO2e as decimal text; no buyer is all of them, no category all purchases. */
export interface MadeElsewhere {
  readonly year: number;
  readonly buyerId?: string | null;
  readonly category?: string | null;
  readonly kg: string;
}

export interface Sealing {
  readonly figures: readonly MadeElsewhere[];
  /** Who made them, how, and the document they stand in. */
  readonly madeBy: string;
  readonly method: string;
  readonly source: string;
}

/** What is published when a proposal is approved. */
export interface PublicationDocument extends Scope {
  readonly run: number;
  readonly caseNumber: string;
  /** In words. */
  readonly scope: string;
}

/** What a person proposes to become an official figure. */
export type ProposedFigures =
  | { readonly kind: 'publication'; readonly document: PublicationDocument }
  | { readonly kind: 'sealed-figures'; readonly document: Sealing };

/** A proposal that a second person has just approved. */
export interface ApprovedProposal {
  readonly id: string;
  readonly proposedBy: string;
}
