/** Reasons why data of a file is not stored. Only counts are stored. */
export const redactionReasons = [
  'column',
  'free-text',
  'national-number',
  'reference',
  'contact',
  'address',
  'person',
  'attachment',
  'property',
] as const;
export type RedactionReason = (typeof redactionReasons)[number];

export interface RedactedField {
  readonly reason: RedactionReason;
  /** Heading of the column or name of the element; never its content. */
  readonly where: string;
  /** Number of cells, texts or parts of documents. */
  readonly count: number;
}

/** Counts removed data by reason and place. */
export class RedactionCounts {
  readonly #counts = new Map<string, { reason: RedactionReason; where: string; count: number }>();

  add(reason: RedactionReason, where: string, count = 1): void {
    if (count === 0) return;
    const key = `${reason} ${where}`;
    const existing = this.#counts.get(key);
    if (existing) existing.count += count;
    else this.#counts.set(key, { reason, where, count });
  }

  /** Returns the counts, highest first. */
  list(): RedactedField[] {
    return [...this.#counts.values()].sort((a, b) => b.count - a.count || (a.where < b.where ? -1 : 1));
  }
}
