import type { BasisShareDto, ChartsDto } from '@tallgrunn/api-client/shapes';
import type { CoveragePart, Pattern } from '@tallgrunn/design';
import { add, compare, roundedShares, sum } from '@tallgrunn/values';
import { bases } from '../filter/filter-values.ts';
import type { DataBasis } from '../filter/filter-values.ts';

/** The pattern by which charts show a data basis. */
export const basisPatterns: Readonly<Record<DataBasis, Pattern>> = {
  item: 'solid',
  quantity: 'soft',
  account: 'dotted',
  none: 'empty',
};

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
      pattern: basisPatterns[basis],
      link: '/combined',
      query: { ...query, basis },
    };
  });
}

/**
 * Returns how much of the spend is known at line level, with an item or a quantity. The share is the sum of the shares
 * written of those parts; null without spend.
 */
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
  const shares = roundedShares(bases.map((basis) => Number(amountOf(basis))));
  const share = bases.reduce(
    (whole, basis, at) => whole + (basis === 'item' || basis === 'quantity' ? (shares[at] ?? 0) : 0),
    0,
  );
  return { known, total, lines, share: compare(total, '0') > 0 ? share.toFixed(SHARE_DECIMALS) : null };
}

/** Decimals of a share from 0 to 1, so that traces of one and everything are not lost. */
const SHARE_DECIMALS = 9;
