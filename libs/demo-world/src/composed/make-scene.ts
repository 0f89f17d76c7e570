import { clinic } from '../setting/bodies.ts';
import { municipalities, type Municipality } from '../setting/municipalities.ts';
import { sites, type Site } from '../setting/sites.ts';
import { organisationNumberFrom } from '../values/check-digits.ts';
import { monthsFrom, quartersOf } from '../values/calendar.ts';
import { randomStream, type Rng } from '../values/rng.ts';
import type { ComposedCustomer } from './cast/customer.ts';
import { drawItems, trades, type ComposedItem } from './cast/goods.ts';
import { drawLedgerForm } from './cast/ledger-form.ts';
import { drawForm } from './cast/report-form.ts';
import type { Seller } from './cast/seller.ts';
import { allHabits, habits } from './habits/catalogue.ts';
import { dealHabits, drawHabits, habitCounts } from './habits/draw-habits.ts';
import type { DrawnHabit, Habit } from './habits/habit.ts';
import type { Scene } from './scene.ts';
import type { Size } from './size.ts';

const FIRST_YEAR = 2025;
const firsts =
  'Granheim Elgtun Skogrand Bekkely Furulia Glåmås Ulvheim Tranemyr Bjørnbo Kvernmo Lauvås Myrtun Haugrud Solbakk Storåsen Rypelia Orremyr Tiurlia Ospelund Heggtun Kløverli Rognmo Seljeng Hasselås'.split(
    ' ',
  );
const names = ['', 'Øvre ', 'Nedre ', 'Nordre ', 'Søre '].flatMap((before) =>
  firsts.map((first) => `${before}${first}`),
);
const letters: Readonly<Record<string, string>> = { æ: 'ae', ø: 'o', å: 'a' };
const slugOf = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[æøå]/g, (letter) => letters[letter] ?? letter)
    .replaceAll(/[^a-z0-9]+/g, '-');

/**
 * Limits on the habits: `only` excludes all others. `dealt` assigns one, or several joined with a plus sign, to each
 * party in turn and no other.
 */
export interface HabitSelection {
  readonly only?: readonly string[];
  readonly dealt?: readonly string[];
}

type Draw = <H extends Habit>(
  kind: keyof typeof habitCounts,
  catalogue: readonly H[],
  party: string | number,
  at: number,
) => DrawnHabit<H>[];

/** Returns the habits of one party: keys joined with a plus sign. @throws RangeError for an unknown habit */
export const habitsOf = (keys: string): readonly Habit[] =>
  keys.split('+').map((key) => {
    const found = allHabits.find((habit) => habit.key === key);
    if (!found) throw new RangeError(`No habit ${key}`);
    return found;
  });
const isBooking = (habit: Habit): boolean => habits.booking.some(({ key }) => key === habit.key);

function habitDrawer(seed: number, { only, dealt }: HabitSelection): Draw {
  const allowed = only ? new Set(only) : null;
  const hands = dealt?.map((keys) => habitsOf(keys));
  const ofSellers = hands?.filter((hand) => hand.every((habit) => !isBooking(habit)));
  const ofCustomers = hands?.filter((hand) => hand.every(isBooking));
  return (kind, catalogue, party, at) => {
    const draw = randomStream(seed, `${kind}/${party}`);
    if (!dealt) return drawHabits(catalogue, habitCounts[kind], draw, allowed);
    return dealHabits(catalogue, draw, (kind === 'booking' ? ofCustomers : ofSellers)?.[at] ?? []);
  };
}

/** Draws the parties and the habits of each. */
export function makeScene(seed: number, size: Size, choice: HabitSelection = {}): Scene {
  const drawFor = habitDrawer(seed, choice);
  const draw = randomStream(seed, 'cast');
  const months = monthsFrom(`${FIRST_YEAR}-01`, `${FIRST_YEAR + 10}-12`).slice(0, size.quarters * 3 + 1);
  const customers = customersOf(seed, size, drawFor);
  return {
    seed,
    size,
    firstDay: `${months[0]}-01`,
    endDay: `${months.at(-1)}-01`,
    quarters: quartersOf(months.slice(0, -1)),
    customers,
    sellers: draw
      .sample(size.suppliers > firsts.length ? names : firsts, size.suppliers)
      .map((name, index) => sellerOf(seed, size, name, index, drawFor)),
  };
}

const numberStyles: readonly ((index: number, first: number) => string)[] = [
  (index, first) => String(first * 100 + index * 7),
  (index, first) => `00${first + index * 3}`,
  (index, first) => `${String.fromCharCode(65 + (first % 26))}${first % 10}-${String(index + 1).padStart(4, '0')}`,
];

function sellerOf(seed: number, size: Size, first: string, index: number, drawFor: Draw): Seller {
  const draw = randomStream(seed, `seller/${index}`);
  const trade = draw.pick(trades);
  const name = `${first} Demo-${trade.word} AS`;
  const [style, from] = [draw.pick(numberStyles), draw.int(1000, 9000)];
  const number = (nth: number) => organisationNumberFrom(31_400_000 + index * 400 + nth * 90 + (seed % 50));
  return {
    key: slugOf(first),
    slug: slugOf(name),
    name,
    orgNumber: number(0),
    agreement: `RIIK-${FIRST_YEAR % 100}-${101 + index}`,
    trade,
    frequency: draw.pick(['month', 'quarter'] as const),
    share: draw.logNormal(0.5),
    form: drawForm(draw),
    kin: [number(1), number(2), number(3)],
    goods: drawItems(trade, size.items, (nth) => style(nth, from), draw) as readonly ComposedItem[],
    trading: drawFor('trading', habits.trading, index, index),
    invoicing: drawFor('invoicing', habits.invoicing, index, index),
    reporting: drawFor('reporting', habits.reporting, index, index),
  };
}

function customersOf(seed: number, size: Size, drawFor: Draw): ComposedCustomer[] {
  const chosen = municipalities.toSorted((a, b) => b.share - a.share).slice(0, size.municipalities);
  const own = chosen.map((place, at) =>
    customerOf(
      place,
      `${place.name} kommune`,
      sites.filter(({ municipality }) => municipality === place).slice(0, 6),
      place.share,
      null,
      drawFor('booking', habits.booking, place.number, at),
      randomStream(seed, `ledger/${place.number}`),
    ),
  );
  const body = clinic({});
  const host = own.find(({ place }) => place.number === body.body?.booksAt);
  if (!host) throw new Error('The body’s host is not in the world.');
  return [...own, customerOf(body, body.name, [siteOfBody(body)], 0.06, host, [], randomStream(seed, 'ledger/body'))];
}

const customerOf = (
  place: Municipality,
  name: string,
  own: readonly Site[],
  weight: number,
  booksAt: ComposedCustomer | null,
  booking: ComposedCustomer['booking'],
  draw: Rng,
): ComposedCustomer => ({ place, name, sites: own, weight, booking, booksAt, form: drawLedgerForm(draw) });

const siteOfBody = (body: Municipality): Site => ({
  id: `${body.number}-01`,
  municipality: body,
  kind: 'hjemmetjeneste',
  name: `${body.name} vaktrom`,
  orgNumber: organisationNumberFrom(31390000),
  costCentre: '3900',
  function: '256',
});
