import { withClient } from '../postgres/connect.mts';
import { buildProduct } from '../trial/built-product.mts';
import { fillLedgers } from '../trial/mismatched-lines.mts';
import { TrialRooms } from './bench-matching.mts';
import { rounded, type Ratio } from './measure.mts';

interface Step {
  seconds: number;
  bytes: number;
  result: object;
}

interface StepTimes {
  match: Step;
  weigh: Step;
  combine: Step;
}

const CORRECTED = 1000;
const TIMES = 50;
const ROOMS_SCHEMAS = `('matching', 'emissions', 'insight')`;

const megabytes = (bytes: number) => rounded(bytes / 1e6);
const sumOf = ({ match, weigh, combine }: StepTimes, of: (step: Step) => number) =>
  [match, weigh, combine].reduce((sum, step) => sum + of(step), 0);

function describeSteps(what: string, followed: StepTimes): void {
  for (const [name, { seconds, bytes, result }] of Object.entries(followed))
    process.stdout.write(
      `  ${what}, ${name}: ${rounded(seconds)} s, ${megabytes(bytes)} MB of log, ${JSON.stringify(result)}\n`,
    );
}

/** Corrects one report, and then fifty, in a cooperative with the given number of lines. */
async function measureChange(lines: number): Promise<{ once: StepTimes; last: StepTimes; dead: number }> {
  const rooms = new TrialRooms();
  try {
    const cast = await rooms.start();
    await withClient(rooms.url, (client) => fillLedgers(client, cast, lines));
    await withClient(rooms.url, (client) => client.query('vacuum analyze'));
    const [first] = await rooms.runTrial<StepTimes[]>('all', 'change-benchmark');
    if (first) describeSteps(`${lines} lines, all`, first);
    await withClient(rooms.url, (client) => client.query('vacuum analyze'));
    const followed = await rooms.runTrial<(StepTimes & { corrected: number })[]>(
      `correct-0-${TIMES}-${CORRECTED}`,
      'change-benchmark',
    );
    const [once, last] = [followed[0], followed.at(-1)];
    if (!once || !last) throw new Error('Nothing was corrected.');
    for (const [at, { corrected, ...steps }] of [
      [1, once],
      [TIMES, last],
    ] as const)
      describeSteps(`${lines} lines, ${corrected} corrected, time ${at}`, steps);
    const dead = await withClient(
      rooms.url,
      async (client) =>
        (
          await client.query<{ name: string; dead: number }>(
            `select schemaname || '.' || relname as name, n_dead_tup::int as dead from pg_stat_user_tables where schemaname in ${ROOMS_SCHEMAS} and n_dead_tup > 0 order by 2 desc`,
          )
        ).rows,
    );
    process.stdout.write(
      `  ${lines} lines, dead rows after ${TIMES}: ${dead.map(({ name, dead: rows }) => `${name} ${rows}`).join(', ')}\n`,
    );
    return { once, last, dead: dead.reduce((sum, { dead: rows }) => sum + rows, 0) };
  } finally {
    await rooms.stop();
  }
}

/**
 * Measures the cost of a corrected report, from matching to the combined table. Compares a cooperative of the given
 * size with one a tenth of that size.
 */
export async function benchChange({ lines }: { lines: number }): Promise<Ratio[]> {
  await buildProduct();
  const few = Math.ceil(lines / 10);
  const small = await measureChange(few);
  const large = await measureChange(lines);
  const compared = (what: string, unit: string, of: (from: { once: StepTimes; last: StepTimes }) => number): Ratio => {
    const [first, second] = [of(large), of(small)];
    return {
      what,
      first: `${rounded(first)} ${unit}`,
      second: `${rounded(second)} ${unit}`,
      ratio: rounded(first / second),
    };
  };
  return [
    compared(`a corrected report of ${CORRECTED} lines among ${lines} / ${few}`, 's', ({ once }) =>
      sumOf(once, ({ seconds }) => seconds),
    ),
    compared(`the same, the ${TIMES}th`, 's', ({ last }) => sumOf(last, ({ seconds }) => seconds)),
    compared(`log of the same`, 'MB', ({ last }) => sumOf(last, ({ bytes }) => bytes) / 1e6),
    {
      what: `dead rows after ${TIMES} / a line corrected`,
      first: String(large.dead),
      second: String(CORRECTED * TIMES),
      ratio: rounded(large.dead / (CORRECTED * TIMES)),
    },
  ];
}
