import { setImmediate } from 'node:timers/promises';
import { IssuedInvoices, type Numbered } from './issued-invoices.ts';
import { subsetsWithSum } from './sets-that-make.ts';

/**
 * Postings that may book several invoices together: their sum in øre, the tolerance for rounding, and their booking
 * days.
 */
export interface OpenCollectivePosting {
  readonly ore: number;
  readonly room: number;
  /** First and last possible booking day, as day numbers. */
  readonly from: number;
  readonly to: number;
  /** Whether the ledger states amounts excluding VAT. */
  readonly isNet: boolean;
  /** Invoice numbers stated on its postings. Those invoices must be part of it. */
  readonly numbers: readonly string[];
}

export interface CollectiveMatch<I, C> {
  readonly invoices: readonly I[];
  readonly collection: C;
  readonly basis: 'net' | 'gross';
}

type Basis = 'net' | 'gross';

/** Search windows in days before and after booking, narrowest first. */
const [WINDOW_DAYS, WINDOW_DAYS_MAX] = [[16, 35, 65], 65] as const;
const DAYS_AFTER = 2;
/** An invoice of the month that was issued at least this many days before its end is booked in that month. */
const MONTH_END_DAYS = 16;
/**
 * Maximum number of optional invoices for which all subsets are tried. With more, only those near the window's ends are
 * optional.
 */
const OPTIONAL_INVOICES_MAX = 20;
/** Maximum number of invoices in a window. Larger windows are not searched. */
const WINDOW_MAX = 200;
/** Maximum share of matches that may be coincidental. It is compared with the number of matches expected by chance. */
const CHANCE_MAX = 1 / 200;
/** Maximum number of rounds. Each match leaves fewer invoices for the other postings. */
const ROUNDS_MAX = 12;
/** Number of searches after which the event loop gets a turn, so that a long job can report that it is alive. */
const SEARCHES_AT_A_TIME = 200;

/**
 * Finds the invoices of a seller and buyer that a ledger books together, for example once a day, week or month. A match
 * is a set of invoices, excluding or including VAT, that equals the amount to the øre when no other set does.
 * Tries all consecutive invoices and all small sets. Matches nothing when so many sets are possible that one could
 * match by chance.
 */
export async function collectInvoices<I extends Numbered, C extends OpenCollectivePosting>(
  invoices: readonly I[],
  collections: readonly C[],
): Promise<CollectiveMatch<I, C>[]> {
  const collected: CollectiveMatch<I, C>[] = [];
  let [rest, open] = [
    invoices.toSorted((a, b) => a.day - b.day || (a.number ?? '').localeCompare(b.number ?? '')),
    collections,
  ];
  const searches = new Map<C, Searched<I>>();
  let count = 0;
  for (let round = 0; round < ROUNDS_MAX && rest.length > 1 && open.length > 0; round += 1) {
    const issued = new IssuedInvoices(rest);
    for (const collection of open) {
      if (searches.has(collection)) continue;
      searches.set(collection, findSolution(collection, issued));
      count += 1;
      if (count % SEARCHES_AT_A_TIME === 0) await setImmediate();
    }
    const searched = open.map((collection) => ({ collection, ...(searches.get(collection) as Searched<I>) }));
    const found = searched.flatMap(({ collection, solution }) => (solution ? [{ collection, ...solution }] : []));
    if (searched.reduce((sum, { chance }) => sum + chance, 0) > CHANCE_MAX * found.length) break;
    const times = new Map<I, number>();
    for (const { invoices: own } of found) for (const invoice of own) times.set(invoice, (times.get(invoice) ?? 0) + 1);
    const own = found.filter(({ invoices: each }) => each.every((invoice) => times.get(invoice) === 1));
    if (own.length === 0) break;
    collected.push(...own);
    const [used, done] = [
      new Set(own.flatMap(({ invoices: each }) => each)),
      new Set(own.map(({ collection }) => collection)),
    ];
    rest = rest.filter((invoice) => !used.has(invoice));
    open = open.filter((collection) => !done.has(collection));
    const taken = new IssuedInvoices([...used].toSorted((a, b) => a.day - b.day));
    for (const collection of open)
      if (taken.hasAny(collection.from - WINDOW_DAYS_MAX, collection.to + DAYS_AFTER)) searches.delete(collection);
  }
  return collected;
}

interface Solution<I> {
  readonly invoices: readonly I[];
  readonly basis: Basis;
}

interface Searched<I> {
  readonly solution: Solution<I> | null;
  /** Number of sets expected to equal the sum by chance. */
  readonly chance: number;
}

/** Returns the only set of invoices that equals a posting's sum, and the number of coincidental matches expected. */
function findSolution<I extends Numbered>(collection: OpenCollectivePosting, issued: IssuedInvoices<I>): Searched<I> {
  let chance = 0;
  for (const width of WINDOW_DAYS) {
    const near = issued.between(collection.from - width, collection.to + DAYS_AFTER, collection.numbers, WINDOW_MAX);
    if (near.length === 0) continue;
    const results = (collection.isNet ? (['net'] as const) : (['net', 'gross'] as const)).map((basis) =>
      findSets(collection, near, basis),
    );
    chance = results.reduce((sum, result) => sum + result.chance, 0);
    const solutions = results.flatMap((result) => result.solutions);
    if (solutions.length > 0) return { solution: singleSolution(solutions, near), chance };
  }
  return { solution: null, chance };
}

function findSets<I extends Numbered>(
  collection: OpenCollectivePosting,
  near: readonly I[],
  basis: Basis,
): { solutions: Solution<I>[]; chance: number } {
  const known = near.filter((invoice) => invoice[basis] !== null);
  const amounts = known.map((invoice) => invoice[basis] as number);
  // The total incl. VAT of each invoice is rounded separately: half an øre each.
  const roomFor = (size: number) => collection.room + (basis === 'gross' ? Math.ceil(size / 2) : 0);
  const room = roomFor(known.length);
  if (known.length === 0 || known.every((invoice) => invoice.gross === invoice.net && basis === 'gross'))
    return { solutions: [], chance: 0 };
  const [least, greatest] = [
    sumOf(amounts.filter((amount) => amount < 0)),
    sumOf(amounts.filter((amount) => amount > 0)),
  ];
  if (collection.ore < least - room || collection.ore > greatest + room) return { solutions: [], chance: 0 };
  const named = new Set(collection.numbers);
  const mandatory = known.map(({ number }) => number != null && named.has(number));
  if (named.size > mandatory.filter(Boolean).length) return { solutions: [], chance: 0 };
  const isOfMonth = collection.to - collection.from > MONTH_END_DAYS;
  const isWithin = known.map(
    ({ day }, at) =>
      mandatory[at] === true || (isOfMonth && day >= collection.from && day <= collection.to - MONTH_END_DAYS),
  );
  const free =
    mandatory.filter((must) => !must).length <= OPTIONAL_INVOICES_MAX &&
    chanceMatchesOfSets(amounts, mandatory, room) <= CHANCE_MAX
      ? mandatory
      : isWithin;
  const [chance, isTooMany] = [
    chanceMatchesOfSets(amounts, free, room),
    free.filter((must) => !must).length > OPTIONAL_INVOICES_MAX,
  ];
  const inSets = isTooMany || chance > CHANCE_MAX ? [] : subsetsWithSum(collection.ore, amounts, free, roomFor);
  const sets = new Map(
    [...inSets, ...runsWithSum(collection.ore, amounts, mandatory, roomFor)].map((set) => [set.join(' '), set]),
  );
  const solutions = [...sets.values()].map((set) => ({ invoices: set.map((at) => known[at] as I), basis }));
  return { solutions, chance: isTooMany || chance > CHANCE_MAX ? chanceMatchesOfRuns(amounts, room) : chance };
}

/** Returns all runs of invoices, consecutive by issue day, that equal the sum. */
function runsWithSum(
  ore: number,
  amounts: readonly number[],
  mandatory: readonly boolean[],
  room: (size: number) => number,
): number[][] {
  const runs: number[][] = [];
  const [first, last] = [mandatory.indexOf(true), mandatory.lastIndexOf(true)];
  for (let from = 0; from < amounts.length && (first < 0 || from <= first); from += 1) {
    let total = 0;
    for (let at = from; at < amounts.length; at += 1) {
      total += amounts[at] ?? 0;
      if (at >= last && Math.abs(total - ore) <= room(at - from + 1))
        runs.push(Array.from({ length: at - from + 1 }, (_, index) => from + index));
    }
  }
  return runs;
}

/**
 * Returns how many subsets are expected to equal one given sum by chance. Sums of many amounts are approximately
 * normally distributed, in multiples of the amounts' common divisor.
 */
function chanceMatchesOfSets(amounts: readonly number[], mandatory: readonly boolean[], room: number): number {
  const free = amounts.filter((_, at) => !mandatory[at]);
  const alike = Map.groupBy(free, (amount) => amount);
  return expected(
    [...alike.values()].reduce((sets, own) => sets * (own.length + 1), 1),
    free,
    room,
  );
}

function chanceMatchesOfRuns(amounts: readonly number[], room: number): number {
  return expected(
    new Set(amounts).size === 1 ? amounts.length : (amounts.length * (amounts.length + 1)) / 2,
    amounts,
    room,
  );
}

/** Prices are often in whole kroner, and so are their sums. */
const STEP_MAX = 100;

/** @param sums number of different possible sums */
function expected(sums: number, amounts: readonly number[], room: number): number {
  const step = Math.min(
    STEP_MAX,
    amounts.reduce((all, amount) => gcd(all, Math.abs(amount)), 0),
  );
  const deviation = Math.sqrt(amounts.reduce((sum, amount) => sum + amount * amount, 0)) / 2;
  if (step === 0 || deviation === 0) return 0;
  return (sums * Math.max(1, (2 * room + 1) / step)) / Math.max(1, (2.5 * deviation) / step);
}

const sumOf = (amounts: readonly number[]): number => amounts.reduce((sum, amount) => sum + amount, 0);
const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));

/**
 * Returns the single solution. Of several with equal amounts, the one with consecutive invoices. Null when ambiguous,
 * or when any solution is a single invoice.
 */
function singleSolution<I extends Numbered>(solutions: readonly Solution<I>[], near: readonly I[]): Solution<I> | null {
  const [first] = solutions;
  if (first === undefined || solutions.some(({ invoices }) => invoices.length < 2)) return null;
  if (solutions.length === 1) return first;
  const amountsOf = ({ invoices, basis }: Solution<I>) =>
    `${basis} ${invoices
      .map((invoice) => invoice[basis] ?? 0)
      .toSorted((a, b) => a - b)
      .join(' ')}`;
  if (new Set(solutions.map(amountsOf)).size > 1) return null;
  const place = new Map(near.map((invoice, at) => [invoice, at]));
  const isRun = ({ invoices }: Solution<I>) =>
    (place.get(invoices.at(-1) as I) ?? 0) - (place.get(invoices[0] as I) ?? 0) === invoices.length - 1;
  const runs = solutions.filter(isRun);
  return runs.length === 1 ? (runs[0] ?? null) : null;
}
