const MINUTE_MS = 60_000;

/** Sources of one kind of event that are recorded separately within a minute; further ones are counted together. */
const SOURCES_PER_MINUTE = 100;

/** A source whose repeats are counted until its minute ends. */
interface CountedSource<E> {
  readonly event: E;
  repeats: number;
}

/** Result of `admit`: record it, record it without its source, or only count it. */
export type Admission = 'write' | 'write-without-source' | 'count';

/**
 * Limits the rows that a flood of events can write. The first event of a source in a minute is recorded; its repeats
 * are counted. Beyond the maximum number of sources, all further sources count as one. For each kind of event at most
 * twice that number of rows is written per minute.
 */
export class EventLimiter<E> {
  #endsAt = 0;
  #counted = new Map<string, CountedSource<E>>();
  #sources = new Map<string, number>();

  /** Decides on one event. Call `takeRepeats` first, so that the repeats of an ended minute are recorded. */
  admit(kind: string, source: string, event: E, now: number): Admission {
    if (now >= this.#endsAt) this.#endsAt = now + MINUTE_MS;
    const key = `${kind}|${source}`;
    const existing = this.#counted.get(key) ?? (this.#isFull(kind) ? this.#counted.get(kind) : undefined);
    if (existing) {
      existing.repeats += 1;
      return 'count';
    }
    const isFull = this.#isFull(kind);
    this.#counted.set(isFull ? kind : key, { event, repeats: 0 });
    this.#sources.set(kind, (this.#sources.get(kind) ?? 0) + 1);
    return isFull ? 'write-without-source' : 'write';
  }

  /**
   * Returns and clears the repeats of a minute that has ended, with their counts. `always` includes the current minute.
   */
  takeRepeats(now: number, always = false): { event: E; count: number; withoutSource: boolean }[] {
    if (!always && now < this.#endsAt) return [];
    const repeats = [...this.#counted].filter(([, { repeats: count }]) => count > 0);
    this.#counted = new Map();
    this.#sources = new Map();
    this.#endsAt = 0;
    return repeats.map(([key, { event, repeats: count }]) => ({ event, count, withoutSource: !key.includes('|') }));
  }

  #isFull(kind: string): boolean {
    return (this.#sources.get(kind) ?? 0) >= SOURCES_PER_MINUTE;
  }
}
