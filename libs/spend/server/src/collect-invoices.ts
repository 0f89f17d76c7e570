import { setImmediate } from 'node:timers/promises';
import { IssuedInvoices, type Numbered } from './issued-invoices.ts';
import { setsThatMake } from './sets-that-make.ts';

/** Postings that may hold several invoices: what they come to in øre, how far rounding may take them from the invoices, and the days they were booked on. */
export interface OpenCollection {
  readonly ore: number;
  readonly room: number;
  /** The first and the last day that they can have been booked on, counted in days. */
  readonly from: number;
  readonly to: number;
  /** Whether the ledger says that amounts are without VAT. */
  readonly isNet: boolean;
  /** Numbers of invoices that its postings give: those are in it. */
  readonly numbers: readonly string[];
}

export interface Collected<I, C> {
  readonly invoices: readonly I[];
  readonly collection: C;
  readonly basis: 'net' | 'gross';
}

type Basis = 'net' | 'gross';

/** How many days before they are booked invoices are looked for, and how many after: near ones first. */
const [WIDTHS, WIDEST] = [[16, 35, 65], 65] as const;
const AHEAD = 2;
/** An invoice issued so many days before the last day of a month, and in it, is booked in that month. */
const BEHIND = 16;
/** Sets that are looked at, one way or the other, in all invoices of a window; more are looked at only at its ends. */
const SET_MAX = 20;
/** Invoices in a window; more are not looked at. */
const WINDOW_MAX = 200;
/** Of all that is tied, at most so much may be chance: sums are compared with what as many sets would hit by themselves. */
const CHANCE_MAX = 1 / 200;
/** What is tied leaves fewer invoices to others: so many times it is looked again. */
const ROUNDS_MAX = 12;
/** After so many searches others have their turn: a job that works long must be able to say that it lives. */
const SEARCHES_AT_A_TIME = 200;

/**
 * Which invoices of a seller and a buyer are booked together, as what a ledger books once a day, a week or a month: those that come to the amount to the øre,
 * without VAT or with it, where no other ones do. All that were issued in a row are looked at, and all sets of few. Nothing is tied where so many sets
 * could have made the sum that one of them might by chance.
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
  /** How many sets would be expected to make the sum if none did for a reason. */
  readonly chance: number;
}

/** The only invoices that make a collection's sum; and how likely some would by chance. */
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
  // The total with VAT of each invoice is rounded by itself: half an øre each.
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

/** Invoices in a row, in the order they were issued. */
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

/** How many of all sets would make one given sum by chance: their sums lie about the middle as many small ones do, each a whole number of what all amounts are of. */
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

/** Prices are often in whole kroner: then so are sums. */
const STEP_MAX = 100;

/** `sums`: how many different ones there can be. */
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

/** The only one of several solutions: where they are of the same amounts, those that were issued in a row. One invoice alone is no collection. */
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
