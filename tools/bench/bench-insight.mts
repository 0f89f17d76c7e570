import { withClient } from '../postgres/connect.mts';
import { buildProduct } from '../trial/built-product.mts';
import { copyLines } from '../trial/copied-lines.mts';
import { fillLedgers } from '../trial/mismatched-lines.mts';
import { nameItems } from '../trial/weighed-lines.mts';
import { TrialRooms } from './bench-matching.mts';
import { describeBytes } from './disk-bytes.mts';
import { rounded, type Ratio } from './measure.mts';

interface QueryTimes {
  readonly rows: number;
  readonly bytesOfRow: number;
  /** Milliseconds of each query, by its name. */
  readonly times: Readonly<Record<string, readonly number[]>>;
}

const QUERIES_PER_FIGURE = 40;
const quantile = (times: readonly number[], share: number): number =>
  [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(share * times.length))] ?? NaN;

/** Gives every buyer a ledger in every month after the lines are combined: only complete months are compared. */
const COMPLETE_LEDGERS = `
  insert into spend.ledger_coverage (cooperative_id, batch_id, buyer_id, month, postings)
  select s.cooperative_id, b.id, s.buyer_id, s.month, 1000
  from (select distinct cooperative_id, buyer_id, month from insight.combined_sum where level = 'buyer' and month is not null) s cross join (select id from spend.batch order by id limit 1) b`;

/**
 * Measures the query for every figure of the pages, after a first full run in a cooperative of the given number of
 * lines. Half of the lines are postings. With `copies`, so many times fewer are matched, and copied in the database.
 */
async function measureQueries(lines: number, copies = 1): Promise<QueryTimes> {
  const rooms = new TrialRooms();
  try {
    const cast = await rooms.start();
    await withClient(rooms.url, (client) => fillLedgers(client, cast, Math.ceil(lines / copies / 2.35)));
    await withClient(rooms.url, (client) => nameItems(client, cast));
    // Naming items rewrites every reported line, which the product never does.
    await withClient(rooms.url, (client) => client.query('vacuum full reporting.report_line'));
    await withClient(rooms.url, (client) => client.query('vacuum analyze'));
    await rooms.runTrial('all', 'change-benchmark');
    await withClient(rooms.url, (client) => client.query(COMPLETE_LEDGERS));
    await withClient(rooms.url, (client) => copyLines(client, copies));
    await withClient(rooms.url, (client) => client.query('vacuum analyze'));
    const times = await rooms.runTrial<Record<string, number[]>>(String(QUERIES_PER_FIGURE), 'insight-benchmark');
    const size = await withClient(
      rooms.url,
      async (client) =>
        (
          await client.query<{ rows: number; bytes: number }>(
            `select count(*)::int as rows, pg_total_relation_size('insight.combined_line')::float8 as bytes from insight.combined_line`,
          )
        ).rows[0],
    );
    // Of copied lines, only those tables have rows that the queries read.
    if (copies === 1) process.stdout.write(`${lines} lines, ${await withClient(rooms.url, describeBytes)}\n`);
    for (const [name, of] of Object.entries(times))
      process.stdout.write(
        `  ${lines} lines, ${name}: first ${rounded(of[0] ?? NaN)} ms, median ${rounded(quantile(of, 0.5))} ms, 95 of a hundred within ${rounded(quantile(of, 0.95))} ms\n`,
      );
    return { rows: size?.rows ?? 0, bytesOfRow: (size?.bytes ?? 0) / (size?.rows ?? 1), times };
  } finally {
    await rooms.stop();
  }
}

/**
 * Measures the pages' queries on the combined table. Compares a cooperative of the given size with one a tenth of that
 * size. With `copies`, the lines of the large one are so many copies of fewer, and those of the small one a tenth as many.
 */
export async function benchInsight({ lines, copies }: { lines: number; copies: number }): Promise<Ratio[]> {
  await buildProduct();
  const few = Math.ceil(lines / 10);
  const [small, large] = [
    await measureQueries(few, Math.max(1, Math.round(copies / 10))),
    await measureQueries(lines, copies),
  ];
  const of = (asked: QueryTimes, name: string) => quantile(asked.times[name] ?? [], 0.95);
  return [
    ...Object.keys(large.times).map((name) => ({
      what: `${name}, 95 of a hundred: ${lines} / ${few} lines`,
      first: `${rounded(of(large, name))} ms`,
      second: `${rounded(of(small, name))} ms`,
      ratio: rounded(of(large, name) / of(small, name)),
    })),
    {
      what: `bytes of a row with its indexes: ${large.rows} / ${small.rows} rows`,
      first: `${Math.round(large.bytesOfRow)}`,
      second: `${Math.round(small.bytesOfRow)}`,
      ratio: rounded(large.bytesOfRow / small.bytesOfRow),
    },
  ];
}
