import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { INestApplication, INestApplicationContext } from '@nestjs/common';
import { rooms, standApart } from '@tallgrunn/app-server';
import { makeServer } from '@tallgrunn/app-server/testing';
import { generateWorld, type Profile, type WorldFile } from '@tallgrunn/demo-world';
import { defaultSignInPolicy, UnitOfWork, type Actor, type Config } from '@tallgrunn/platform';
import { freshDatabase } from '@tallgrunn/platform/testing';
import { FindActor } from '@tallgrunn/identity-server';
import { loadWorld } from '@tallgrunn/app-cli/loading';

/** A demo world that was loaded through the product's own use cases, on a database and folders of its own. */
export interface LoadedWorld {
  readonly app: INestApplicationContext;
  readonly folder: string;
  readonly system: Actor;
  /** People of the world who may sign in, with role, e-mail address and password. */
  readonly people: readonly WorldPerson[];
  asSystem<T>(work: () => Promise<T>): Promise<T>;
  /** As the cooperative's contract manager. */
  asManager<T>(work: () => Promise<T>): Promise<T>;
  /** The web server of it, not listening; close it before the world. */
  serve(): Promise<INestApplication>;
  close(): Promise<void>;
}

export interface WorldPerson {
  readonly role: string;
  readonly email: string;
  readonly password: string;
  readonly organisation?: string;
}

export const standWorld = (profile: Profile, seed: number): Promise<LoadedWorld> => standFiles(generateWorld({ profile, seed }));

/** Writes the files of a world and loads them. */
export async function standFiles(files: AsyncIterable<WorldFile> | Iterable<WorldFile>): Promise<LoadedWorld> {
  const data = mkdtempSync(path.join(os.tmpdir(), 'tallgrunn-test-'));
  const folder = path.join(data, 'world');
  for await (const { path: name, bytes } of files) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), bytes);
  }
  const database = await freshDatabase(rooms);
  const { ownerUrl, appUrl } = database;
  const config: Config = {
    ownerUrl, appUrl, port: 0, host: '127.0.0.1', dataFolder: path.join(data, 'data'), webFolder: path.join(data, 'web'), publicUrl: 'http://localhost', https: false, trustedProxies: false,
    sessionSecret: 'only-for-tests', securityLogKey: 'only-for-tests', signIn: { ...defaultSignInPolicy, secondFactor: 'optional' }, factorSecret: 'only-for-tests', smtpUrl: null, mailFrom: 'Tallgrunn <no-reply@localhost>', clamdUrl: null,
    allowUnencrypted: new Set(), securityContact: null, logLevel: 'silent',
  };
  const app = await standApart(config, { works: false, jobsAtOnce: true });
  await loadWorld(app, folder, () => undefined);
  const [only] = await app.get(FindActor, { strict: false }).system('demo');
  if (!only) throw new Error('The world has no cooperative.');
  const { people } = JSON.parse(readFileSync(path.join(folder, 'world.json'), 'utf8')) as { people: WorldPerson[] };
  const person = people.find(({ role }) => role === 'contract-manager');
  const [manager] = await app.get(FindActor, { strict: false }).byEmail(person?.email ?? '', 'demo');
  if (!manager) throw new Error('The world has no contract manager.');
  return {
    app,
    folder,
    people,
    system: only.actor,
    asSystem: (work) => app.get(UnitOfWork, { strict: false }).run(only.actor, work),
    asManager: (work) => app.get(UnitOfWork, { strict: false }).run(manager.actor, work),
    serve: async () => {
      const server = await makeServer(config);
      server.useLogger(false);
      return server.init();
    },
    close: async () => {
      await app.close();
      await database.drop();
      rmSync(data, { recursive: true, force: true });
    },
  };
}
