import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { root } from '../project.mts';
import { print } from '../start/print.mts';
import { allJourneys, leftOutSuites, ROTATED_JOURNEY_PARTS, seedOfRun } from './rotated-suites.mts';
import { runTool } from './run-tool.mts';
import { oneFailed, tallyOfPlaywright, type PlaywrightReport, type Tally } from './tally.mts';

const report = path.join(root, 'tmp', 'journeys.json');

export const hasJourneys = (): boolean => allJourneys().all.length > 0;

/** Returns the journeys of a run without named paths: the common ones, and this commit's part of the others. */
function journeysOfTurn(): string[] {
  const { all, rotated } = allJourneys();
  const leftOut = leftOutSuites(rotated, seedOfRun(), ROTATED_JOURNEY_PARTS);
  print(
    `  ${rotated.length - leftOut.length} of ${rotated.length} rotated journeys are run with this commit; npm run test:all runs all.`,
  );
  return all.filter((file) => !leftOut.includes(file));
}

/** Runs the journeys in `paths`, or those of this commit, in a real browser against a server with the demo world. */
export async function runJourneys(
  paths: readonly string[],
  { address, worldFolder }: { address: string; worldFolder: string },
  signal: AbortSignal,
): Promise<Tally> {
  mkdirSync(path.dirname(report), { recursive: true });
  rmSync(report, { force: true });
  const playwright = path.join(root, 'node_modules', '@playwright', 'test', 'cli.js');
  const env = { ...process.env, BASE_URL: address, WORLD: worldFolder, PLAYWRIGHT_JSON_OUTPUT_NAME: report };
  const code = await runTool(
    [playwright, 'test', '-c', 'test/journeys/playwright.config.ts', ...(paths.length > 0 ? paths : journeysOfTurn())],
    env,
    signal,
  );
  if (!existsSync(report)) return oneFailed;
  const tally = tallyOfPlaywright(JSON.parse(readFileSync(report, 'utf8')) as PlaywrightReport);
  return code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}
