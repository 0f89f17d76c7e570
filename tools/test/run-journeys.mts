import { existsSync, globSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { root } from '../project.mts';
import { runTool } from './run-tool.mts';
import { oneFailed, tallyOfPlaywright, type PlaywrightReport, type Tally } from './tally.mts';

const report = path.join(root, 'tmp', 'journeys.json');

export const hasJourneys = (): boolean => globSync('test/journeys/**/*.spec.ts', { cwd: root }).length > 0;

/** Runs the journeys in `paths`, or all, in a real browser against a server with the demo world. */
export async function runJourneys(
  paths: string[],
  { address, worldFolder }: { address: string; worldFolder: string },
  signal: AbortSignal,
): Promise<Tally> {
  mkdirSync(path.dirname(report), { recursive: true });
  rmSync(report, { force: true });
  const playwright = path.join(root, 'node_modules', '@playwright', 'test', 'cli.js');
  const env = { ...process.env, BASE_URL: address, WORLD: worldFolder, PLAYWRIGHT_JSON_OUTPUT_NAME: report };
  const code = await runTool([playwright, 'test', '-c', 'test/journeys/playwright.config.ts', ...paths], env, signal);
  if (!existsSync(report)) return oneFailed;
  const tally = tallyOfPlaywright(JSON.parse(readFileSync(report, 'utf8')) as PlaywrightReport);
  return code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}
