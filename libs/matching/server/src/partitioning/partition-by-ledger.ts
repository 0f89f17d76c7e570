/** A buyer, the municipality that may run its ledger, and the number of lines in its own ledger. */
export interface BuyerLedger {
  readonly buyerId: string;
  readonly hostId: string | null;
  readonly lines: number;
}

/** A buyer, and another in whose ledger some of its purchases are booked. */
export type LedgerTie = Pick<BuyerLedger, 'buyerId' | 'hostId'>;

/**
 * Divides the buyers into at most `most` parts of about as many lines each. Buyers stay together with their host
 * and with those that `ties` names; the first part has the most lines.
 */
export function partitionByLedger(
  books: readonly BuyerLedger[],
  most: number,
  ties: readonly LedgerTie[] = [],
): string[][] {
  const parts = Array.from({ length: Math.max(most, 1) }, () => ({ buyers: [] as string[], lines: 0 }));
  const households = groupByHost(books, ties).map((own) => ({
    buyers: own.map(({ buyerId }) => buyerId),
    lines: own.reduce((total, { lines }) => total + lines, 0),
  }));
  for (const { buyers, lines } of households.toSorted((a, b) => b.lines - a.lines)) {
    const least = parts.reduce((one, other) => (other.lines < one.lines ? other : one));
    least.buyers.push(...buyers);
    least.lines += lines;
  }
  return parts
    .filter(({ buyers }) => buyers.length > 0)
    .toSorted((a, b) => b.lines - a.lines)
    .map(({ buyers }) => buyers);
}

/** Returns groups of buyers connected by hosts or ties. */
function groupByHost(books: readonly BuyerLedger[], ties: readonly LedgerTie[]): BuyerLedger[][] {
  const households = new Map(books.map((one) => [one.buyerId, [one]]));
  for (const { buyerId, hostId } of [...books, ...ties]) {
    const [own, host] = [households.get(buyerId) ?? [], hostId === null ? undefined : households.get(hostId)];
    if (!host || host === own) continue;
    host.push(...own);
    for (const one of own) households.set(one.buyerId, host);
  }
  return [...new Set(households.values())];
}
