import type { Period } from './add-up.ts';

/** A row that may sum the lines of an item in a period. Amounts in øre, days from any first day. */
export interface ItemTotal {
  readonly id: number;
  readonly ore: number;
  readonly day: number;
  /** Cost centre where its purchases are usually booked; null when unknown. */
  readonly place: string | null;
}

/** A booked line of the item. */
export interface ItemLine {
  readonly id: number;
  readonly ore: number;
  readonly day: number;
  readonly place: string | null;
}

export interface ItemRun {
  readonly row: number;
  readonly lines: readonly number[];
  /** Days by which lines may lie outside the period; null if row and line are equal. */
  readonly edge: number | null;
}

/** Days by which the ledger may be late (above 0) or early (below 0), in search order. */
const EDGES = [0, 4, -4, 10, -10, 16] as const;
/** Days before and after a row in which a line of the same amount is looked for. */
const DAYS_BEFORE = 10;
const DAYS_AFTER = 75;
/** Largest numbers of rows and lines that are divided by trying all ways, and of steps of the search. */
const ROWS_MAX = 8;
const LINES_MAX = 24;
const STEPS_MAX = 20_000;

/** Rounding units in øre that a side may use for all its amounts, largest first, and the number of amounts that show it. */
const ROUNDINGS = [1000, 100] as const;
const ROUNDED_MIN = 5;

const sumOf = (list: readonly { readonly ore: number }[]): number => list.reduce((sum, { ore }) => sum + ore, 0);

/** Rounding units of both sides in øre; 1 where amounts are exact. */
export interface Rounding {
  readonly rows: number;
  readonly lines: number;
}
export const EXACT: Rounding = { rows: 1, lines: 1 };

/** Finds the unit to which all amounts are rounded. */
export function roundingOf(amounts: readonly { readonly ore: number }[]): number {
  if (amounts.length < ROUNDED_MIN) return 1;
  return ROUNDINGS.find((unit) => amounts.every(({ ore }) => ore % unit === 0)) ?? 1;
}

/** Returns true if lines sum to the row, but for the rounding of either side. */
const isSum = (row: ItemTotal, lines: readonly ItemLine[], { rows, lines: unit }: Rounding): boolean =>
  Math.abs(sumOf(lines) - row.ore) <= Math.floor(rows / 2) + lines.length * Math.floor(unit / 2);

/**
 * Finds the lines that rows of one item sum, to the øre. Lines in the order of their days follow the rows in the order
 * of theirs: a row is a run of consecutive lines, with the ends near the edges of its period. Several rows of a period
 * divide all its lines by cost centre, or in the only possible way.
 * @param periods the periods that a row's day may stand for, most likely first
 */
export function findItemRuns(
  rows: readonly ItemTotal[],
  lines: readonly ItemLine[],
  periods: readonly ((day: number) => Period)[],
  rounding: Rounding = EXACT,
): ItemRun[] {
  const found = equalAmounts(rows, lines, rounding);
  for (const periodOf of periods)
    for (const edge of EDGES) {
      const [done, used] = [new Set(found.map(({ row }) => row)), new Set(found.flatMap((run) => run.lines))];
      const open = lines.filter(({ id }) => !used.has(id)).toSorted((a, b) => a.day - b.day || a.id - b.id);
      if (open.length === 0) return found;
      const groups = Map.groupBy(
        rows.filter(({ id }) => !done.has(id)),
        ({ day }) => periodOf(day).join(' '),
      );
      const fresh = [...groups.values()].flatMap((own) =>
        runsOf(own, open, { period: periodOf(own[0]!.day), edge, rounding }),
      );
      const times = Map.groupBy(
        fresh.flatMap((run) => run.lines),
        (line) => line,
      );
      found.push(...fresh.filter((run) => run.lines.every((line) => times.get(line)!.length === 1)));
    }
  return found;
}

/** Rows and lines of the same amount, where no other of either side has it near. */
function equalAmounts(rows: readonly ItemTotal[], lines: readonly ItemLine[], rounding: Rounding): ItemRun[] {
  const unit = Math.max(rounding.rows, rounding.lines);
  const byAmount = Map.groupBy(lines, ({ ore }) => Math.round(ore / unit));
  const pairs = rows.flatMap(({ id, ore, day }) =>
    (byAmount.get(Math.round(ore / unit)) ?? [])
      .filter((line) => line.day >= day - DAYS_BEFORE && line.day <= day + DAYS_AFTER)
      .map((line) => ({ row: id, line: line.id })),
  );
  const [perRow, perLine] = [Map.groupBy(pairs, ({ row }) => row), Map.groupBy(pairs, ({ line }) => line)];
  return pairs
    .filter(({ row, line }) => perRow.get(row)!.length === 1 && perLine.get(line)!.length === 1)
    .map(({ row, line }) => ({ row, lines: [line], edge: null }));
}

interface Search {
  readonly period: Period;
  readonly edge: number;
  readonly rounding: Rounding;
}

function runsOf(rows: readonly ItemTotal[], lines: readonly ItemLine[], search: Search): ItemRun[] {
  const { period, edge } = search;
  const [from, to] = [period[0] - Math.max(0, -edge), period[1] + Math.max(0, edge)];
  const around = lines.filter(({ day }) => day >= from && day <= to);
  if (around.length === 0) return [];
  if (![...rows, ...around].every(({ place }) => place !== null)) return runsAt(rows, around, search);
  const byPlace = [...Map.groupBy(rows, ({ place }) => place)].flatMap(([place, own]) =>
    runsAt(
      own,
      around.filter((line) => line.place === place),
      search,
    ),
  );
  // The only row of a period may sum several places.
  return byPlace.length === 0 && rows.length === 1 ? runsAt(rows, around, search) : byPlace;
}

function runsAt(rows: readonly ItemTotal[], lines: readonly ItemLine[], search: Search): ItemRun[] {
  if (rows.length === 1) return runOf(rows[0]!, lines, search);
  return search.edge === 0 ? divide(rows, lines) : [];
}

/**
 * The only run of consecutive lines that equals the row and has all lines that are certainly in its period. Near the
 * edges a single line of that amount may be another one.
 */
function runOf(row: ItemTotal, lines: readonly ItemLine[], { period, edge, rounding }: Search): ItemRun[] {
  const runOfLines = (own: readonly ItemLine[]): ItemRun => ({ row: row.id, lines: own.map(({ id }) => id), edge });
  if (edge === 0) return lines.length > 0 && isSum(row, lines, rounding) ? [runOfLines(lines)] : [];
  const [first, last] = edge > 0 ? [period[0] + edge, period[1]] : [period[0], period[1] + edge];
  const [sure, end] = [lines.findIndex(({ day }) => day >= first), lines.findLastIndex(({ day }) => day <= last)];
  // Without a line that is certainly in the period, any agreement may be by chance.
  if (sure === -1 || end < sure) return [];
  const runs: (readonly ItemLine[])[] = [];
  for (let start = 0; start <= sure; start += 1)
    for (let stop = end; stop < lines.length; stop += 1) {
      const own = lines.slice(start, stop + 1);
      if (own.length > 1 && isSum(row, own, rounding)) runs.push(own);
    }
  return runs.length === 1 ? [runOfLines(runs[0]!)] : [];
}

/** Divides all lines of a period among its rows, if their sums are equal and there is only one way. */
function divide(rows: readonly ItemTotal[], lines: readonly ItemLine[]): ItemRun[] {
  if (sumOf(rows) !== sumOf(lines) || rows.length > ROWS_MAX || lines.length > LINES_MAX) return [];
  if (lines.length < rows.length || [...rows, ...lines].some(({ ore }) => ore <= 0)) return [];
  const ordered = lines.toSorted((a, b) => b.ore - a.ore || a.id - b.id);
  const [left, owner] = [rows.map(({ ore }) => ore), ordered.map(() => -1)];
  const ways: number[][] = [];
  let steps = 0;
  const assign = (at: number): void => {
    if (ways.length > 1 || (steps += 1) > STEPS_MAX) return;
    if (at === ordered.length) {
      ways.push([...owner]);
      return;
    }
    const { ore, place } = ordered[at]!;
    for (const [index, row] of rows.entries()) {
      if (left[index]! < ore || (place !== null && row.place !== null && place !== row.place)) continue;
      left[index]! -= ore;
      owner[at] = index;
      assign(at + 1);
      left[index]! += ore;
    }
  };
  assign(0);
  const [only] = ways;
  if (!only || ways.length > 1 || steps > STEPS_MAX) return [];
  return rows.map(({ id }, index) => ({
    row: id,
    lines: ordered.filter((_, at) => only[at] === index).map((line) => line.id),
    edge: 0,
  }));
}
