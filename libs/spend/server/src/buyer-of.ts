import type { AuthenticatedRequest } from '@tallgrunn/platform';

/**
 * Returns the buyer of an uploaded file. A buyer's files are its own. The cooperative states the buyer, or null to
 * derive it from the invoices.
 */
export function buyerOf({ actor }: AuthenticatedRequest, buyerId: string | undefined): string | null {
  return actor?.side === 'buyer' ? actor.organisationId : (buyerId ?? null);
}
