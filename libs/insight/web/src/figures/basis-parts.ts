import type { BasisShareDto, ChartsDto } from '@tallgrunn/api-client/shapes';
import type { CoveragePart, Pattern } from '@tallgrunn/design';
import { add, compare, sum } from '@tallgrunn/values';
import { bases } from '../filter/filter-values.ts';
import type { DataBasis } from '../filter/filter-values.ts';

const patternOf: Record<DataBasis, Pattern> = { item: 'solid', quantity: 'soft', account: 'dotted', none: 'empty' };

/** Returns all data bases, including those without spend, from best known to unknown. */
export function basisParts(
  parts: readonly BasisShareDto[],
  label: Record<DataBasis, string>,
  shown: (amount: string) => string,
  query: Readonly<Record<string, string>>,
): readonly CoveragePart[] {
  return bases.map((basis) => {
    const amount = parts.find((part) => part.basis === basis)?.amount ?? '0';
    return {
      key: basis,
      label: label[basis],
      value: Number(amount),
      shown: shown(amount),
      pattern: patternOf[basis],
      link: '/combined',
      query: { ...query, basis },
    };
  });
}

/** Returns how much of the spend is known at line level, with an item or a quantity. Share null without spend. */
export function knownOf(charts: Pick<ChartsDto, 'basis' | 'lines'> | undefined): {
  readonly known: string;
  readonly total: string;
  readonly lines: number;
  readonly share: string | null;
} {
  const { basis: parts, lines } = charts ?? { basis: [], lines: 0 };
  const amountOf = (basis: DataBasis) => parts.find((part) => part.basis === basis)?.amount ?? '0';
  const known = add(amountOf('item'), amountOf('quantity'));
  const total = sum(parts.map(({ amount }) => amount));
  return { known, total, lines, share: compare(total, '0') > 0 ? String(Number(known) / Number(total)) : null };
}
