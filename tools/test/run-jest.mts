import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { root } from '../project.mts';
import { print } from '../start/print.mts';
import { runTool } from './run-tool.mts';
import { oneFailed, tallyOfJest, type JestReport, type Tally } from './tally.mts';
import { leftOutSuites, seedOfRun, rotatedSuites } from './rotated-suites.mts';

const report = path.join(root, 'tmp', 'jest.json');
/** A worker that holds more after a file is replaced, and the next file loads everything anew: five seconds of work. */
const workerMemoryMax = '1200MB';

interface JestRun {
  /** Folders or files. Without any, all suites run, but of the rotated ones only this commit's part. */
  readonly paths?: readonly string[];
  /** Runs all rotated suites. */
  readonly isWhole?: boolean;
  /** Starts file readers from the build of the same sources. */
  readonly isBuilt?: boolean;
}

/** Runs tests on a separate PostgreSQL for this run (test/support/start-postgres.mjs). */
export async function runJest(
  { paths = [], isWhole = false, isBuilt = false }: JestRun,
  signal: AbortSignal,
): Promise<Tally> {
  rmSync(report, { force: true });
  mkdirSync(path.dirname(report), { recursive: true });
  const jest = path.join(root, 'node_modules', 'jest', 'bin', 'jest.js');
  const options = [
    '--config',
    'jest.config.cjs',
    '--json',
    `--outputFile=${report}`,
    '--testLocationInResults',
    `--workerIdleMemoryLimit=${workerMemoryMax}`,
  ];
  // A compile cache: tests start hundreds of programs from their sources, mostly file readers.
  const env = {
    ...process.env,
    CI: 'true',
    NODE_ENV: 'test',
    NODE_COMPILE_CACHE: path.join(root, 'tmp', 'compiled'),
    ...(isBuilt ? { TEST_PROGRAMS: path.join(root, 'dist', 'apps', 'server') } : {}),
    LEFT_OUT_SUITES: paths.length > 0 || isWhole ? '' : suitesOfOtherTurns().join(','),
  };
  const code = await runTool([jest, ...options, ...paths], env, signal);
  if (!existsSync(report)) return oneFailed;
  const tally = tallyOfJest(JSON.parse(readFileSync(report, 'utf8')) as JestReport);
  return code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}

function suitesOfOtherTurns(): string[] {
  const suites = rotatedSuites();
  const leftOut = leftOutSuites(suites, seedOfRun());
  const count = suites.length - leftOut.length;
  print(`  ${count} of ${suites.length} rotated suites are run with this commit; npm run test:all runs all.`);
  return leftOut;
}
