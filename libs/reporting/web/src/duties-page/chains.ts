import type { DutyShape } from '@tallgrunn/api-client/shapes';

/** The reports of a chain's branches for one period, of which several wait. */
export interface Chain {
  readonly key: string;
  /** those that wait */
  readonly waiting: readonly DutyShape[];
  /** all branches of the period */
  readonly of: number;
}

/** A card: one report, or a chain's together. */
export type WaitingCard =
  { readonly duty: DutyShape; readonly chain: null } | { readonly duty: DutyShape; readonly chain: Chain };

const keyOf = ({ agreement, supplier, report, period, part }: DutyShape): string =>
  part ? [agreement.id, supplier.id, report.key, period.key].join(' ') : '';

/** Cards for the reports that wait, in their order: where several branches of a chain wait for the same period, one for all of them. */
export function waitingCards(waiting: readonly DutyShape[], all: readonly DutyShape[]): readonly WaitingCard[] {
  const families = Map.groupBy(
    waiting.filter(({ part }) => part),
    keyOf,
  );
  const told = new Set<string>();
  return waiting.flatMap((duty): WaitingCard[] => {
    const key = keyOf(duty);
    const family = families.get(key) ?? [];
    if (family.length < 2) return [{ duty, chain: null }];
    if (told.has(key)) return [];
    told.add(key);
    return [{ duty, chain: { key, waiting: family, of: all.filter((each) => keyOf(each) === key).length } }];
  });
}
