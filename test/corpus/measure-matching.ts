import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { BookedPlace, MatchingTruth, TrueBooked } from './matching-truth.ts';

export type Query = <R>(sql: string) => Promise<R[]>;

export interface Reported {
  readonly versionId: string;
  readonly lineNo: number;
  readonly amount: number;
  readonly state: string;
  readonly cause: string | null;
  readonly also: readonly string[];
  readonly invoiceNumber: string | null;
  readonly buyer: string;
  readonly deliveries: readonly number[];
}

export interface Booked {
  readonly batchId: string;
  readonly lineNo: number;
  readonly amount: number;
  readonly source: string;
  readonly supplied: boolean;
  readonly period: string | null;
  readonly account: string | null;
  readonly day: string;
  readonly state: string;
  readonly cause: string | null;
  readonly also: readonly string[];
  readonly truth: TrueBooked | undefined;
}

export interface Score {
  readonly type: string;
  readonly true: number;
  readonly found: number;
  readonly said: number;
  readonly right: number;
}

export interface Measured {
  readonly reported: ReadonlyMap<string, Reported>;
  readonly booked: ReadonlyMap<string, Booked>;
  readonly truePairs: ReadonlySet<string>;
  readonly links: ReadonlySet<string>;
  readonly scores: readonly Score[];
  /** Share of the NOK booked on agreement suppliers, and of all booked NOK, with a true state and cause. */
  readonly explained: { readonly agreements: number; readonly all: number };
  readonly precision: number;
  readonly recall: number;
}

interface World {
  readonly suppliers: readonly { readonly key: string; readonly name: string }[];
  readonly buyers: readonly { readonly name: string; readonly municipalityNumber: string }[];
  readonly bodies?: readonly { readonly name: string; readonly key: string }[];
}

/** Compares the last run with the truth. */
export async function measureMatching(query: Query, truth: MatchingTruth, folder: string): Promise<Measured> {
  const world = JSON.parse(readFileSync(path.join(folder, 'world.json'), 'utf8')) as World;
  const reported = await readReported(query, truth, world);
  const booked = await readBooked(query, truth, world);
  const links = new Set(
    (
      await query<{ r: string; b: string }>(
        `select version_id || ':' || report_line_no as r, batch_id || ':' || spend_line_no as b from matching.door_link`,
      )
    ).map(({ r, b }) => `${r} ${b}`),
  );
  const truePairs = pairsOf(reported, booked);
  const right = [...links].filter((link) => truePairs.has(link)).length;
  return {
    reported,
    booked,
    links,
    truePairs,
    precision: right / links.size,
    recall: right / truePairs.size,
    explained: explainedOf(booked, reported, links, truePairs),
    scores: [
      ...linkScores(reported, booked, links, truePairs, truth),
      ...causeScores(reported, booked, truePairs, truth),
    ],
  };
}

async function readReported(query: Query, truth: MatchingTruth, world: World): Promise<Map<string, Reported>> {
  const [suppliers, buyers] = [new Map(world.suppliers.map(({ name, key }) => [name, key])), keysOf(world)];
  type Row = Omit<Reported, 'deliveries' | 'amount'> & { amount: string; supplier: string; file: string; row: number };
  const rows = await query<Row>(
    `select r.version_id as "versionId", r.line_no as "lineNo", r.amount, r.state, r.cause, r.also, r.invoice_number as "invoiceNumber", s.name as supplier, b.name as buyer, r.file_name as file, r.row_no as row
     from matching.door_report_state r join identity.door_organisation s on s.id = r.supplier_id left join identity.door_organisation b on b.id = r.buyer_id`,
  );
  return new Map(
    rows.map(({ supplier, file, row, ...line }) => [
      `${line.versionId}:${line.lineNo}`,
      {
        ...line,
        amount: Number(line.amount),
        buyer: buyers.get(line.buyer) ?? '',
        deliveries: truth.reported(suppliers.get(supplier) ?? '', file, row) ?? [],
      },
    ]),
  );
}

const keysOf = ({ buyers, bodies = [] }: World) =>
  new Map([
    ...buyers.map(({ name, municipalityNumber }): [string, string] => [name, municipalityNumber]),
    ...bodies.map(({ name, key }): [string, string] => [name, key]),
  ]);

async function readBooked(query: Query, truth: MatchingTruth, world: World): Promise<Map<string, Booked>> {
  const towns = keysOf(world);
  type Row = Omit<Booked, 'truth' | 'amount'> & Omit<BookedPlace, 'municipality'> & { amount: string; buyer: string };
  const rows = await query<Row>(
    `select s.batch_id as "batchId", s.line_no as "lineNo", s.net_amount as amount, s.source, s.supplier_id is not null as supplied, s.booked_period as period, s.account_code as account, s.purchased_on as day, s.state, s.cause, s.also,
       b.name as buyer, s.file_name as file, s.row_no as row, s.invoice_line as "invoiceLine"
     from matching.door_spend_state s join identity.door_organisation b on b.id = s.buyer_id`,
  );
  return new Map(
    rows.map(({ buyer, file, row, invoiceLine, ...line }) => [
      `${line.batchId}:${line.lineNo}`,
      {
        ...line,
        amount: Number(line.amount),
        truth: truth.booked({ municipality: towns.get(buyer) ?? '', file, row, invoiceLine }),
      },
    ]),
  );
}

/**
 * Returns the true pairs: a report line and a booked line with a common delivery. The remainder of a posting has no
 * delivery of its own.
 */
function pairsOf(reported: ReadonlyMap<string, Reported>, booked: ReadonlyMap<string, Booked>): Set<string> {
  const places = new Map<number, string[]>();
  for (const [key, { truth, source }] of booked)
    if (source !== 'remainder')
      for (const id of truth?.deliveries ?? []) places.set(id, [...(places.get(id) ?? []), key]);
  return new Set(
    [...reported].flatMap(([key, { deliveries }]) =>
      deliveries.flatMap((id) => places.get(id) ?? []).map((place) => `${key} ${place}`),
    ),
  );
}

const quarter = (day: string): string => `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;

type Kind = readonly [type: string, fits: (r: Reported, b: Booked) => boolean];

function linkScores(
  reported: ReadonlyMap<string, Reported>,
  booked: ReadonlyMap<string, Booked>,
  links: ReadonlySet<string>,
  truePairs: ReadonlySet<string>,
  truth: MatchingTruth,
): Score[] {
  const first = (r: Reported) => (r.deliveries[0] === undefined ? undefined : truth.delivery(r.deliveries[0]));
  const kinds: Kind[] = [
    ['links: all', () => true],
    ['links: line of an e-invoice', (_, b) => b.source === 'invoice-line'],
    ['links: sum on a posting', (_, b) => b.source !== 'invoice-line'],
    ['links: report without the invoice number', (r) => r.invoiceNumber === null],
    ['links: report adds up several deliveries', (r) => r.deliveries.length > 1],
    ['links: credit notes', (r) => r.amount < 0],
    [
      'links: booked in a later quarter',
      (r, b) => b.period !== null && quarter(first(r)?.deliveredOn ?? b.day) < quarter(b.period),
    ],
    ['links: booked by the host municipality', (r) => r.buyer === 'GLV'],
    [
      'links: on another account',
      (_, b) => b.account !== null && b.truth?.rightAccount !== null && b.truth?.rightAccount !== b.account,
    ],
  ];
  return kinds.map(([type, fits]) => {
    const of = (set: ReadonlySet<string>) =>
      [...set].filter((pair) => {
        const [r, b] = pair.split(' ') as [string, string];
        const [line, place] = [reported.get(r), booked.get(b)];
        return line !== undefined && place !== undefined && fits(line, place);
      });
    const [wanted, said] = [of(truePairs), of(links)];
    return {
      type,
      true: wanted.length,
      found: wanted.filter((pair) => links.has(pair)).length,
      said: said.length,
      right: said.filter((pair) => truePairs.has(pair)).length,
    };
  });
}

const notReported = ['report-missing', 'missing-alias', 'timing', 'not-reported'];

/** Returns true if the state and cause of a booked line are correct. */
export function isTrue(line: Booked, reportedToo: boolean, linkedRight: boolean): boolean {
  const { state, cause, truth } = line;
  if (state === 'matched') return linkedRight;
  if (cause === 'not-tied') return reportedToo;
  if (line.source === 'remainder') return cause === 'invoice-remainder';
  if (truth?.kind === 'fee') return cause === 'freight-fees';
  if (truth?.kind === 'off-agreement') return cause === 'off-agreement';
  if (truth?.kind === 'internal') return cause === 'internal-invoice';
  if (truth?.kind === 'other') return cause === 'no-agreement';
  return !reportedToo && cause !== null && notReported.includes(cause);
}

function explainedOf(
  booked: ReadonlyMap<string, Booked>,
  reported: ReadonlyMap<string, Reported>,
  links: ReadonlySet<string>,
  truePairs: ReadonlySet<string>,
): Measured['explained'] {
  const [wrong, sums] = [wronglyLinked(links, truePairs), { agreements: [0, 0], all: [0, 0] }];
  const known = new Set([...reported.values()].flatMap(({ deliveries }) => deliveries));
  for (const [key, line] of booked) {
    const right = isTrue(
      line,
      (line.truth?.deliveries ?? []).some((id) => known.has(id)),
      !wrong.has(key),
    );
    for (const sum of line.supplied ? [sums.agreements, sums.all] : [sums.all]) {
      sum[0]! += Math.abs(line.amount);
      if (right) sum[1]! += Math.abs(line.amount);
    }
  }
  return { agreements: sums.agreements[1]! / sums.agreements[0]!, all: sums.all[1]! / sums.all[0]! };
}

/** Returns the booked lines with a wrong link. */
const wronglyLinked = (links: ReadonlySet<string>, truePairs: ReadonlySet<string>) =>
  new Set([...links].filter((link) => !truePairs.has(link)).map((link) => link.split(' ')[1] as string));

function causeScores(
  reported: ReadonlyMap<string, Reported>,
  booked: ReadonlyMap<string, Booked>,
  truePairs: ReadonlySet<string>,
  truth: MatchingTruth,
): Score[] {
  const known = new Set([...reported.values()].flatMap(({ deliveries }) => deliveries));
  const unreported = ({ truth: told, state }: Booked) =>
    told?.kind === 'goods' &&
    state !== 'matched' &&
    told.deliveries.length > 0 &&
    !told.deliveries.some((id) => known.has(id));
  const has = (line: { readonly cause: string | null; readonly also: readonly string[] }, ...causes: string[]) =>
    causes.some((cause) => line.cause === cause || line.also.includes(cause));
  const lines = [...booked.values()];
  const loose = [...reported.entries()].filter(([, { state }]) => state !== 'matched').map(([, line]) => line);
  const linkedPlaces = new Set([...truePairs].map((pair) => pair.split(' ')[1] as string));
  const matched = [...booked]
    .filter(([key, { state }]) => state === 'matched' && linkedPlaces.has(key))
    .map(([, line]) => line);
  const score = <T>(
    type: string,
    list: readonly T[],
    is: (line: T) => boolean,
    statement: (line: T) => boolean,
  ): Score => {
    const [wanted, said] = [list.filter(is), list.filter(statement)];
    return {
      type,
      true: wanted.length,
      found: wanted.filter(statement).length,
      said: said.length,
      right: said.filter(is).length,
    };
  };
  const later = ({ period, truth: told }: Booked) =>
    period !== null &&
    (told?.deliveries ?? []).some((id) => known.has(id) && quarter(truth.delivery(id).deliveredOn) < quarter(period));
  return [
    score(
      'booked: freight and fees',
      lines.filter(({ supplied }) => supplied),
      ({ truth: told }) => told?.kind === 'fee',
      (line) => has(line, 'freight-fees'),
    ),
    score(
      'booked: bought from others',
      lines,
      ({ truth: told }) => told?.kind === 'off-agreement',
      (line) => has(line, 'off-agreement'),
    ),
    score(
      'booked: not reported',
      lines.filter(({ supplied }) => supplied),
      unreported,
      (line) => line.state !== 'matched' && has(line, ...notReported),
    ),
    score('booked: booked in a later quarter', matched, later, (line) => has(line, 'timing')),
    score(
      'booked: on another account',
      matched,
      ({ account, truth: told }) => account !== null && told?.rightAccount !== account,
      (line) => has(line, 'wrong-posting'),
    ),
    score(
      'reported: fees and deposits',
      loose,
      (line) => line.deliveries.length === 0 && !has(line, 'reported-twice'),
      (line) => has(line, 'freight-fees'),
    ),
    score(
      'reported: the buyer’s books are nobody’s here',
      loose,
      ({ buyer }) => buyer === 'GIR',
      (line) => has(line, 'buyer-without-books'),
    ),
  ];
}

const percent = (part: number, whole: number) => (whole === 0 ? '–' : ((100 * part) / whole).toFixed(2));

export function tableOf({ scores, explained }: Measured): string {
  const rows = scores.map(
    ({ type, true: wanted, found, said, right }) =>
      `${type.padEnd(50)}${String(wanted).padStart(9)}${percent(found, wanted).padStart(9)}${String(said).padStart(9)}${percent(right, said).padStart(11)}`,
  );
  const head = `${'type'.padEnd(50)}${'true'.padStart(9)}${'recall'.padStart(9)}${'said'.padStart(9)}${'precision'.padStart(11)}`;
  return [
    head,
    ...rows,
    `kroner explained truly: agreement suppliers ${(100 * explained.agreements).toFixed(2)} %, all ${(100 * explained.all).toFixed(2)} %`,
  ].join('\n');
}
