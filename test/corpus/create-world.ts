import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { generateWorld, type Profile, type WorldFile } from '@tallgrunn/demo-world';
import { UnitOfWork, type Actor } from '@tallgrunn/platform';
import { FindActor } from '@tallgrunn/identity-server';
import { loadWorld } from '@tallgrunn/app-cli/loading';
import { createProduct, type Product } from './stand-product.ts';

/** A demo world loaded through the product's use cases, with its own database and folders. */
export interface LoadedWorld extends Product {
  readonly system: Actor;
  /** People of the world who may sign in, with role, e-mail address and password. */
  readonly people: readonly WorldPerson[];
  asSystem<T>(work: () => Promise<T>): Promise<T>;
  /** Runs work as the cooperative's contract manager. */
  asManager<T>(work: () => Promise<T>): Promise<T>;
}

export interface WorldPerson {
  readonly role: string;
  readonly email: string;
  readonly password: string;
  readonly organisation?: string;
}

/** @param change changes the world's files before they are loaded */
export const createWorld = (profile: Profile, seed: number, change?: (folder: string) => void): Promise<LoadedWorld> =>
  createWorldFromFiles(generateWorld({ profile, seed }), change);

/** Writes the files of a world and loads them. */
export async function createWorldFromFiles(
  files: AsyncIterable<WorldFile> | Iterable<WorldFile>,
  change: (folder: string) => void = () => undefined,
): Promise<LoadedWorld> {
  const product = await createProduct();
  const { app } = product;
  const folder = path.join(product.folder, 'world');
  for await (const { path: name, bytes } of files) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), bytes);
  }
  change(folder);
  await loadWorld(app, folder, () => undefined);
  const [only] = await app.get(FindActor, { strict: false }).system('demo');
  if (!only) throw new Error('The world has no cooperative.');
  const { people } = JSON.parse(readFileSync(path.join(folder, 'world.json'), 'utf8')) as { people: WorldPerson[] };
  const person = people.find(({ role }) => role === 'contract-manager');
  const [manager] = await app.get(FindActor, { strict: false }).byEmail(person?.email ?? '', 'demo');
  if (!manager) throw new Error('The world has no contract manager.');
  return {
    ...product,
    folder,
    people,
    system: only.actor,
    asSystem: (work) => app.get(UnitOfWork, { strict: false }).run(only.actor, work),
    asManager: (work) => app.get(UnitOfWork, { strict: false }).run(manager.actor, work),
  };
}
