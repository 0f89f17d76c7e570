import type { SampleLine } from '@tallgrunn/formats/testing';

/** Returns random integers below a bound, with the seed in DRAWN_SEED. */
const randomBelow = (() => {
  let state = Number(process.env['DRAWN_SEED']) >>> 0 || 1;
  return (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
})();

/** Two kinds of goods, with kg and price per kg in a month before and after the measure. */
export interface Planted {
  readonly from: string;
  readonly to: string;
  readonly names: readonly [string, string];
  readonly before: readonly [number, number];
  readonly after: readonly [number, number];
  readonly price: readonly [number, number];
  /** The price after, relative to before. */
  readonly rise: number;
}

const drawnMass = () => 10 * (40 + randomBelow(200));
/** Draws a month before and after: a shift of a share of the quantity, and a change of volume. */
function draw(
  from: string,
  to: string,
  names: readonly [string, string],
  { share = 0, volume = 1, rise = 1 },
): Planted {
  const before = [drawnMass(), drawnMass()] as const;
  const shifted = before[0] * share;
  const after = [(before[0] - shifted) * volume, (before[1] + shifted) * volume].map((kg) => Math.round(kg)) as [
    number,
    number,
  ];
  return { from, to, names, before, after, price: [90 + randomBelow(80), 40 + randomBelow(50)], rise };
}

const volume = 0.8 + randomBelow(50) / 100;
/** A shift with other changes at the same time, and falls by volume and prices, by a factor, and by missing data. */
export const planted = {
  shift: draw('lamb', 'pork', ['Lammelår', 'Svinenakke'], { share: 0.2 + randomBelow(30) / 100, volume, rise: 1.15 }),
  price: draw('butter', 'yoghurt', ['Smør usaltet', 'Yoghurt naturell'], { volume: 0.7, rise: 1.4 }),
  factor: draw('beef', 'poultry', ['Storfekjøtt høyrygg', 'Kyllingfilet'], {}),
  data: draw('fish', 'rice', ['Laks fersk', 'Jasminris'], {}),
};
export type Scenario = keyof typeof planted;

/** Returns the invoice lines of a month before or after the measure. */
export const linesOf = ({ names, price, rise, ...masses }: Planted, at: 'before' | 'after'): SampleLine[] =>
  masses[at].map((mass, side) => ({
    name: names[side]!,
    quantity: String(mass),
    unit: 'KGM',
    net: (mass * price[side]! * (at === 'after' ? rise : 1)).toFixed(2),
  }));
