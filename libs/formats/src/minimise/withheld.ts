/** Reasons why data of a file is not stored. Only counts are stored. */
export const withheldReasons = [
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
export type WithheldReason = (typeof withheldReasons)[number];

export interface Withheld {
  readonly reason: WithheldReason;
  /** Heading of the column or name of the element; never its content. */
  readonly where: string;
  /** Number of cells, texts or parts of documents. */
  readonly count: number;
}

/** Counts removed data by reason and place. */
export class WithheldCounts {
  readonly #counts = new Map<string, { reason: WithheldReason; where: string; count: number }>();

  add(reason: WithheldReason, where: string, count = 1): void {
    if (count === 0) return;
    const key = `${reason} ${where}`;
    const seen = this.#counts.get(key);
    if (seen) seen.count += count;
    else this.#counts.set(key, { reason, where, count });
  }

  /** Returns the counts, highest first. */
  list(): Withheld[] {
    return [...this.#counts.values()].sort((a, b) => b.count - a.count || (a.where < b.where ? -1 : 1));
  }
}
