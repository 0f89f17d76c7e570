import { addUp, aroundDay, type FoundSum, type Part, type Total } from './add-up.ts';
import type { SqlClient } from './sql-client.ts';
import { RELIABLE_SUM_ORE } from './closed-sums.ts';
import { insertMatches, type NewMatch } from './insert-matches.ts';
import { ANY_TIME, PERIODS } from './periods.ts';

interface OpenLine {
  readonly id: number;
  readonly ore: number;
  readonly day: number;
  /** Key of the invoice it is on; null if it is on none. */
  readonly whole: string | null;
  readonly place: string | null;
  readonly fee: boolean;
}

interface OpenSums {
  readonly totals: readonly Total[];
  readonly lines: readonly OpenLine[];
}

/** Largest number of open lines per side of a supplier and buyer; above it, only the steps for whole periods are used. */
const OPEN_MAX = 2000;

const DAY = `o.day - date '2000-01-01'`;
const listed = (alsoOf: string, place: string) =>
  `jsonb_agg(jsonb_build_object('id', o.id, 'ore', o.ore, 'day', ${DAY}, 'place', ${place}::text${alsoOf}) order by o.day, o.id)`;
const OF_LINES = `, 'whole', o.invoice::text, 'fee', o.fee`;

/** SQL: open rows with the cost centre where the products of their site are usually booked. */
const ROWS = `open_r o left join home h on h.site = o.site`;
const HOME =
  'home as materialized (select site, min(cost_centre) as cost_centre from place group by site having count(distinct cost_centre) = 1)';
/** SQL: rows that may sum several lines: the ledger has no line with their item. */
const SUM_ROWS = `${ROWS} left join known k on k.pair = o.pair and k.item = o.item where k.item is null and not o.fee and not o.again and o.day is not null and o.id not in (select report from refused)`;
/** SQL: condition for rows that name no invoice of the ledger. */
const OF_ROWS =
  'not o.booked_invoice and o.day is not null and not o.again and o.id not in (select report from refused) and o.pair in (select pair from t)';
const KNOWN = 'known as materialized (select distinct pair, item from open_b where item is not null)';
const BOOKED = `open_b o where o.day is not null and not o.rest and o.id not in (select booked from refused)`;

const SUMS_OF_LINES = `
  with ${HOME}, ${KNOWN}, t as materialized (
    select o.pair, ${listed('', 'h.cost_centre')} as totals from ${SUM_ROWS} and not o.booked_invoice and abs(o.ore) >= ${RELIABLE_SUM_ORE} group by o.pair having count(*) <= ${OPEN_MAX}
  ), l as materialized (
    select o.pair, ${listed(OF_LINES, 'o.cost_centre')} as lines from ${BOOKED} and o.pair in (select pair from t) group by o.pair having count(*) <= ${OPEN_MAX}
  )
  select t.totals, l.lines from t join l using (pair)`;

/** SQL: several sum rows of one invoice, each of some of its lines. */
const SUMS_OF_INVOICE = `
  with ${HOME}, ${KNOWN}, t as materialized (
    select o.invoice, ${listed('', 'h.cost_centre')} as totals from ${SUM_ROWS} and o.booked_invoice and o.via is null group by o.invoice having count(*) <= ${OPEN_MAX}
  ), l as materialized (
    select o.invoice, ${listed(OF_LINES, 'o.cost_centre')} as lines from ${BOOKED} and o.mark is not null and o.invoice in (select invoice from t) group by o.invoice having count(*) between 2 and ${OPEN_MAX}
  )
  select t.totals, l.lines from t join l using (invoice)`;

/** SQL: postings that sum report rows. */
const SUMS_OF_ROWS = `
  with ${HOME}, t as materialized (
    select o.pair, ${listed('', 'o.cost_centre')} as totals from ${BOOKED} and o.item is null and o.mark is null and not o.fee and abs(o.ore) >= ${RELIABLE_SUM_ORE} and o.pair in (select pair from open_r) group by o.pair having count(*) <= ${OPEN_MAX}
  ), l as materialized (
    select o.pair, ${listed(OF_LINES, 'h.cost_centre')} as lines from ${ROWS} where ${OF_ROWS} group by o.pair having count(*) <= ${OPEN_MAX}
  )
  select t.totals, l.lines from t join l using (pair)`;

/**
 * SQL: the unexplained rest of invoices booked as one posting, when the rows that name the invoice sum to less. Rows
 * without a number, or with an unknown one, may sum to the rest.
 */
const REST_OF_INVOICE = `create temporary table rest_of on commit drop as
  select b.id, b.pair, b.day, b.cost_centre, b.ore - s.ore as ore
  from (select p.booked, sum(p.ore)::bigint as ore from pair p where p.step = 'invoice-difference' group by p.booked) s
  join booked b on b.id = s.booked
  where b.invoice is not null and b.item is null and b.mark is null and b.day is not null and (b.ore < 0) = (b.ore - s.ore < 0) and abs(b.ore - s.ore) between ${RELIABLE_SUM_ORE} and abs(b.ore)
    and not exists (select from open_b x where x.invoice = b.invoice) and not exists (select from booked x where x.invoice = b.invoice and x.id <> b.id)`;
const SUMS_OF_REST = `
  with ${HOME}, t as materialized (
    select o.pair, ${listed('', 'o.cost_centre')} as totals from rest_of o group by o.pair having count(*) <= ${OPEN_MAX}
  ), l as materialized (
    select o.pair, ${listed(OF_LINES, 'h.cost_centre')} as lines from ${ROWS} where ${OF_ROWS} group by o.pair having count(*) <= ${OPEN_MAX}
  )
  select t.totals, l.lines from t join l using (pair)`;
/** SQL: when the rest is found, the rows that were linked with a difference become a sum. */
const RESTS_FOUND: readonly string[] = [
  `update pair p set step = 'invoice-sum', score = 0.97, evidence = p.evidence || jsonb_build_object('reported', p.evidence -> 'booked', 'reportedLines', (p.evidence ->> 'reportedLines')::int + f.rows)
   from (select booked, count(*)::int as rows from found group by booked) f where f.booked = p.booked and p.step = 'invoice-difference'`,
  'drop table rest_of',
];

/** Searches for sums: what is read, which periods are tried, and which side has the totals. */
const SEARCHES = {
  invoice: { sql: SUMS_OF_INVOICE, periods: [ANY_TIME], totals: 'report' },
  lines: { sql: SUMS_OF_LINES, periods: PERIODS, totals: 'report' },
  rows: { sql: SUMS_OF_ROWS, periods: PERIODS, totals: 'booked' },
  rest: { sql: SUMS_OF_REST, periods: [aroundDay], totals: 'booked' },
} as const;

/** Links rows to the ledger lines that sum to them, or postings to rows, also when days near a period's edge are ambiguous. */
export const linkSumsOfParts =
  (search: keyof typeof SEARCHES) =>
  async (database: SqlClient): Promise<void> => {
    const { sql, periods, totals } = SEARCHES[search];
    for await (const open of database.stream<OpenSums>(sql, [], 50))
      await insertMatches(
        database,
        open.flatMap((one) => pairsOf(one, periods, totals)),
      );
  };

/** Links rows that name no invoice to an invoice with an unexplained rest, when they sum to that rest. */
export async function linkInvoiceRests(database: SqlClient): Promise<void> {
  await database.query(REST_OF_INVOICE);
  await linkSumsOfParts('rest')(database);
  for (const sql of RESTS_FOUND) await database.query(sql);
}

const wholeOf = ({ whole, id }: OpenLine): unknown => whole ?? id;
const isGoods = ({ fee }: OpenLine): boolean => !fee;
/** Whole invoices first, without and with fees; then single lines. */
const WAYS: readonly ((lines: readonly OpenLine[]) => Part[])[] = [
  (lines) => partsOf(lines.filter(isGoods), wholeOf),
  (lines) => (lines.every(isGoods) ? [] : partsOf(lines, wholeOf)),
  (lines) => partsOf(lines.filter(isGoods), ({ id }) => id),
];

function pairsOf({ totals, lines }: OpenSums, periods: typeof PERIODS, side: 'report' | 'booked'): NewMatch[] {
  const found: FoundSum[] = [];
  for (const toParts of WAYS) {
    const [done, used] = [new Set(found.map(({ total }) => total)), new Set(found.flatMap((one) => one.lines))];
    const [open, parts] = [totals.filter(({ id }) => !done.has(id)), toParts(lines.filter(({ id }) => !used.has(id)))];
    if (parts.length > 0) found.push(...addUp(open, parts, periods));
  }
  const oreOf = new Map(lines.map(({ id, ore }) => [id, ore]));
  return found.flatMap(({ total, lines: own, edge }) =>
    own.map((line): NewMatch => ({
      ...(side === 'report' ? { report: total, booked: line } : { report: line, booked: total }),
      step: 'sum-of-parts',
      ore: oreOf.get(line) ?? 0,
      score: edge === 0 ? 0.98 : 0.97,
      evidence: side === 'report' ? { bookedLines: own.length } : { reportedLines: own.length },
    })),
  );
}

function partsOf(lines: readonly OpenLine[], keyOf: (line: OpenLine) => unknown): Part[] {
  return [...Map.groupBy(lines, keyOf).values()].flatMap((own): Part[] => {
    const [ore, places] = [own.reduce((sum, line) => sum + line.ore, 0), new Set(own.map(({ place }) => place))];
    return ore === 0
      ? []
      : [
          {
            ore,
            day: Math.max(...own.map(({ day }) => day)),
            place: places.size === 1 ? (own[0]?.place ?? null) : null,
            lines: own.map(({ id }) => id),
          },
        ];
  });
}
