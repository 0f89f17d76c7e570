import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { withClient } from '../postgres/connect.mts';
import { nodeFlags, dataFolder, root } from '../project.mts';
import { runOnce } from './run-once.mts';
import { print } from './print.mts';

const cli = path.join(root, 'dist', 'apps', 'cli', 'main.js');
const seed = '1';

interface Person {
  name: string;
  organisation: string;
  role: string;
  email: string;
  password: string;
}

interface World {
  cooperative: { key: string; name: string };
  buyers: { municipalityNumber: string; name: string }[];
  suppliers: { key: string; name: string }[];
  people: Person[];
}

/** The three roles shown in the demo: contract manager, supplier and buyer. */
const shown = ['contract-manager', 'supplier-administrator', 'buyer'];

/**
 * Writes the demo world's files once and returns their folder. The same seed gives the same files, so they are
 * retained.
 */
async function writeWorld(env: NodeJS.ProcessEnv, signal: AbortSignal): Promise<string> {
  const folder = path.join(dataFolder, 'demo', `light-${seed}`);
  if (existsSync(path.join(folder, 'truth.json'))) return folder; // written last
  rmSync(folder, { recursive: true, force: true });
  const { code, stderr } = await runOnce(
    [cli, 'demo', 'generate', '--profile', 'light', '--seed', seed, '--out', folder],
    env,
    root,
    signal,
  );
  if (code !== 0) throw new Error(stderr.trim());
  return folder;
}

const organisationOf = ({ cooperative, buyers, suppliers }: World, key: string): string =>
  [
    { key: cooperative.key, name: cooperative.name },
    ...buyers.map(({ municipalityNumber, name }) => ({ key: municipalityNumber, name })),
    ...suppliers,
  ].find((each) => each.key === key)?.name ?? key;

/** Returns one sign-in line per person: the first of each role that the demo shows. */
export function signInLines(world: World): string[] {
  const people = shown.flatMap((role) => world.people.find((person) => person.role === role) ?? []);
  const width = Math.max(...people.map(({ email }) => email.length)) + 2;
  return people.map(
    (person) =>
      `  ${person.email.padEnd(width)}${person.password}  ${person.name}, ${person.role} of ${organisationOf(world, person.organisation)}`,
  );
}

/** Returns true when the database contains a cooperative of its own: a demo must not be added to it. */
async function isInUse(databaseUrl: string): Promise<boolean> {
  const { rows } = await withClient(databaseUrl, (client) =>
    client.query<{ used: boolean }>(
      'select not demo and exists (select from identity.cooperative) as used from platform.instance',
    ),
  );
  return rows[0]?.used ?? false;
}

/** Loads the demo world behind the running server. An existing world and a database in use are left unchanged. */
export async function loadDemo(databaseUrl: string, env: NodeJS.ProcessEnv, signal: AbortSignal): Promise<void> {
  const began = performance.now();
  try {
    if (await isInUse(databaseUrl)) return print('This database is in use, so no demo is loaded.');
    const folder = await writeWorld(env, signal);
    const world = JSON.parse(readFileSync(path.join(folder, 'world.json'), 'utf8')) as World;
    print('Sign in to the demo, where everything is fictional:');
    signInLines(world).forEach(print);
    const { code, stderr, stdout } = await runOnce([...nodeFlags, cli, 'demo', 'load', folder], env, root, signal);
    if (signal.aborted) return;
    if (code !== 0) throw new Error(stderr.trim() || stdout.trim());
    const { loaded } = JSON.parse(stdout) as { loaded: boolean };
    if (loaded) print(`The demo world is loaded (${((performance.now() - began) / 1000).toFixed(0)} s).`);
  } catch (error) {
    if (!signal.aborted) print(`The demo world could not be loaded: ${(error as Error).message}`);
  }
}
