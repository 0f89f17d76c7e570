/** Marks a document addressed to another buyer than that of the batch. */
export const ANOTHER_BUYER = 'another';

/**
 * Returns the buyer of a document. It is the batch's buyer, if it has one, because its units (schools, companies) may
 * be addressed by other numbers. Otherwise it is the buyer with the number on the document; null when unknown. A
 * document addressed to another registered buyer gives `ANOTHERS` and must not be posted.
 */
export function checkDocumentRecipient(
  batchBuyerId: string | null,
  orgNumber: string | null,
  buyers: ReadonlyMap<string, string>,
): string | null | typeof ANOTHER_BUYER {
  const addressed = orgNumber === null ? undefined : buyers.get(orgNumber);
  if (batchBuyerId === null) return addressed ?? null;
  return addressed === undefined || addressed === batchBuyerId ? batchBuyerId : ANOTHER_BUYER;
}
