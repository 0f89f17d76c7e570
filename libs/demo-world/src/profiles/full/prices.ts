import type { IndexValues } from '../../agreements/adjust-price.ts';
import { addDays, weekday, yearOf, type Day } from '../../values/calendar.ts';
import { randomStream } from '../../values/rng.ts';

export const worldYears = [2022, 2023, 2024, 2025] as const;
/** Deliveries end in January 2026; price lists continue a little longer. */
export const listsEnd: Day = '2026-03-01';

/** Price index by year (2025 = 1), by kind of item. */
const yearIndex: Record<string, readonly [number, number, number, number]> = {
  food: [0.83, 0.91, 0.945, 1],
  office: [0.88, 0.94, 0.97, 1],
  furniture: [0.86, 0.92, 0.95, 1],
  ict: [1.14, 1.1, 1.07, 1],
  workwear: [0.9, 0.94, 0.97, 1],
  medical: [0.92, 0.95, 0.98, 1],
  building: [0.9, 0.9, 0.9, 0.9],
  weekly: [0.83, 0.91, 0.945, 1],
  daily: [1.04, 1.02, 1.01, 1],
};
export type PriceHabit = keyof typeof yearIndex & string;

const roundTen = (ore: number): number => Math.max(10, Math.round(ore / 10) * 10);

/** The invented price index for building materials, in tenths, as in the file of the series. */
export const indexValues: IndexValues = [
  ['2021-10', 1200],
  ['2022-04', 1246],
  ['2022-10', 1291],
  ['2023-01', 1320],
  ['2023-04', 1322],
  ['2023-10', 1334],
  ['2024-01', 1349],
  ['2024-04', 1368],
  ['2024-10', 1371],
  ['2025-04', 1384],
  ['2025-10', 1402],
];

/** Returns prices from 1 January of each year. */
export function yearlySteps(ore25: number, habit: PriceHabit): [Day, number][] {
  const index = yearIndex[habit] as readonly number[];
  return [
    ...worldYears.map((year, at): [Day, number] => [`${year}-01-01`, roundTen(ore25 * (index[at] as number))]),
    ['2026-01-01', roundTen(ore25 * 1.03)],
  ];
}

/** Returns all Mondays, from the week of the world's first day. */
export function mondays(): Day[] {
  const list: Day[] = [];
  for (let day = '2021-12-27'; day < listsEnd; day = addDays(day, 7)) list.push(day);
  return list;
}

export function everyDay(): Day[] {
  const list: Day[] = [];
  for (let day = '2022-01-01'; day < listsEnd; day = addDays(day, 1)) list.push(day);
  return list;
}

/**
 * Draws weekly prices for fruit and vegetables: high in late winter, low in autumn, with small weekly variations. The
 * same for every seed.
 */
export function weeklySteps(ore25: number, number: string): [Day, number][] {
  const rng = randomStream(1, `weekly/${number}`);
  const phase = rng.between(0, 2 * Math.PI);
  return mondays().map((day, week) => {
    const year = Math.min(2025, Math.max(2022, yearOf(addDays(day, 6))));
    const season = 1 + 0.16 * Math.sin((2 * Math.PI * week) / 52.18 + phase) + rng.between(-0.04, 0.04);
    return [day, roundTen(ore25 * ((yearIndex['weekly'] as readonly number[])[year - 2022] as number) * season)];
  });
}

/** Draws daily fuel prices: a random walk that changes from Monday to Friday. */
export function dailySteps(ore25: number, number: string): [Day, number][] {
  const rng = randomStream(1, `daily/${number.slice(0, 3)}`);
  let level = 1;
  return everyDay().map((day) => {
    if (weekday(day) % 6 !== 0) level = Math.min(1.22, Math.max(0.82, level * (1 + rng.between(-0.018, 0.018))));
    return [day, Math.round(ore25 * level)];
  });
}
