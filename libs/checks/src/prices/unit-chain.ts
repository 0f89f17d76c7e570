import { compare, divide, multiply, normalise, type DecimalText } from '@tallgrunn/values';

/**
 * Content of a pack: one `unit` contains `holds` of `to`, as stated in the price form, the catalogue or by a person.
 */
export interface PackStep {
  readonly unit: string;
  readonly holds: DecimalText;
  readonly to: string;
}

const LINKS_MAX = 6;
const DECIMALS = 12;

/**
 * Returns how many `to` one `from` is, through the pack chain in either direction: a pallet of 40 cartons of 6 packs of
 * 500 is 120,000. Null when the chain does not connect them.
 */
export function unitsIn(chain: readonly PackStep[], from: string, to: string): DecimalText | null {
  const visited = new Set([from]);
  let ends: readonly { readonly unit: string; readonly up: DecimalText; readonly down: DecimalText }[] = [
    { unit: from, up: '1', down: '1' },
  ];
  for (let link = 0; link <= LINKS_MAX; link += 1) {
    const reached = ends.find(({ unit }) => unit === to);
    if (reached) return normalise(divide(reached.up, reached.down, DECIMALS));
    ends = ends.flatMap((end) =>
      chain.flatMap((step) => {
        const forward =
          step.unit === end.unit && compare(step.holds, '0') > 0
            ? [{ unit: step.to, up: multiply(end.up, step.holds), down: end.down }]
            : [];
        const back =
          step.to === end.unit && compare(step.holds, '0') > 0
            ? [{ unit: step.unit, up: end.up, down: multiply(end.down, step.holds) }]
            : [];
        return [...forward, ...back].filter(({ unit }) => !visited.has(unit));
      }),
    );
    for (const { unit } of ends) visited.add(unit);
  }
  return null;
}

/**
 * Converts a price per unit to a price per another unit: ten pieces cost ten times one. Null when the chain does not
 * connect them.
 */
export function priceIn(
  price: DecimalText,
  unit: string,
  wanted: string,
  chain: readonly PackStep[],
): DecimalText | null {
  const factor = unitsIn(chain, wanted, unit);
  return factor === null ? null : normalise(multiply(price, factor));
}
