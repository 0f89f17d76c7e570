/** A document that is not the sender's to post. */
export const ANOTHERS = 'another';

/**
 * Whose document it is: the batch's buyer when it has one, who may be addressed by other numbers (schools, companies); else the buyer with
 * the number on it. One addressed to another of the buyers is not the sender's to post.
 */
export function whoseDocument(
  batchBuyerId: string | null,
  orgNumber: string | null,
  buyers: ReadonlyMap<string, string>,
): string | null | typeof ANOTHERS {
  const addressed = orgNumber === null ? undefined : buyers.get(orgNumber);
  if (batchBuyerId === null) return addressed ?? null;
  return addressed === undefined || addressed === batchBuyerId ? batchBuyerId : ANOTHERS;
}
