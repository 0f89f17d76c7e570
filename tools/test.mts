import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { buildProductIfChanged } from './build/build-all.mts';
import { runNx } from './build/run-nx.mts';
import { describeError } from './user-error.mts';
import { root } from './project.mts';
import { Shutdown } from './start/shutdown.mts';
import { print } from './start/print.mts';
import { bootServer, type BootedServer } from './test/boot-server.mts';
import { runJest } from './test/run-jest.mts';
import { rotatedSuites } from './test/rotated-suites.mts';
import { hasJourneys, runJourneys } from './test/run-journeys.mts';
import { runTool } from './test/run-tool.mts';
import { lineOf, nothing, oneFailed, onePassed, oneSkipped, sumOf, type Tally } from './test/tally.mts';

const shutdown = new Shutdown();
const { signal } = shutdown;

/** Runs one step and prints one line for it. A step that throws counts as failed; the others still run. */
async function step(name: string, work: () => Promise<Tally>): Promise<Tally> {
  if (signal.aborted) return nothing;
  const began = performance.now();
  const tally = await work().catch((error: unknown) => {
    print(describeError(error));
    return oneFailed;
  });
  print(`  ${name.padEnd(18)}${lineOf(tally).padEnd(44)} ${((performance.now() - began) / 1000).toFixed(1)} s`);
  return tally;
}

/** Runs one Nx target. Its output is shown only when it fails. */
async function runTarget(name: string): Promise<Tally> {
  const { ok, output } = await runNx(['run', `tallgrunn:${name}`], signal);
  if (!ok) print(output);
  return ok ? onePassed : oneFailed;
}

async function build(): Promise<Tally> {
  await buildProductIfChanged(signal);
  return onePassed;
}

/** Starts the built product and checks its health. Then runs the journeys on the same server with the demo world. */
async function runBootAndJourneys(paths: string[]): Promise<Tally[]> {
  const travels = hasJourneys();
  let booted: BootedServer | undefined;
  shutdown.later(() => booted?.stop());
  const boot = await step('boot and health', async () => {
    booted = await bootServer(travels ? [] : ['--empty']);
    if (!booted.healthy) print(booted.printed());
    return booted.healthy ? onePassed : oneFailed;
  });
  if (!travels) return [boot];
  const demo = await step('demo world', async () => {
    const loaded = (await booted?.demoLoaded()) ?? false;
    if (!loaded) print(booted?.printed() ?? '');
    return loaded ? onePassed : oneFailed;
  });
  return [
    boot,
    demo,
    await step('journeys', async () => (booted && demo.passed ? runJourneys(paths, booted, signal) : oneSkipped)),
  ];
}

async function runAll(isWhole: boolean): Promise<Tally[]> {
  const hasWeb = existsSync(path.join(root, 'apps', 'web', 'src', 'main.ts'));
  const ofServer = step('types, server', () => runTarget('typecheck-server'));
  const ofWeb = hasWeb ? step('types, web', () => runTarget('typecheck-web')) : Promise.resolve(nothing);
  const types = await Promise.all([ofServer, ofWeb]);
  const [lint, format, built] = await Promise.all([
    step('lint', () => runTarget('lint')),
    step('format', () => runTarget('format')),
    step('build', build),
  ]);
  const tests = await step('tests', () => runJest({ isWhole, isBuilt: !built.failed }, signal));
  const ran = built.failed
    ? [await step('boot and health', async () => oneSkipped)]
    : await runBootAndJourneys(isWhole ? ['test/journeys'] : []);
  return [...types, lint, format, built, tests, ...ran];
}

/** Runs only the given journeys or the given tests. */
async function runSelected(paths: string[]): Promise<Tally[]> {
  const isJourney = paths.some((each) => each.includes('test/journeys'));
  if (!isJourney) return [await step('tests', () => runJest({ paths }, signal))];
  const built = await step('build', build);
  return built.failed ? [built] : [built, ...(await runBootAndJourneys(paths))];
}

/**
 * Runs lint, types and tests of the projects that the changes since a commit touch, after Nx's graph of projects, and
 * the architecture rules. Other tests across rooms are left to the whole run.
 */
async function runAffected(base: string): Promise<Tally[]> {
  const nx = path.join(root, 'node_modules', 'nx', 'dist', 'bin', 'nx.js');
  const words = ['affected', '-t', 'lint,typecheck,test', `--base=${base}`, '--exclude=tallgrunn'];
  const env = { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false' };
  const projects = await step('projects', async () =>
    (await runTool([nx, ...words], env, signal)) === 0 ? onePassed : oneFailed,
  );
  return [projects, await step('architecture', () => runJest({ paths: ['test/architecture'] }, signal))];
}

shutdown.onSignals(print);
const { values, positionals: paths } = parseArgs({
  options: {
    all: { type: 'boolean' },
    worlds: { type: 'boolean' },
    affected: { type: 'boolean' },
    base: { type: 'string', default: 'main' },
  },
  allowPositionals: true,
});
const run = () => {
  if (values.affected) return runAffected(values.base);
  if (values.worlds) return runSelected(rotatedSuites());
  return paths.length > 0 ? runSelected(paths) : runAll(values.all === true);
};
const tallies = await run();
await shutdown.now();
const sum = sumOf(tallies);
print(lineOf(sum));
process.exit(sum.failed > 0 || sum.passed === 0 ? 1 : 0);
