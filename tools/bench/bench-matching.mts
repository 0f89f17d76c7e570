import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { withClient } from '../postgres/connect.mts';
import { startPostgres, type RunningPostgres } from '../postgres/start-postgres.mts';
import { UserError } from '../user-error.mts';
import { root } from '../project.mts';
import { runOnce } from '../start/run-once.mts';
import { buildProduct, programOf } from '../trial/built-product.mts';
import { changeReport, fillLedgers, measureAccuracy, type MatchingParties } from '../trial/mismatched-lines.mts';
import { rounded, type Ratio } from './measure.mts';

interface Timed {
  seconds: number;
  processor: number;
  result: { opened: number; closed: number; whole: boolean };
}

interface Trial {
  lines: number;
  joinSeconds: number;
  matchSeconds: number;
  /** Processor time of PostgreSQL and the program, in seconds: the best of the runs. */
  processor: { join: number; match: number };
  changed: { lines: number; seconds: number };
  judged: Awaited<ReturnType<typeof measureAccuracy>>;
}

/** The rooms of the product on a separate PostgreSQL. */
export class TrialRooms {
  readonly #folder = mkdtempSync(path.join(os.tmpdir(), `tallgrunn-trial-${process.pid}-`));
  #postgres: RunningPostgres | undefined;

  get url(): string {
    return this.#postgres?.url ?? '';
  }

  async start(): Promise<MatchingParties> {
    const settings = { max_connections: '100', shared_buffers: '128MB', max_wal_size: '2GB' };
    this.#postgres = await startPostgres({
      folder: path.join(this.#folder, 'postgres'),
      database: 'tallgrunn',
      durable: true,
      settings,
    });
    await this.#run('migrate', '', this.url);
    return this.runTrial<MatchingParties>('set-up');
  }

  /** Runs one command of a benchmark program and returns its JSON output. */
  async runTrial<T>(word: string, trial = 'matching-benchmark'): Promise<T> {
    return JSON.parse(await this.#run(trial, word, this.#appUrl())) as T;
  }

  async stop(): Promise<void> {
    await this.#postgres?.stop();
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 5 });
  }

  #appUrl(): string {
    const app = new URL(this.url);
    app.username = 'tallgrunn_app';
    app.password = 'only-for-trials';
    return app.toString();
  }

  async #run(program: string, word: string, url: string): Promise<string> {
    const env = {
      ...process.env,
      NODE_ENV: 'production',
      LOG_LEVEL: 'warn',
      TALLGRUNN_DATA: this.#folder,
      DATABASE_URL: url,
      APP_DATABASE_URL: this.#appUrl(),
      TRIAL_OWNER_URL: this.url,
    };
    const { code, stdout, stderr } = await runOnce([programOf(program), word], env, root, new AbortController().signal);
    if (code !== 0) throw new UserError(`${program} ${word} failed:\n${stderr}${stdout}`);
    return stdout;
  }
}

const LINK_COUNT_SQL = [
  'link',
  'standalone_report_line',
  'standalone_spend_line',
  'matching_total',
  'run_input',
  'run',
  'usual_cost_centre',
  'usual_account',
  'agreement_account',
]
  .map((table) => `matching.${table}`)
  .join(', ');

const describeTimes = (timed: Timed | undefined) =>
  `${rounded(timed?.seconds ?? 0)} s (processor ${rounded(timed?.processor ?? 0)} s)`;
const least = (all: readonly Timed[], what: 'seconds' | 'processor') => Math.min(...all.map((timed) => timed[what]));

/**
 * Alternates PostgreSQL alone and a first match run, so that other load on the machine affects both. Then measures a
 * match run after a changed report.
 */
async function measureMatching(lines: number, runs: number): Promise<Trial> {
  const rooms = new TrialRooms();
  try {
    const cast = await rooms.start();
    await withClient(rooms.url, (client) => fillLedgers(client, cast, lines));
    await withClient(rooms.url, (client) => client.query('vacuum analyze'));
    const [joins, matches]: [Timed[], Timed[]] = [[], []];
    for (let run = 0; run < runs; run += 1) {
      await withClient(rooms.url, (client) => client.query(`truncate ${LINK_COUNT_SQL}`));
      joins.push(await rooms.runTrial<Timed>('join'));
      await withClient(rooms.url, (client) => client.query(`truncate ${LINK_COUNT_SQL}`));
      matches.push(await rooms.runTrial<Timed>('match'));
      process.stdout.write(
        `  ${lines} lines, run ${run + 1}: join ${describeTimes(joins[run])}, match ${describeTimes(matches[run])}\n`,
      );
    }
    const accuracy = await withClient(rooms.url, measureAccuracy);
    const changedLines = await withClient(rooms.url, changeReport);
    const secondMatch = await rooms.runTrial<Timed>('match');
    const { precision, recall, links } = accuracy;
    process.stdout.write(
      `  precision ${rounded(precision)}, recall ${rounded(recall)}, ${links} links; ${accuracy.lines.reported} reported, ${accuracy.lines.booked} booked; after the change ${secondMatch.result.opened} opened, ${secondMatch.result.closed} closed\n`,
    );
    return {
      lines,
      joinSeconds: least(joins, 'seconds'),
      matchSeconds: least(matches, 'seconds'),
      processor: { join: least(joins, 'processor'), match: least(matches, 'processor') },
      changed: { lines: changedLines, seconds: secondMatch.seconds },
      judged: accuracy,
    };
  } finally {
    await rooms.stop();
  }
}

/**
 * Compares matching in a large cooperative with the time PostgreSQL needs to join the two tables and store the matches.
 */
export async function benchMatching({ lines, runs }: { lines: number; runs: number }): Promise<Ratio[]> {
  await buildProduct();
  const few = Math.ceil(lines / 10);
  const small = await measureMatching(few, runs);
  const large = await measureMatching(lines, runs);
  const perLine = ({ matchSeconds, lines: count }: Trial) => (matchSeconds * 1e6) / count;
  return [
    {
      what: `match of ${lines} reported lines / PostgreSQL joins and stores`,
      first: `${rounded(large.matchSeconds)} s`,
      second: `${rounded(large.joinSeconds)} s`,
      ratio: rounded(large.matchSeconds / large.joinSeconds),
    },
    {
      what: `processor time of the match / of the join`,
      first: `${rounded(large.processor.match)} s`,
      second: `${rounded(large.processor.join)} s`,
      ratio: rounded(large.processor.match / large.processor.join),
    },
    {
      what: `match a line: of ${lines} / of ${few}`,
      first: `${rounded(perLine(large))} µs`,
      second: `${rounded(perLine(small))} µs`,
      ratio: rounded(perLine(large) / perLine(small)),
    },
    {
      what: `match after a changed report of ${large.changed.lines} lines / the first`,
      first: `${rounded(large.changed.seconds)} s`,
      second: `${rounded(large.matchSeconds)} s`,
      ratio: rounded(large.changed.seconds / large.matchSeconds),
    },
    {
      what: `precision / recall of links, ${lines} lines`,
      first: String(rounded(large.judged.precision)),
      second: String(rounded(large.judged.recall)),
      ratio: rounded(large.judged.precision / large.judged.recall),
    },
  ];
}
