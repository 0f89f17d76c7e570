const RED_MEAT = ['pork', 'poultry', 'fish', 'tofu', 'pulses', 'lentils'];

/**
 * For a kind of goods, those that often take its place in the same meal or use, by codes of product groups. Eggs, peas
 * and oats rarely do. The data cannot tell what a meal or an office needs: a shift is something to consider, never a
 * claim that it is possible.
 */
export const substitutions: Readonly<Record<string, readonly string[]>> = {
  beef: RED_MEAT,
  lamb: RED_MEAT,
  pork: ['poultry', 'fish', 'tofu', 'pulses', 'lentils'],
  poultry: ['tofu', 'pulses', 'lentils'],
  milk: ['soy-drink'],
  rice: ['pasta', 'potatoes'],
  pasta: ['potatoes'],
  paper: ['paper-recycled'],
  diesel: ['hvo'],
};
export const substitutedKinds: readonly string[] = [
  ...new Set([...Object.keys(substitutions), ...Object.values(substitutions).flat()]),
];

/** What was bought of a kind of goods on an agreement: kg, kg CO2e and NOK. */
export interface KindOnAgreement {
  readonly agreementId: string;
  readonly agreement: string;
  readonly category: string;
  readonly code: string;
  readonly mass: number;
  readonly kgCo2e: number;
  readonly amount: number;
}

/** A shift between two kinds of goods that are bought on the same agreement. */
export interface ShiftCandidate {
  readonly from: KindOnAgreement;
  readonly to: KindOnAgreement;
}

/** The other kind must have clearly lower emissions per kg, so that the difference is not that of two factors. */
const INTENSITY_MAX = 0.75;

/**
 * Returns shifts within agreements, those with the largest difference first. Each kind is shifted to the substitute with
 * clearly lower emissions per kg of which most is bought already, so that no new agreement is needed.
 */
export function shiftCandidates(bought: readonly KindOnAgreement[], max: number): readonly ShiftCandidate[] {
  const intensity = ({ kgCo2e, mass }: KindOnAgreement) => kgCo2e / mass;
  const saved = ({ from, to }: ShiftCandidate) => from.mass * (intensity(from) - intensity(to));
  const positive = bought.filter(({ mass, kgCo2e }) => mass > 0 && kgCo2e > 0);
  return positive
    .flatMap((from): ShiftCandidate[] => {
      const substitutes = substitutions[from.code] ?? [];
      const [to] = positive
        .filter(
          (each) =>
            each.agreementId === from.agreementId &&
            each.category === from.category &&
            substitutes.includes(each.code) &&
            intensity(each) <= INTENSITY_MAX * intensity(from),
        )
        .toSorted((a, b) => b.mass - a.mass || (a.code < b.code ? -1 : 1));
      return to ? [{ from, to }] : [];
    })
    .toSorted((a, b) => saved(b) - saved(a))
    .slice(0, max);
}
