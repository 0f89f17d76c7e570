/** An amount that may be the sum of several parts: a report row or a posting. Amounts in øre, days from any first day. */
export interface Total {
  readonly id: number;
  readonly ore: number;
  readonly day: number;
  /** Cost centre where its products are usually booked; null when unknown. */
  readonly place: string | null;
}

/** Lines that belong together on the other side, for example the lines of an invoice. */
export interface Part {
  readonly ore: number;
  readonly day: number;
  readonly place: string | null;
  readonly lines: readonly number[];
}

export interface FoundSum {
  readonly total: number;
  readonly lines: readonly number[];
  /** Number of days by which parts may lie outside the period. */
  readonly edge: number;
}

/** First and last day of a period. */
export type Period = readonly [first: number, last: number];

/** Limit for trying all combinations of parts. */
const PARTS_MAX = 14;
/** Largest number of totals of one period that are searched together. */
const TOGETHER_MAX = 8;
/** Largest number of combinations kept for one total. */
const WAYS_MAX = 400;
/** Search steps after which no assignment of parts to all totals is looked for. */
const STEPS_MAX = 20_000;
/** Accepted probability that one of the combinations agrees by chance. */
const BY_CHANCE = 0.0002;
/** Share of the total within which a combination counts as near. */
const NEAR_SHARE = 0.05;
/** Smallest share of all totals that must be found; when fewer are, they may agree by chance. */
const MADE_SHARE = 0.2;
/** Search rounds: each total found leaves fewer parts for the others. */
const ROUNDS_MAX = 3;
/** Days around a period in which another part of the same amount makes a part ambiguous. */
const REACH = 62;
/** Days by which the other side may be late (above 0) or early (below 0), in search order. */
const EDGES = [0, 4, -4, 10, -10, 16] as const;

/**
 * Finds the parts that sum to each total, exact to the øre. A total covers a calendar period. A part belongs to the
 * period of its day; near the edges it may belong to the period before or after, because one side dates deliveries and
 * the other invoices.
 * A combination is accepted when it is the only one and unlikely to agree by chance.
 * @param periods the periods that a total's day may stand for, most likely first
 */
export function addUp(
  totals: readonly Total[],
  parts: readonly Part[],
  periods: readonly ((day: number) => Period)[],
): FoundSum[] {
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

/** Smallest number and share of days on which the totals equal all parts of the day, when both sides use the same day. */
const ON_THE_DAY_MIN = 5;
const ON_THE_DAY_SHARE = 0.7;

/** A period of one day: parts near the day may belong to it. */
export const aroundDay = (day: number): Period => [day, day];

/**
 * Finds sums when both sides use the same days: the totals of a day divide all parts of that day, even if the same
 * amounts occur on other days.
 */
function onTheDay(totals: readonly Total[], parts: readonly Part[]): FoundSum[] {
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

/** Finds the totals of one period, with the smallest edge that yields any. */
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

/** Splits the parts into those certainly in the period and those possibly in it. */
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

/** The only total of a period includes all parts that are certainly in it. */
function alone(total: Total, inside: readonly Part[], doubtful: readonly Part[]): Omit<Made, 'edge'>[] {
  const [way, another] = waysToMake(total, inside, doubtful) ?? [];
  return way && !another && way.byChance <= BY_CHANCE ? [{ total, parts: way.parts }] : [];
}

/**
 * Several totals of a period divide the parts that are certainly in it. Accepts the assignment of all totals if there
 * is exactly one; otherwise each total that has exactly one combination.
 */
function together(totals: readonly Total[], inside: readonly Part[], doubtful: readonly Part[]): Omit<Made, 'edge'>[] {
  const possible = [...inside, ...doubtful];
  if (totals.length > TOGETHER_MAX || possible.length > PARTS_MAX) return [];
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

/** Assignments of one combination to each total, with no part used twice and all of `needed` used; two at most. */
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
  /** Expected number of combinations that agree by chance, from the number that lie near. */
  readonly byChance: number;
}

/** All combinations that equal the total together with `inside`; null if there are too many parts or combinations. */
function waysToMake(total: Total, inside: readonly Part[], doubtful: readonly Part[]): Way[] | null {
  if (doubtful.length > PARTS_MAX) return null;
  const [target, near] = [total.ore - sumOf(inside), Math.max(1, Math.abs(total.ore) * NEAR_SHARE)];
  const masks: number[] = [];
  let close = 0;
  let sum = 0;
  let mask = 0;
  // In Gray code order, each combination differs from the previous one by one part.
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

/** Greatest common divisor of the amounts in øre: sums of round amounts, or of one price, agree by chance more often. */
function coarseness(parts: readonly Part[]): number {
  return parts.reduce((step, { ore }) => commonDivisor(step, Math.abs(ore)), 0);
}

const commonDivisor = (a: number, b: number): number => (b === 0 ? a : commonDivisor(b, a % b));
