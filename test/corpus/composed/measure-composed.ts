import { readFileSync } from 'node:fs';
import path from 'node:path';
import { lastPart, type ComposedTruth, type TruePlace, type TrueRow } from './composed-truth.ts';
import { isKnowable, Knowing, type Level } from './knowable.ts';
import type { Told, ToldPlace, ToldRow } from './told.ts';

/** A delivery on a row and in a place of the books that hold it both. */
export interface Couple {
  readonly delivery: number;
  readonly ore: number;
  readonly level: Level;
  readonly found: boolean;
  readonly habits: readonly string[];
}

/** A link as the product made it. */
export interface JudgedLink {
  readonly step: string;
  /** How sure the product says that it is. */
  readonly score: number;
  readonly right: boolean;
  readonly habits: readonly string[];
}

/** What is said of a line, and whether it is true. Øre. */
export interface Statement {
  readonly side: 'reported' | 'booked';
  readonly says: string;
  readonly ore: number;
  readonly isTrue: boolean;
  /** Says that something is missing, or wrong, which is not. */
  readonly accuses: boolean;
  readonly habits: readonly string[];
}

export interface Measured {
  readonly couples: readonly Couple[];
  readonly links: readonly JudgedLink[];
  readonly statements: readonly Statement[];
  /** Honest rows that the checks kept out, and what they said. */
  readonly stopped: readonly { readonly row: TrueRow; readonly codes: string }[];
}

interface World {
  readonly suppliers: readonly { readonly key: string; readonly name: string }[];
  readonly buyers: readonly { readonly name: string; readonly municipalityNumber: string }[];
  readonly ledgers: readonly { readonly municipality: string; readonly quarter: string }[];
}

type RowPair = { readonly told: ToldRow; readonly row: TrueRow };
type PlacePair = { readonly told: ToldPlace; readonly place: TruePlace };

/** Holds what the product says of a composed world up against what is true of it. */
export function measureComposed(told: Told, truth: ComposedTruth, folder: string): Measured {
  const world = JSON.parse(readFileSync(path.join(folder, 'world.json'), 'utf8')) as World;
  const [keys, towns] = [
    new Map(world.suppliers.map(({ name, key }) => [name, key])),
    new Map(world.buyers.map(({ name, municipalityNumber }) => [name, municipalityNumber])),
  ];
  const rowKey = ({ supplier, file, row }: { supplier: string; file: string; row: number | null }) =>
    `${keys.get(supplier)} ${lastPart(file)} ${row}`;
  const rows = new Map(
    told.rows.map((line): [string, RowPair] => [
      line.key,
      { told: line, row: needed(truth.rows.get(rowKey(line)), rowKey(line)) },
    ]),
  );
  const placeKey = ({ buyer, file, row, invoiceLine }: ToldPlace) =>
    `${towns.get(buyer)} ${file.includes('/') ? `${file} #${invoiceLine}` : `${lastPart(file)} ${row}`}`;
  const places = new Map(
    told.places.map((line): [string, PlacePair] => [
      line.key,
      { told: line, place: truth.places.get(placeKey(line)) ?? chargeOf(line, placeKey(line)) },
    ]),
  );
  const detailed = [...places.values()].filter(({ told: { source } }) => source !== 'remainder');
  const held = new Set([...rows.values()].map(({ row }) => row));
  const linked = new Map<string, Set<string>>();
  for (const { row, place } of told.links) linked.set(row, (linked.get(row) ?? new Set()).add(place));
  const alike = new Alike(rows, detailed);
  const links = told.links.flatMap(({ row, place, step, score }): JudgedLink[] => {
    const [r, p] = [rows.get(row), places.get(place)];
    return r && p
      ? [{ step, score, right: p.told.source !== 'remainder' && alike.belong(r, p), habits: habitsOf(r.row, p.place) }]
      : [];
  });
  const codes = Map.groupBy(
    told.findings.filter(({ severity }) => severity.startsWith('blocks')),
    rowKey,
  );
  const perFile = Map.groupBy(
    told.findings.filter(({ row, severity }) => row === null && severity.startsWith('blocks')),
    ({ supplier, file }) => `${keys.get(supplier)} ${lastPart(file)}`,
  );
  const byPlace = Map.groupBy(told.links, ({ place }) => place);
  return {
    couples: couplesOf(rows, detailed, linked, truth),
    links,
    statements: [
      ...bookedStatements(places, rows, byPlace, alike),
      ...reportedStatements(rows, detailed, linked, places, alike),
    ],
    stopped: [...truth.rows]
      .filter(([, row]) => !held.has(row))
      .map(([key, row]) => ({
        row,
        codes:
          [
            ...new Set(
              [...(codes.get(key) ?? []), ...(perFile.get(key.replace(/ \d+$/, '')) ?? [])].map(({ code }) => code),
            ),
          ].join(' ') || 'not submitted',
      })),
  };
}

function needed<T>(value: T | undefined, key: string): T {
  if (value === undefined) throw new Error(`The truth does not know ${key}.`);
  return value;
}

/** A charge on the whole document is no line there, and the product makes one of it. */
function chargeOf({ buyer, file, invoiceLine, amount }: ToldPlace, key: string): TruePlace {
  if (!file.includes('/') || invoiceLine !== null) throw new Error(`The truth does not know ${key}.`);
  return {
    source: 'invoice-line',
    municipality: buyer,
    file,
    kind: 'fee',
    invoices: [],
    number: null,
    item: null,
    name: null,
    deliveredOn: null,
    written: Math.round(amount * 100),
    shares: [],
    habits: ['freight-charge'],
  };
}

const habitsOf = (row: TrueRow, place: TruePlace): string[] => [...new Set([...row.habits, ...place.habits])];

/** Rows or lines that look the same are each other's: nobody could tell them apart. */
class Alike {
  private readonly pairs = new Set<string>();
  private readonly rowSigns = new Map<TrueRow, string>();
  private readonly placeSigns = new Map<TruePlace, string>();

  constructor(rows: ReadonlyMap<string, RowPair>, places: readonly PlacePair[]) {
    const placesOf = new Map<number, TruePlace[]>();
    for (const { place } of places) {
      this.placeSigns.set(place, signOf(place));
      for (const [id] of place.shares) placesOf.set(id, [...(placesOf.get(id) ?? []), place]);
    }
    for (const { told, row } of rows.values()) {
      const sign = `${row.supplier}|${told.cells}`;
      this.rowSigns.set(row, sign);
      for (const [id] of row.shares)
        for (const place of placesOf.get(id) ?? []) this.pairs.add(`${sign} => ${signOf(place)}`);
    }
  }

  /** A fee that the report has too belongs to any fee of an invoice of the supplier with that amount. */
  belong({ row }: RowPair, { place }: PlacePair): boolean {
    if (row.kind === 'fee') return place.kind === 'fee' && place.written === row.written;
    return this.pairs.has(`${this.rowSigns.get(row)} => ${this.placeSigns.get(place)}`);
  }
}

const signOf = ({
  source,
  municipality,
  invoices,
  item,
  name,
  written,
  number,
  file,
  deliveredOn,
}: TruePlace): string =>
  source === 'posting'
    ? [municipality, invoices.join(), number, written, file].join('|')
    : [municipality, invoices.join(), item, name, written, deliveredOn].join('|');

function couplesOf(
  rows: ReadonlyMap<string, RowPair>,
  places: readonly PlacePair[],
  linked: ReadonlyMap<string, ReadonlySet<string>>,
  truth: ComposedTruth,
): Couple[] {
  const knowing = new Knowing(
    truth,
    [...rows.values()].map(({ row }) => row),
    places.map(({ place }) => place),
  );
  const placesOf = new Map<number, { pair: PlacePair; ore: number }[]>();
  for (const pair of places)
    for (const [id, ore] of pair.place.shares) placesOf.set(id, [...(placesOf.get(id) ?? []), { pair, ore }]);
  const rowsOf = new Map<number, RowPair[]>();
  for (const pair of rows.values())
    for (const [id] of pair.row.shares) rowsOf.set(id, [...(rowsOf.get(id) ?? []), pair]);
  const couples: Couple[] = [];
  for (const [delivery, own] of rowsOf) {
    const all = placesOf.get(delivery) ?? [];
    const { amount } = truth.deliveries.get(delivery) as { amount: number };
    // Booked, taken off and booked anew: one of those that have its sign is the one.
    const turned = all.some(({ ore }) => ore * amount < 0);
    const isLinked = (places: typeof all) =>
      own.some(({ told }) => places.some(({ pair }) => linked.get(told.key)?.has(pair.told.key)));
    const sets = turned ? [all.filter(({ ore }) => ore * amount > 0)] : all.map((one) => [one]);
    if (turned && all.reduce((sum, { ore }) => sum + ore, 0) === 0) continue;
    for (const set of sets) {
      const [first] = set;
      if (!first || first.ore === 0) continue;
      const levels = own.flatMap(({ row }) => set.map(({ pair }) => knowing.levelOf(row, pair.place)));
      const level = levels.find(isKnowable) ?? (levels[0] as Level);
      couples.push({
        delivery,
        ore: Math.abs(first.ore),
        level,
        found: isLinked(set),
        habits: [
          ...new Set([...own.flatMap(({ row }) => row.habits), ...set.flatMap(({ pair }) => pair.place.habits)]),
        ],
      });
    }
  }
  return couples;
}

/** Says that nobody reported it. */
const missing: ReadonlySet<string | null> = new Set([
  null,
  'report-missing',
  'missing-alias',
  'timing',
  'not-reported',
]);
const notGoods: ReadonlySet<string | null> = new Set(['freight-fees', 'invoice-remainder']);

function bookedStatements(
  places: ReadonlyMap<string, PlacePair>,
  rows: ReadonlyMap<string, RowPair>,
  byPlace: ReadonlyMap<string, readonly { readonly row: string }[]>,
  alike: Alike,
): Statement[] {
  const reported = new Set([...rows.values()].flatMap(({ row }) => row.shares.map(([id]) => id)));
  const turned = new Set(
    [...places.values()].flatMap(({ told, place }) =>
      told.source === 'remainder' ? [] : place.shares.map(([id, share]) => `${id} ${Math.sign(share)}`),
    ),
  );
  return [...places].flatMap(([key, pair]): Statement[] => {
    const { told, place } = pair;
    const ore = Math.abs(Math.round(told.amount * 100));
    // What is left of a posting beside its invoice's lines takes off there what it puts on here.
    if ((place.kind === 'other' && !told.supplied) || told.source === 'remainder') return [];
    const goods = place.shares.length > 0;
    const isReported = goods && place.shares.some(([id]) => reported.has(id));
    const says = told.state === 'matched' ? 'matched' : `${told.state}${told.cause === null ? '' : `: ${told.cause}`}`;
    const judge = (isTrue: boolean, accuses = false): Statement[] => [
      { side: 'booked', says, ore, isTrue, accuses, habits: place.habits },
    ];
    if (told.state === 'matched') {
      const right = (byPlace.get(key) ?? []).every(({ row }) => {
        const r = rows.get(row);
        return r !== undefined && alike.belong(r, pair);
      });
      return judge(right, false);
    }
    if (told.state === 'outside-agreements') return judge(false, true);
    if (told.cause === 'not-tied' || told.cause === 'other-unit') return judge(isReported);
    // Says that nobody knows: no accusation, and not the truth either.
    if (told.cause === 'not-known') return judge(false);
    if (!goods) return judge(notGoods.has(told.cause), !notGoods.has(told.cause));
    if (missing.has(told.cause)) return judge(!isReported, isReported);
    // Credited and invoiced anew: the first is credited, whatever is reported of the second.
    const isCredited = place.shares.some(([id, share]) => turned.has(`${id} ${Math.sign(-share)}`));
    if (told.cause === 'credited')
      return judge(!isReported || told.amount < 0 || isCredited, isReported && told.amount > 0 && !isCredited);
    return judge(false, isReported);
  });
}

function reportedStatements(
  rows: ReadonlyMap<string, RowPair>,
  places: readonly PlacePair[],
  linked: ReadonlyMap<string, ReadonlySet<string>>,
  all: ReadonlyMap<string, PlacePair>,
  alike: Alike,
): Statement[] {
  const booked = new Set(places.flatMap(({ place }) => place.shares.map(([id]) => id)));
  const times = new Map<number, string[]>();
  for (const [key, { row }] of rows) for (const [id] of row.shares) times.set(id, [...(times.get(id) ?? []), key]);
  const isAgain = (row: TrueRow) => row.shares.some(([id]) => (times.get(id) ?? []).length > 1);
  return [...rows].map(([key, pair]): Statement => {
    const { told, row } = pair;
    const ore = Math.abs(Math.round(told.amount * 100));
    const says = told.state === 'matched' ? 'matched' : `${told.state}${told.cause === null ? '' : `: ${told.cause}`}`;
    const isBooked = row.shares.some(([id]) => booked.has(id));
    const judge = (isTrue: boolean, accuses = false): Statement => ({
      side: 'reported',
      says,
      ore,
      isTrue,
      accuses,
      habits: row.habits,
    });
    if (told.state === 'matched')
      return judge(
        [...(linked.get(key) ?? [])].every((place) => {
          const p = all.get(place);
          return p !== undefined && alike.belong(pair, p);
        }),
      );
    if (told.cause === 'not-tied' || told.cause === 'other-unit') return judge(isBooked);
    if (told.cause === 'not-known') return judge(false);
    if (told.cause === 'freight-fees') return judge(row.kind === 'fee', row.kind !== 'fee' && isBooked);
    if (told.cause === 'reported-twice') return judge(isAgain(row), !isAgain(row));
    // What is reported once more is booked once.
    if (
      isAgain(row) &&
      row.shares.some(([id]) => (times.get(id) ?? []).some((other) => other !== key && linked.has(other)))
    )
      return judge(true);
    if (told.cause === 'credited') return judge(!isBooked || told.amount < 0, isBooked && told.amount > 0);
    return judge(!isBooked, isBooked);
  });
}
