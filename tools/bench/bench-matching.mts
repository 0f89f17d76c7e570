import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { withClient } from '../postgres/connect.mts';
import { startPostgres } from '../postgres/start-postgres.mts';
import { PlainProblem } from '../plain-problem.mts';
import { root } from '../project.mts';
import { runOnce } from '../start/run-once.mts';
import { buildProduct, programOf } from '../trial/built-product.mts';
import { changeReport, fillBooks, judge, type Cast } from '../trial/mismatched-lines.mts';
import { rounded, type Ratio } from './measure.mts';

interface Timed {
  seconds: number;
  result: { opened: number; closed: number; whole: boolean };
}

interface Trial {
  lines: number;
  joinSeconds: number;
  matchSeconds: number;
  changed: { lines: number; seconds: number };
  judged: Awaited<ReturnType<typeof judge>>;
}

/** The rooms on a PostgreSQL of their own, with as many lines as asked for: PostgreSQL alone, a first match, and a match after a changed report. */
async function tryWith(lines: number, runs: number): Promise<Trial> {
  const folder = mkdtempSync(path.join(os.tmpdir(), `tallgrunn-trial-${process.pid}-`));
  const settings = { max_connections: '100', shared_buffers: '128MB', max_wal_size: '2GB' };
  const postgres = await startPostgres({ folder: path.join(folder, 'postgres'), database: 'tallgrunn', durable: true, settings });
  const app = new URL(postgres.url);
  app.username = 'tallgrunn_app';
  app.password = 'only-for-trials';
  const ask = async (program: string, word: string, url = app.toString()): Promise<string> => {
    const env = { ...process.env, NODE_ENV: 'production', LOG_LEVEL: 'warn', TALLGRUNN_DATA: folder, DATABASE_URL: url, APP_DATABASE_URL: app.toString() };
    const { code, stdout, stderr } = await runOnce([programOf(program), word], env, root, new AbortController().signal);
    if (code !== 0) throw new PlainProblem(`${program} ${word} failed:\n${stderr}${stdout}`);
    return stdout;
  };
  const askFor = async <T,>(word: string): Promise<T> => JSON.parse(await ask('match-trial', word)) as T;
  try {
    await ask('migrate', '', postgres.url);
    const cast = await askFor<Cast>('set-up');
    await withClient(postgres.url, (client) => fillBooks(client, cast, lines));
    await withClient(postgres.url, (client) => client.query('vacuum analyze'));
    const joins: number[] = [];
    for (let run = 0; run < runs; run += 1) {
      await withClient(postgres.url, (client) => client.query('truncate matching.link'));
      joins.push((await askFor<Timed>('join')).seconds);
    }
    const matches: number[] = [];
    for (let run = 0; run < runs; run += 1) {
      await withClient(postgres.url, (client) => client.query('truncate matching.link, matching.report_line, matching.spend_line, matching.cell, matching.source, matching.run, matching.usual_place, matching.usual_account, matching.agreement_account'));
      matches.push((await askFor<Timed>('match')).seconds);
      process.stdout.write(`  ${lines} lines, run ${run + 1}: join ${rounded(joins[run] ?? 0)} s, match ${rounded(matches[run] ?? 0)} s\n`);
    }
    const judged = await withClient(postgres.url, judge);
    const changedLines = await withClient(postgres.url, changeReport);
    const again = await askFor<Timed>('match');
    process.stdout.write(`  ${lines} lines: precision ${rounded(judged.precision)}, recall ${rounded(judged.recall)}, ${judged.links} links; ${judged.lines.reported} reported, ${judged.lines.booked} booked; after the change ${again.result.opened} opened, ${again.result.closed} closed\n`);
    return { lines, joinSeconds: Math.min(...joins), matchSeconds: Math.min(...matches), changed: { lines: changedLines, seconds: again.seconds }, judged };
  } finally {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Matching a large cooperative beside what PostgreSQL needs to join the two tables and store the pairs. */
export async function benchMatching({ lines, runs }: { lines: number; runs: number }): Promise<Ratio[]> {
  await buildProduct();
  const few = Math.ceil(lines / 10);
  const small = await tryWith(few, runs);
  const large = await tryWith(lines, runs);
  const perLine = ({ matchSeconds, lines: count }: Trial) => (matchSeconds * 1e6) / count;
  return [
    { what: `match of ${lines} reported lines / PostgreSQL joins and stores`, first: `${rounded(large.matchSeconds)} s`, second: `${rounded(large.joinSeconds)} s`, ratio: rounded(large.matchSeconds / large.joinSeconds) },
    { what: `match a line: of ${lines} / of ${few}`, first: `${rounded(perLine(large))} µs`, second: `${rounded(perLine(small))} µs`, ratio: rounded(perLine(large) / perLine(small)) },
    { what: `match after a changed report of ${large.changed.lines} lines / the first`, first: `${rounded(large.changed.seconds)} s`, second: `${rounded(large.matchSeconds)} s`, ratio: rounded(large.changed.seconds / large.matchSeconds) },
    { what: `precision / recall of links, ${lines} lines`, first: String(rounded(large.judged.precision)), second: String(rounded(large.judged.recall)), ratio: rounded(large.judged.precision / large.judged.recall) },
  ];
}
