import { setImmediate } from 'node:timers/promises';
import { IssuedInvoices, type Numbered } from './issued-invoices.ts';
import { setsThatMake } from './sets-that-make.ts';

/**
 * Postings that may book several invoices together: their sum in øre, the tolerance for rounding, and their booking
 * days.
 */
export interface OpenCollection {
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

export interface Collected<I, C> {
  readonly invoices: readonly I[];
  readonly collection: C;
  readonly basis: 'net' | 'gross';
}

type Basis = 'net' | 'gross';

/** Search windows in days before and after booking, narrowest first. */
const [WIDTHS, WIDEST] = [[16, 35, 65], 65] as const;
const AHEAD = 2;
/** An invoice of the month that was issued at least this many days before its end is booked in that month. */
const BEHIND = 16;
/**
 * Maximum number of optional invoices for which all subsets are tried. With more, only those near the window's ends are
 * optional.
 */
const SET_MAX = 20;
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
export async function collectInvoices<I extends Numbered, C extends OpenCollection>(
  invoices: readonly I[],
  collections: readonly C[],
): Promise<Collected<I, C>[]> {
  const collected: Collected<I, C>[] = [];
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
      searches.set(collection, searchFor(collection, issued));
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
      if (taken.isAny(collection.from - WIDEST, collection.to + AHEAD)) searches.delete(collection);
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
function searchFor<I extends Numbered>(collection: OpenCollection, issued: IssuedInvoices<I>): Searched<I> {
  let chance = 0;
  for (const width of WIDTHS) {
    const near = issued.between(collection.from - width, collection.to + AHEAD, collection.numbers, WINDOW_MAX);
    if (near.length === 0) continue;
    const ways = (collection.isNet ? (['net'] as const) : (['net', 'gross'] as const)).map((basis) =>
      solve(collection, near, basis),
    );
    chance = ways.reduce((sum, way) => sum + way.chance, 0);
    const solutions = ways.flatMap((way) => way.solutions);
    if (solutions.length > 0) return { solution: theOne(solutions, near), chance };
  }
  return { solution: null, chance };
}

function solve<I extends Numbered>(
  collection: OpenCollection,
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
  const mustBe = known.map(({ number }) => number != null && named.has(number));
  if (named.size > mustBe.filter(Boolean).length) return { solutions: [], chance: 0 };
  const isOfMonth = collection.to - collection.from > BEHIND;
  const isWithin = known.map(
    ({ day }, at) => mustBe[at] === true || (isOfMonth && day >= collection.from && day <= collection.to - BEHIND),
  );
  const free =
    mustBe.filter((must) => !must).length <= SET_MAX && chanceOf(amounts, mustBe, room) <= CHANCE_MAX
      ? mustBe
      : isWithin;
  const [chance, isTooMany] = [chanceOf(amounts, free, room), free.filter((must) => !must).length > SET_MAX];
  const inSets = isTooMany || chance > CHANCE_MAX ? [] : setsThatMake(collection.ore, amounts, free, roomFor);
  const sets = new Map(
    [...inSets, ...runsThatMake(collection.ore, amounts, mustBe, roomFor)].map((set) => [set.join(' '), set]),
  );
  const solutions = [...sets.values()].map((set) => ({ invoices: set.map((at) => known[at] as I), basis }));
  return { solutions, chance: isTooMany || chance > CHANCE_MAX ? chanceOfRuns(amounts, room) : chance };
}

/** Returns all runs of invoices, consecutive by issue day, that equal the sum. */
function runsThatMake(
  ore: number,
  amounts: readonly number[],
  mustBe: readonly boolean[],
  room: (size: number) => number,
): number[][] {
  const runs: number[][] = [];
  const [first, last] = [mustBe.indexOf(true), mustBe.lastIndexOf(true)];
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
function chanceOf(amounts: readonly number[], mustBe: readonly boolean[], room: number): number {
  const free = amounts.filter((_, at) => !mustBe[at]);
  const alike = Map.groupBy(free, (amount) => amount);
  return expected(
    [...alike.values()].reduce((sets, own) => sets * (own.length + 1), 1),
    free,
    room,
  );
}

function chanceOfRuns(amounts: readonly number[], room: number): number {
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
function theOne<I extends Numbered>(solutions: readonly Solution<I>[], near: readonly I[]): Solution<I> | null {
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
