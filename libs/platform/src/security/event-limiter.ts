const MINUTE_MS = 60_000;

/** Distinct sources of one kind of event that are written apart in a minute; the others are counted together. */
const SOURCES_PER_MINUTE = 100;

/** One source that is counted until its minute is over. */
interface Counted<E> {
  readonly event: E;
  repeats: number;
}

/** Result of `admit`: written now, written now without its source, or only counted. */
export type Admission = 'write' | 'write-without-source' | 'count';

/**
 * Bounds what a flood can write: the first event of a source in a minute passes, its repeats are counted, and beyond a number of
 * sources all further ones are one. In a minute at most twice that number of rows is written for each kind of event.
 */
export class EventLimiter<E> {
  #endsAt = 0;
  #counted = new Map<string, Counted<E>>();
  #sources = new Map<string, number>();

  /** Decides on one event. Call `takeRepeats` first, so that a minute that is over is written down. */
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

  /** Repeats of a minute that is over (or of the running one at `always`), with how often each came again. */
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
