import type { Scope } from '../emission-filter.ts';
import type { Sealing } from '../seal-figures.ts';

/** What is published when a proposal is approved. */
export interface PublicationDocument extends Scope {
  readonly run: number;
  readonly caseNumber: string;
  /** In words. */
  readonly scope: string;
}

/** What a person proposes to become an official figure. */
export type ProposedFigures = { readonly kind: 'publication'; readonly document: PublicationDocument } | { readonly kind: 'sealed-figures'; readonly document: Sealing };

/** A proposal that a second person has just approved. */
export interface ApprovedProposal {
  readonly id: string;
  readonly proposedBy: string;
}
