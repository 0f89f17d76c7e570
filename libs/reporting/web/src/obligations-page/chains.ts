import type { ObligationDto } from '@tallgrunn/api-client/shapes';

/** The reports of a chain's branches for one period, of which several are due. */
export interface Chain {
  readonly key: string;
  /** reports that are due */
  readonly waiting: readonly ObligationDto[];
  /** number of branches in the period */
  readonly of: number;
}

/** A card for one report, or for the reports of a chain. */
export type WaitingCard =
  | { readonly obligation: ObligationDto; readonly chain: null }
  | { readonly obligation: ObligationDto; readonly chain: Chain };

const keyOf = ({ agreement, supplier, report, period, part }: ObligationDto): string =>
  part ? [agreement.id, supplier.id, report.key, period.key].join(' ') : '';

/**
 * Returns cards for the reports that are due, in order. Several branch reports of a chain for the same period share one
 * card.
 */
export function waitingCards(waiting: readonly ObligationDto[], all: readonly ObligationDto[]): readonly WaitingCard[] {
  const families = Map.groupBy(
    waiting.filter(({ part }) => part),
    keyOf,
  );
  const addedKeys = new Set<string>();
  return waiting.flatMap((obligation): WaitingCard[] => {
    const key = keyOf(obligation);
    const family = families.get(key) ?? [];
    if (family.length < 2) return [{ obligation, chain: null }];
    if (addedKeys.has(key)) return [];
    addedKeys.add(key);
    return [{ obligation, chain: { key, waiting: family, of: all.filter((each) => keyOf(each) === key).length } }];
  });
}
