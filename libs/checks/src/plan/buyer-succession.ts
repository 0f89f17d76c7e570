import { normaliseName } from '@tallgrunn/values';
import type { CheckContext } from '../context.ts';
import type { BuyerMatch } from './buyer-match.ts';

interface Step {
  readonly on: string;
  /** Indexes of the succeeding buyers; several after a split. */
  readonly to: readonly number[];
}

const STEPS_MAX = 20;

/**
 * Determines a buyer on a day: itself before a merger, its successor from that day on. A split has no unique answer and
 * is reported.
 */
export class BuyerSuccession {
  readonly #steps: ReadonlyMap<number, readonly Step[]>;
  readonly #names: ReadonlyMap<string, { readonly buyer: number; readonly until: string }>;

  constructor({ successions, formerNames }: CheckContext) {
    const rows = (successions?.buyer ?? []).map((buyer, at) => ({
      buyer,
      by: successions?.by[at] ?? buyer,
      on: successions?.on[at] ?? '',
    }));
    this.#steps = new Map(
      [...Map.groupBy(rows, ({ buyer }) => buyer)].map(([buyer, own]) => [
        buyer,
        [...Map.groupBy(own, ({ on }) => on)]
          .map(([on, same]) => ({ on, to: same.map(({ by }) => by) }))
          .toSorted((a, b) => (a.on < b.on ? -1 : 1)),
      ]),
    );
    this.#names = new Map(
      (formerNames?.text ?? []).map((text, at) => [
        normaliseName(text),
        { buyer: formerNames?.buyer[at] ?? 0, until: formerNames?.until[at] ?? '' },
      ]),
    );
  }

  /** Returns the buyer with a former name; `since` is the day it was given up. */
  byName(folded: string): BuyerMatch | null {
    const known = this.#names.get(folded);
    return known ? { buyer: known.buyer, how: 'former-name', since: known.until } : null;
  }

  onDay(found: BuyerMatch, date: string): BuyerMatch {
    if (found.how === 'former-name')
      return (found.since ?? '') <= date ? this.#followed(found, date) : { buyer: found.buyer, how: 'exact' };
    return this.#steps.size === 0 ? found : this.#followed(found, date);
  }

  #followed(found: BuyerMatch, date: string): BuyerMatch {
    let at = found;
    for (let count = 0; date !== '' && count < STEPS_MAX; count += 1) {
      const step = this.#steps.get(at.buyer)?.findLast(({ on }) => on <= date);
      if (!step) break;
      const [only, ...more] = step.to;
      if (only === undefined || more.length > 0)
        return { buyer: at.buyer, how: 'divided', since: step.on, among: step.to };
      at = { buyer: only, how: 'succeeded', since: step.on };
    }
    return at;
  }
}
