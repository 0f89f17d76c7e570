import type { Client } from 'pg';
import { withClient } from '../postgres/connect.mts';
import { buildProduct } from '../trial/built-product.mts';
import { fillLedgers } from '../trial/mismatched-lines.mts';
import { decideFactor, nameItems } from '../trial/weighed-lines.mts';
import { TrialRooms } from './bench-matching.mts';
import { rounded, type Ratio } from './measure.mts';

interface Timed {
  seconds: number;
  result: { opened: number; closed: number };
}

const SUMMARY_SQL =
  'emissions.result, emissions.result_sum, emissions.supplier_footprint_result, emissions.run, emissions.run_total, emissions.run_factor_assignment, emissions.publication, emissions.nightly_verification';

/**
 * SQL that moves the results to a separate table, so that the time PostgreSQL needs to store them can be measured
 * alone.
 */
const STASH_RESULTS = [
  'drop table if exists bench.stash',
  'create table bench.stash as select * from emissions.result order by batch_id, line_no, part',
  'grant usage on schema bench to tallgrunn_app',
  'grant select on bench.stash to tallgrunn_app',
  'truncate emissions.result',
  'checkpoint',
];

/** Returns the number of lines per method as text, largest first. */
async function linesByMethod(client: Client): Promise<string | undefined> {
  const { rows } = await client.query<{ text: string }>(
    `select string_agg(method || ' ' || lines, ', ' order by lines desc) as text from (select method, count(*) as lines from emissions.result where closed_by_run is null group by method) m`,
  );
  return rows[0]?.text;
}

/**
 * Alternates a first full run and PostgreSQL alone, so that other load on the machine affects both. Then measures a run
 * after a factor change that affects one line in a hundred.
 */
export async function benchEmissions({ lines, runs }: { lines: number; runs: number }): Promise<Ratio[]> {
  await buildProduct();
  const rooms = new TrialRooms();
  try {
    const cast = await rooms.start();
    // The ledger gets the requested number of lines: half are postings, the rest invoice lines, mostly linked to
    // reported lines.
    await withClient(rooms.url, (client) => fillLedgers(client, cast, Math.ceil(lines / 2.35)));
    await rooms.runTrial('match');
    await withClient(rooms.url, (client) => nameItems(client, cast));
    await withClient(rooms.url, (client) => client.query('vacuum analyze'));
    const [weighed, copied]: [number[], number[]] = [[], []];
    let opened = 0;
    for (let run = 0; run < runs; run += 1) {
      await withClient(rooms.url, (client) => client.query(`truncate ${SUMMARY_SQL}`));
      const calculation = await rooms.runTrial<Timed>('weigh', 'emissions-benchmark');
      opened = calculation.result.opened;
      weighed.push(calculation.seconds);
      await withClient(rooms.url, async (client) => {
        for (const sql of STASH_RESULTS) await client.query(sql);
      });
      copied.push((await rooms.runTrial<Timed>('copy', 'emissions-benchmark')).seconds);
      process.stdout.write(
        `  ${opened} lines, run ${run + 1}: weighed in ${rounded(weighed[run] ?? 0)} s, stored alone in ${rounded(copied[run] ?? 0)} s\n`,
      );
    }
    await withClient(rooms.url, (client) => decideFactor(client, cast));
    await withClient(rooms.url, (client) => client.query('vacuum analyze emissions.result'));
    const decided = await rooms.runTrial<Timed>('decided', 'emissions-benchmark');
    const methods = await withClient(rooms.url, linesByMethod);
    process.stdout.write(
      `  ${methods}; after the decision ${decided.result.opened} opened, ${decided.result.closed} closed\n`,
    );
    const [weigh, copy] = [Math.min(...weighed), Math.min(...copied)];
    return [
      {
        what: `${opened} lines weighed and stored / one INSERT … SELECT of them`,
        first: `${rounded(weigh)} s`,
        second: `${rounded(copy)} s`,
        ratio: rounded(weigh / copy),
      },
      {
        what: `a factor that ${decided.result.opened} lines take / the first run`,
        first: `${rounded(decided.seconds)} s`,
        second: `${rounded(weigh)} s`,
        ratio: rounded(decided.seconds / weigh),
      },
    ];
  } finally {
    await rooms.stop();
  }
}
