/** A buyer, the municipality whose books its purchases may stand in, and how many lines its own books have. */
export interface Books {
  readonly buyerId: string;
  readonly hostId: string | null;
  readonly lines: number;
}

/** A buyer, and another in whose books some of its purchases stand. */
export type Tie = Pick<Books, 'buyerId' | 'hostId'>;

/** At most so many parts of the buyers, each with its host, of about as many lines; the first has the most. */
export function partsOf(books: readonly Books[], most: number, ties: readonly Tie[] = []): string[][] {
  const parts = Array.from({ length: Math.max(most, 1) }, () => ({ buyers: [] as string[], lines: 0 }));
  const households = householdsOf(books, ties).map((own) => ({
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

/** Buyers that hosts and ties bind to each other. */
function householdsOf(books: readonly Books[], ties: readonly Tie[]): Books[][] {
  const households = new Map(books.map((one) => [one.buyerId, [one]]));
  for (const { buyerId, hostId } of [...books, ...ties]) {
    const [own, host] = [households.get(buyerId) ?? [], hostId === null ? undefined : households.get(hostId)];
    if (!host || host === own) continue;
    host.push(...own);
    for (const one of own) households.set(one.buyerId, host);
  }
  return [...new Set(households.values())];
}
