import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { demoReports, type DemoReports } from './demo-reports.ts';
import { judgeReports } from './judge.ts';
import { Score } from './score.ts';

/** One seed as a rule; `CORPUS_SEEDS=1,2,3 npm test -- test/corpus/full-world.spec.ts` takes others. The table of each goes to tmp/corpus. */
const seeds = (process.env['CORPUS_SEEDS'] ?? '1').split(',').map(Number);
const tables = path.join(__dirname, '../../tmp/corpus');

interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
}

const rowsOf = <T>(table: unknown): T[] => (table as Table).rows.map((row) => Object.fromEntries((table as Table).columns.map((column, at) => [column, row[at]])) as T);

describe.each(seeds)('the full demo world %i', (seed) => {
  let reports: DemoReports;
  const score = new Score();
  beforeAll(async () => {
    reports = await demoReports(seed, 'full');
    await judgeReports(reports, (judged) => score.add(judged));
    mkdirSync(tables, { recursive: true });
    writeFileSync(path.join(tables, `full-${seed}.txt`), [score.table(), '', 'missed', ...score.missed, '', 'extra', ...score.extra, '', 'stopped though accepted', ...score.stopped, ''].join('\n'));
    process.stdout.write(`\n${score.table()}\n`);
  }, 1_200_000);

  it('runs', () => expect(rowsOf(reports.truth['mismatches']).length).toBeGreaterThan(0));
});
