/** A row that may be the sum of several parts, or a posting that may be; øre, and days counted from any first day. */
export interface Total {
  readonly id: number;
  readonly ore: number;
  readonly day: number;
  /** Where its goods are usually booked; null where nobody knows. */
  readonly place: string | null;
}

/** What stands together on the other side, as the lines of an invoice do. */
export interface Part {
  readonly ore: number;
  readonly day: number;
  readonly place: string | null;
  readonly lines: readonly number[];
}

export interface AddedUp {
  readonly total: number;
  readonly lines: readonly number[];
  /** Days by which the parts may lie on the other side of the period's edge. */
  readonly edge: number;
}

/** First and last day of a period. */
export type Period = readonly [first: number, last: number];

/** More parts than this are not tried in all combinations. */
const TRIED_MAX = 14;
/** Totals of a period that are looked at together. */
const TOGETHER_MAX = 8;
/** Ways to make one total that are remembered. */
const WAYS_MAX = 400;
/** Steps after which nobody looks any further for a way to give every total its own. */
const STEPS_MAX = 20_000;
/** Sums that would agree by chance with the same number of combinations, at most. */
const BY_CHANCE = 0.0002;
/** A combination is counted as near where it lies within this part of the total. */
const NEAR_SHARE = 0.05;
/** Of totals that are sums of the parts, at least this share is made; of fewer, those that are may be made by chance. */
const MADE_SHARE = 0.2;
/** What is made leaves fewer parts for the rest: so many times the rest is looked at anew. */
const ROUNDS_MAX = 3;
/** Days around a period in which another part of the same amount could be meant as well. */
const REACH = 62;
/** Days by which the other side is late (above 0) or early, the fewest first. */
const EDGES = [0, 4, -4, 10, -10, 16] as const;

/**
 * Returns which parts make which totals, to the øre. A total is of a calendar period; a part is of it where its day is, but near the edges of the period it may be of the next or of the one before, for one side counts deliveries and the other invoices.
 * A combination is taken where it is the only one, and where so few are possible that one would hardly agree by chance. `periods` gives the periods that a total's day may mean, the likeliest first.
 */
export function addUp(
  totals: readonly Total[],
  parts: readonly Part[],
  periods: readonly ((day: number) => Period)[],
): AddedUp[] {
  const found = periods.includes(aroundDay) ? onTheDay(totals, parts) : [];
  const [made, used] = [new Set(found.map(({ total }) => total)), new Set(found.flatMap(({ lines }) => lines))];
  const left = totals.filter(({ id }) => !made.has(id));
  const times = Map.groupBy(left, ({ ore }) => ore);
  let openTotals = left.filter(({ ore }) => times.get(ore)!.length === 1);
  let openParts = parts.filter(({ lines }) => !lines.some((line) => used.has(line)));
  for (const periodOf of periods) {
    for (let before = -1, round = 0; before !== found.length && round < ROUNDS_MAX; round += 1) {
      before = found.length;
      for (const [, own] of Map.groupBy(openTotals, ({ day }) => periodOf(day).join(' '))) {
        const fresh = madeOf(own, openParts, periodOf(own[0]!.day));
        if (fresh.length === 0) continue;
        found.push(
          ...fresh.map(({ total, parts: its, edge }) => ({
            total: total.id,
            lines: its.flatMap(({ lines }) => lines),
            edge,
          })),
        );
        const taken = new Set(fresh.flatMap(({ parts: its }) => its));
        openParts = openParts.filter((part) => !taken.has(part));
        openTotals = openTotals.filter((total) => !fresh.some((one) => one.total === total));
      }
    }
  }
  return found.length >= MADE_SHARE * totals.length ? found : [];
}

/** On so many days, and such a share of them, totals come to all parts of the day where both sides write the same day. */
const ON_THE_DAY_MIN = 5;
const ON_THE_DAY_SHARE = 0.7;

/** What is near a day may be of it, and nothing is so surely. */
export const aroundDay = (day: number): Period => [day, day];

/** Where both sides write the same days, totals divide all that their day has: also where the same comes again on other days. */
function onTheDay(totals: readonly Total[], parts: readonly Part[]): AddedUp[] {
  const partsOf = Map.groupBy(parts, ({ day }) => day);
  const days = [...Map.groupBy(totals, ({ day }) => day)];
  const closed = days.filter(
    ([day, own]) => own.reduce((sum, { ore }) => sum + ore, 0) === sumOf(partsOf.get(day) ?? []),
  );
  if (closed.length < Math.max(ON_THE_DAY_MIN, ON_THE_DAY_SHARE * days.length)) return [];
  return closed.flatMap(([day, own]) => {
    const its = partsOf.get(day) ?? [];
    const made = own.length === 1 ? [{ total: own[0]!, parts: its }] : together(own, its, []);
    return made.map(({ total, parts: used }) => ({
      total: total.id,
      lines: used.flatMap(({ lines }) => lines),
      edge: 0,
    }));
  });
}

interface Made {
  readonly total: Total;
  readonly parts: readonly Part[];
  readonly edge: number;
}

/** The totals of one period, with the narrowest edge that makes them. */
function madeOf(totals: readonly Total[], parts: readonly Part[], period: Period): Made[] {
  const around = parts.filter(({ day }) => day >= period[0] - REACH && day <= period[1] + REACH);
  for (const edge of EDGES) {
    const { inside, doubtful } = divide(around, period, edge);
    if (edge !== 0 && doubtful.length === 0) continue;
    const isAlone = totals.length === 1;
    const made = isAlone ? alone(totals[0]!, inside, doubtful) : together(totals, inside, doubtful);
    const chosen = new Set(made.flatMap(({ parts: own }) => own));
    const others = new Set(around.flatMap((part) => (chosen.has(part) ? [] : part.ore)));
    const sure = made.filter(({ parts: own }) =>
      own.every((part) => (isAlone && inside.includes(part)) || !others.has(part.ore)),
    );
    if (sure.length > 0) return sure.map((one) => ({ ...one, edge }));
  }
  return [];
}

/** Parts that are of the period whatever the other side counts, and those that may be. */
function divide(parts: readonly Part[], [first, last]: Period, edge: number): { inside: Part[]; doubtful: Part[] } {
  const [surely, until] = edge >= 0 ? [first + edge, last] : [first, last + edge];
  const [from, to] = edge >= 0 ? [first, last + edge] : [first + edge, last];
  return {
    inside: parts.filter(({ day }) => day >= surely && day <= until),
    doubtful: parts.filter(({ day }) => day >= from && day <= to && !(day >= surely && day <= until)),
  };
}

const sumOf = (parts: readonly Part[]): number => parts.reduce((sum, { ore }) => sum + ore, 0);
const fits = (total: Total, part: Part): boolean =>
  total.place === null || part.place === null || total.place === part.place;

/** A total that is the only one of its period holds everything that is surely of it. */
function alone(total: Total, inside: readonly Part[], doubtful: readonly Part[]): Omit<Made, 'edge'>[] {
  const [way, another] = waysToMake(total, inside, doubtful) ?? [];
  return way && !another && way.byChance <= BY_CHANCE ? [{ total, parts: way.parts }] : [];
}

/** Several totals of a period divide what is surely of it among them: taken where there is one way for all of them, else each that has only one way of its own. */
function together(totals: readonly Total[], inside: readonly Part[], doubtful: readonly Part[]): Omit<Made, 'edge'>[] {
  const possible = [...inside, ...doubtful];
  if (totals.length > TOGETHER_MAX || possible.length > TRIED_MAX) return [];
  const ways = totals.map((total) =>
    waysToMake(
      total,
      [],
      possible.filter((part) => fits(total, part)),
    ),
  );
  const covers = ways.every((own) => own !== null) ? coversOf(ways, new Set(inside)) : [];
  if (covers.length === 1 && covers[0]!.reduce((product, { byChance }) => product * byChance, 1) <= BY_CHANCE)
    return covers[0]!.map(({ parts }, at) => ({ total: totals[at]!, parts }));
  const single = totals.flatMap((total, at) => {
    const [way, another] = ways[at] ?? [];
    return way && !another && way.byChance <= BY_CHANCE ? [{ total, parts: way.parts }] : [];
  });
  return single.filter(
    ({ parts }, at) => !single.some((other, index) => index !== at && other.parts.some((part) => parts.includes(part))),
  );
}

/** Ways to give each total one of its combinations, so that no part is used twice and everything in `needed` once; two at most. */
function coversOf(ways: readonly (readonly Way[])[], needed: ReadonlySet<Part>): Way[][] {
  const covers: Way[][] = [];
  const chosen: Way[] = [];
  const used = new Set<Part>();
  let steps = 0;
  const choose = (at: number): void => {
    if (covers.length > 1 || (steps += 1) > STEPS_MAX) return;
    if (at === ways.length) {
      if ([...needed].every((part) => used.has(part))) covers.push([...chosen]);
      return;
    }
    for (const way of ways[at]!) {
      if (way.parts.some((part) => used.has(part))) continue;
      for (const part of way.parts) used.add(part);
      chosen.push(way);
      choose(at + 1);
      chosen.pop();
      for (const part of way.parts) used.delete(part);
    }
  };
  choose(0);
  return steps > STEPS_MAX ? [] : covers;
}

interface Way {
  readonly parts: readonly Part[];
  /** How many combinations of amounts like these would agree by chance, by how many lie near. */
  readonly byChance: number;
}

/** All combinations that come to the total together with what is surely of it; null where there are too many parts or ways. */
function waysToMake(total: Total, inside: readonly Part[], doubtful: readonly Part[]): Way[] | null {
  if (doubtful.length > TRIED_MAX) return null;
  const [target, near] = [total.ore - sumOf(inside), Math.max(1, Math.abs(total.ore) * NEAR_SHARE)];
  const masks: number[] = [];
  let close = 0;
  let sum = 0;
  let mask = 0;
  // In the order of a Gray code each combination differs from the one before by one part.
  for (let count = 0; count < 1 << doubtful.length; count += 1) {
    if (count > 0) {
      const at = 31 - Math.clz32(count & -count);
      mask ^= 1 << at;
      sum += mask & (1 << at) ? doubtful[at]!.ore : -doubtful[at]!.ore;
    }
    if (Math.abs(sum - target) <= near) close += 1;
    if (sum === target) masks.push(mask);
    if (masks.length > WAYS_MAX) return null;
  }
  return masks.map((each): Way => {
    const parts = [...inside, ...doubtful.filter((_, at) => each & (1 << at))];
    const step = coarseness(parts.length > 1 ? parts : [...inside, ...doubtful]);
    return { parts, byChance: Math.min(1, (close * step) / (2 * near)) };
  });
}

/** The largest number of øre that all parts are whole numbers of: sums of round amounts, and of one price, agree more often. */
function coarseness(parts: readonly Part[]): number {
  return parts.reduce((step, { ore }) => commonDivisor(step, Math.abs(ore)), 0);
}

const commonDivisor = (a: number, b: number): number => (b === 0 ? a : commonDivisor(b, a % b));
