import type { ActingRequest } from '@tallgrunn/platform';

/** A buyer's files are its own; the cooperative says whose, or leaves it to the invoices. */
export function buyerOf({ actor }: ActingRequest, buyerId: string | undefined): string | null {
  return actor?.side === 'buyer' ? actor.organisationId : (buyerId ?? null);
}
