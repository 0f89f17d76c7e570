import { cv2, lognormal, normals } from './lognormal.ts';

/** What one factor adds to the emissions of a planned shift, or removes from them. */
export interface ShiftedUse {
  /** Key of the factor; uses with the same key share its error. */
  readonly key: string;
  /** kg CO2e; negative on the side that the quantity is shifted from. */
  readonly kg: number;
  /** Sum of the squared kg CO2e of each product. */
  readonly squared: number;
  /** Geometric standard deviation of the factor, at least 1. */
  readonly gsdFactor: number;
  /** The factor is an average over products that differ. */
  readonly isOfSeveral: boolean;
}

const DRAWS = 4000;
const SEED = 20260101;

/**
 * Returns the 95 % interval of the effect of a planned shift, kg CO2e, from 4,000 draws of every factor. The shifted
 * quantity is the plan, and has no error. Each product deviates from an average factor as much as the factor may deviate
 * from the truth. The draws use a fixed seed, so the result is reproducible.
 */
export function shiftInterval(uses: readonly ShiftedUse[]): { readonly low: number; readonly high: number } {
  const draw = normals(SEED);
  const effects = new Float64Array(DRAWS);
  for (const [, own] of Map.groupBy(uses, ({ key }) => key)) {
    const sigma = Math.log(own[0]?.gsdFactor ?? 1);
    const spreads = own.map(productSigma);
    for (let at = 0; at < DRAWS; at += 1) {
      const error = lognormal(sigma, draw());
      for (const [side, { kg }] of own.entries())
        effects[at] = (effects[at] ?? 0) + kg * error * lognormal(spreads[side] ?? 0, draw());
    }
  }
  effects.sort();
  return { low: effects[Math.floor(DRAWS * 0.025)] ?? 0, high: effects[Math.ceil(DRAWS * 0.975) - 1] ?? 0 };
}

/** Returns the standard deviation of the logarithm of a sum of products that share an average factor. */
const productSigma = ({ kg, squared, gsdFactor, isOfSeveral }: ShiftedUse): number =>
  isOfSeveral && kg !== 0 ? Math.sqrt(Math.log1p((cv2(gsdFactor) * squared) / kg ** 2)) : 0;
