import { readFileSync } from 'node:fs';
import path from 'node:path';
import { lastPart, type ComposedTruth, type TrueBookedLine, type TrueRow } from './composed-truth.ts';
import { isKnowable, KnowabilityAssessor, type Level } from './knowable.ts';
import type { ProductResults, ProductBookedLine, ProductRow } from './reported.ts';

/** A delivery that is both in a report row and in a booked line. */
export interface TruePair {
  readonly delivery: number;
  readonly ore: number;
  readonly level: Level;
  readonly found: boolean;
  readonly habits: readonly string[];
}

/** A link of the product, with its assessment. */
export interface AssessedLink {
  readonly step: string;
  /** How sure the product says that it is. */
  readonly score: number;
  readonly right: boolean;
  readonly habits: readonly string[];
}

/** A statement of the product about a line, with its assessment. Amounts in øre. */
export interface Statement {
  readonly side: 'reported' | 'booked';
  readonly says: string;
  readonly ore: number;
  readonly isTrue: boolean;
  /** True if it wrongly states that something is missing or wrong. */
  readonly accuses: boolean;
  readonly habits: readonly string[];
}

export interface Measured {
  readonly couples: readonly TruePair[];
  readonly links: readonly AssessedLink[];
  readonly statements: readonly Statement[];
  /** Honest rows that the checks held back, with the codes of their findings. */
  readonly stopped: readonly { readonly row: TrueRow; readonly codes: string }[];
}

interface World {
  readonly suppliers: readonly { readonly key: string; readonly name: string }[];
  readonly buyers: readonly { readonly name: string; readonly municipalityNumber: string }[];
  readonly ledgers: readonly { readonly municipality: string; readonly quarter: string }[];
}

type RowPair = { readonly told: ProductRow; readonly row: TrueRow };
type BookedPair = { readonly told: ProductBookedLine; readonly place: TrueBookedLine };

/** Compares the product's results for a composed world with the truth. */
export function measureComposed(productData: ProductResults, truth: ComposedTruth, folder: string): Measured {
  const world = JSON.parse(readFileSync(path.join(folder, 'world.json'), 'utf8')) as World;
  const [keys, towns] = [
    new Map(world.suppliers.map(({ name, key }) => [name, key])),
    new Map(world.buyers.map(({ name, municipalityNumber }) => [name, municipalityNumber])),
  ];
  const rowKey = ({ supplier, file, row }: { supplier: string; file: string; row: number | null }) =>
    `${keys.get(supplier)} ${lastPart(file)} ${row}`;
  const rows = new Map(
    productData.rows.map((line): [string, RowPair] => [
      line.key,
      { told: line, row: needed(truth.rows.get(rowKey(line)), rowKey(line)) },
    ]),
  );
  const placeKey = ({ buyer, file, row, invoiceLine }: ProductBookedLine) =>
    `${towns.get(buyer)} ${file.includes('/') ? `${file} #${invoiceLine}` : `${lastPart(file)} ${row}`}`;
  const places = new Map(
    productData.places.map((line): [string, BookedPair] => [
      line.key,
      { told: line, place: truth.places.get(placeKey(line)) ?? chargeLine(line, placeKey(line)) },
    ]),
  );
  const detailed = [...places.values()].filter(({ told: { source } }) => source !== 'remainder');
  const importedRows = new Set([...rows.values()].map(({ row }) => row));
  const linked = new Map<string, Set<string>>();
  for (const { row, place } of productData.links) linked.set(row, (linked.get(row) ?? new Set()).add(place));
  const alike = new IndistinguishableLines(rows, detailed);
  const links = productData.links.flatMap(({ row, place, step, score }): AssessedLink[] => {
    const [r, p] = [rows.get(row), places.get(place)];
    return r && p
      ? [{ step, score, right: p.told.source !== 'remainder' && alike.belong(r, p), habits: habitsOf(r.row, p.place) }]
      : [];
  });
  const codes = Map.groupBy(
    productData.findings.filter(({ severity }) => severity.startsWith('blocks')),
    rowKey,
  );
  const perFile = Map.groupBy(
    productData.findings.filter(({ row, severity }) => row === null && severity.startsWith('blocks')),
    ({ supplier, file }) => `${keys.get(supplier)} ${lastPart(file)}`,
  );
  const byPlace = Map.groupBy(productData.links, ({ place }) => place);
  return {
    couples: truePairsOf(rows, detailed, linked, truth),
    links,
    statements: [
      ...bookedStatements(places, rows, byPlace, alike),
      ...reportedStatements(rows, detailed, linked, places, alike),
    ],
    stopped: [...truth.rows]
      .filter(([, row]) => !importedRows.has(row))
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

/** Returns a line for a charge on document level: the truth has no line for it, the product has one. */
function chargeLine({ buyer, file, invoiceLine, amount }: ProductBookedLine, key: string): TrueBookedLine {
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

const habitsOf = (row: TrueRow, place: TrueBookedLine): string[] => [...new Set([...row.habits, ...place.habits])];

/** Pairs of rows and booked lines that cannot be distinguished by their content: a link to any of them is correct. */
class IndistinguishableLines {
  private readonly pairs = new Set<string>();
  private readonly rowSigns = new Map<TrueRow, string>();
  private readonly placeSigns = new Map<TrueBookedLine, string>();

  constructor(rows: ReadonlyMap<string, RowPair>, places: readonly BookedPair[]) {
    const placesOf = new Map<number, TrueBookedLine[]>();
    for (const { place } of places) {
      this.placeSigns.set(place, contentKey(place));
      for (const [id] of place.shares) placesOf.set(id, [...(placesOf.get(id) ?? []), place]);
    }
    for (const { told: productData, row } of rows.values()) {
      const sign = `${row.supplier}|${productData.cells}`;
      this.rowSigns.set(row, sign);
      for (const [id] of row.shares)
        for (const place of placesOf.get(id) ?? []) this.pairs.add(`${sign} => ${contentKey(place)}`);
    }
  }

  /**
   * Returns true if row and booked line belong together. A reported fee belongs to any fee of the supplier with the
   * same amount.
   */
  belong({ row }: RowPair, { place }: BookedPair): boolean {
    if (row.kind === 'fee') return place.kind === 'fee' && place.written === row.written;
    return this.pairs.has(`${this.rowSigns.get(row)} => ${this.placeSigns.get(place)}`);
  }
}

const contentKey = ({
  source,
  municipality,
  invoices,
  item,
  name,
  written,
  number,
  file,
  deliveredOn,
}: TrueBookedLine): string =>
  source === 'posting'
    ? [municipality, invoices.join(), number, written, file].join('|')
    : [municipality, invoices.join(), item, name, written, deliveredOn].join('|');

function truePairsOf(
  rows: ReadonlyMap<string, RowPair>,
  places: readonly BookedPair[],
  linked: ReadonlyMap<string, ReadonlySet<string>>,
  truth: ComposedTruth,
): TruePair[] {
  const knowing = new KnowabilityAssessor(
    truth,
    [...rows.values()].map(({ row }) => row),
    places.map(({ place }) => place),
  );
  const placesOf = new Map<number, { pair: BookedPair; ore: number }[]>();
  for (const pair of places)
    for (const [id, ore] of pair.place.shares) placesOf.set(id, [...(placesOf.get(id) ?? []), { pair, ore }]);
  const rowsOf = new Map<number, RowPair[]>();
  for (const pair of rows.values())
    for (const [id] of pair.row.shares) rowsOf.set(id, [...(rowsOf.get(id) ?? []), pair]);
  const couples: TruePair[] = [];
  for (const [delivery, own] of rowsOf) {
    const all = placesOf.get(delivery) ?? [];
    const { amount } = truth.deliveries.get(delivery) as { amount: number };
    // Booked, reversed and booked a second time: a link to any booking with the delivery's sign counts.
    const turned = all.some(({ ore }) => ore * amount < 0);
    const isLinked = (places: typeof all) =>
      own.some(({ told: productData }) => places.some(({ pair }) => linked.get(productData.key)?.has(pair.told.key)));
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

/** Causes that state that a booked line was not reported. */
const notReportedCauses: ReadonlySet<string | null> = new Set([
  null,
  'report-missing',
  'missing-alias',
  'timing',
  'not-reported',
]);
const notGoods: ReadonlySet<string | null> = new Set(['freight-fees', 'invoice-remainder']);

function bookedStatements(
  places: ReadonlyMap<string, BookedPair>,
  rows: ReadonlyMap<string, RowPair>,
  byPlace: ReadonlyMap<string, readonly { readonly row: string }[]>,
  alike: IndistinguishableLines,
): Statement[] {
  const reported = new Set([...rows.values()].flatMap(({ row }) => row.shares.map(([id]) => id)));
  const turned = new Set(
    [...places.values()].flatMap(({ told: productData, place }) =>
      productData.source === 'remainder' ? [] : place.shares.map(([id, share]) => `${id} ${Math.sign(share)}`),
    ),
  );
  return [...places].flatMap(([key, pair]): Statement[] => {
    const { told: productData, place } = pair;
    const ore = Math.abs(Math.round(productData.amount * 100));
    // The remainder of a posting balances the differences of its invoice's lines.
    if ((place.kind === 'other' && !productData.supplied) || productData.source === 'remainder') return [];
    const goods = place.shares.length > 0;
    const isReported = goods && place.shares.some(([id]) => reported.has(id));
    const statementText =
      productData.state === 'matched'
        ? 'matched'
        : `${productData.state}${productData.cause === null ? '' : `: ${productData.cause}`}`;
    const assess = (isTrue: boolean, accuses = false): Statement[] => [
      { side: 'booked', says: statementText, ore, isTrue, accuses, habits: place.habits },
    ];
    if (productData.state === 'matched') {
      const right = (byPlace.get(key) ?? []).every(({ row }) => {
        const r = rows.get(row);
        return r !== undefined && alike.belong(r, pair);
      });
      return assess(right, false);
    }
    if (productData.state === 'outside-agreements') return assess(false, true);
    if (productData.cause === 'not-tied' || productData.cause === 'other-unit') return assess(isReported);
    // An unknown cause is not an accusation, but not the truth either.
    if (productData.cause === 'not-known') return assess(false);
    if (!goods) return assess(notGoods.has(productData.cause), !notGoods.has(productData.cause));
    if (notReportedCauses.has(productData.cause)) return assess(!isReported, isReported);
    // Credited and reinvoiced: the first invoice is credited, regardless of the report of the second.
    const isCredited = place.shares.some(([id, share]) => turned.has(`${id} ${Math.sign(-share)}`));
    if (productData.cause === 'credited')
      return assess(
        !isReported || productData.amount < 0 || isCredited,
        isReported && productData.amount > 0 && !isCredited,
      );
    return assess(false, isReported);
  });
}

function reportedStatements(
  rows: ReadonlyMap<string, RowPair>,
  places: readonly BookedPair[],
  linked: ReadonlyMap<string, ReadonlySet<string>>,
  all: ReadonlyMap<string, BookedPair>,
  alike: IndistinguishableLines,
): Statement[] {
  const booked = new Set(places.flatMap(({ place }) => place.shares.map(([id]) => id)));
  const times = new Map<number, string[]>();
  for (const [key, { row }] of rows) for (const [id] of row.shares) times.set(id, [...(times.get(id) ?? []), key]);
  const isAgain = (row: TrueRow) => row.shares.some(([id]) => (times.get(id) ?? []).length > 1);
  return [...rows].map(([key, pair]): Statement => {
    const { told: productData, row } = pair;
    const ore = Math.abs(Math.round(productData.amount * 100));
    const statementText =
      productData.state === 'matched'
        ? 'matched'
        : `${productData.state}${productData.cause === null ? '' : `: ${productData.cause}`}`;
    const isBooked = row.shares.some(([id]) => booked.has(id));
    const assess = (isTrue: boolean, accuses = false): Statement => ({
      side: 'reported',
      says: statementText,
      ore,
      isTrue,
      accuses,
      habits: row.habits,
    });
    if (productData.state === 'matched')
      return assess(
        [...(linked.get(key) ?? [])].every((place) => {
          const p = all.get(place);
          return p !== undefined && alike.belong(pair, p);
        }),
      );
    if (productData.cause === 'not-tied' || productData.cause === 'other-unit') return assess(isBooked);
    if (productData.cause === 'not-known') return assess(false);
    if (productData.cause === 'freight-fees') return assess(row.kind === 'fee', row.kind !== 'fee' && isBooked);
    if (productData.cause === 'reported-twice') return assess(isAgain(row), !isAgain(row));
    // A repeated report line is booked once.
    if (
      isAgain(row) &&
      row.shares.some(([id]) => (times.get(id) ?? []).some((other) => other !== key && linked.has(other)))
    )
      return assess(true);
    if (productData.cause === 'credited')
      return assess(!isBooked || productData.amount < 0, isBooked && productData.amount > 0);
    return assess(!isBooked, isBooked);
  });
}
