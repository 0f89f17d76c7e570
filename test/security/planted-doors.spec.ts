import { PassThrough } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { createWebServer, startAllRooms } from '@tallgrunn/app-server/testing';
import { CONFIG, type Config } from '@tallgrunn/platform';
import type { TestApp } from '@tallgrunn/platform/testing';
import { Logger } from 'nestjs-pino';
import { textFieldsByRoute, type TextField } from './body-fields.ts';
import { signedIn, type Caller } from './caller.ts';
import { peopleAdmitted, cases } from './check-isolation.ts';
import { leaksInFiles, leaksInTables } from './planted-traces.ts';
import { plantedPersons, tracesIn } from './planted-persons.ts';
import { plantedForms } from './planted-forms.ts';
import { plantedUploads, type PlantedUpload } from './planted-uploads.ts';
import { PersonSupply, plantInRoute } from './planting.ts';
import { accessOf } from './routes-of.ts';
import { setUpWorld, type Who, type World } from './world.ts';

jest.setTimeout(900_000);

/** Routes with fields for names of persons or organisations, or for signing in: a name is expected there. */
const statesWho =
  /^\w+ \/(?:session|account|invitations|memberships|organisations|password-resets|colleagues|api-keys|personal-data|parties|suppliers|buyers|agreements\/parties)(?:\/|$)/;
/** These routes take values from the formats' own lists; planted.spec covers them. */
const plantedElsewhere: ReadonlySet<string> = new Set(['POST /spend/lines']);

const planted = plantedPersons();
const persons = new PersonSupply(planted);
const log: string[] = [];
const uploads = new Map<string, { taken: number; refused: number }>();
const answers: string[] = [];
const serverErrors: string[] = [];
const outcome: Record<string, { taken: readonly string[]; refused: readonly string[] }> = {};
let stand: TestApp;
let server: Pick<TestApp, 'app'>;
let world: World;
let folder: string;
const callers = new Map<Who, Caller>();

beforeAll(async () => {
  stand = await startAllRooms();
  world = await setUpWorld(stand, 'Nordsamkjop', 2);
  const config = stand.app.get<Config>(CONFIG);
  folder = config.dataFolder;
  const app = await createWebServer(
    { ...config, logLevel: 'trace' },
    new PassThrough().on('data', (piece: Buffer) => log.push(piece.toString())),
  );
  app.useLogger(app.get(Logger));
  await app.init();
  server = { app };
  await stand.work();
  for (const route of routesToPlant()) {
    // What a route takes depends on figures that are calculated in the background.
    await waitUntilIdle();
    await plant(route);
  }
  for (const upload of [...plantedForms(persons, world), ...(await plantedUploads(persons, world))])
    await bring(upload);
  await waitUntilIdle();
});
afterAll(async () => {
  await server?.app.close();
  await stand?.close();
});

const fieldsByRoute = textFieldsByRoute();
/** A reversed batch takes with it what other routes are about. */
const endsForOthers = (route: string): boolean => route.endsWith('/reverse');
const routesToPlant = (): string[] =>
  [...fieldsByRoute.keys()]
    .filter((route) => !statesWho.test(route) && !plantedElsewhere.has(route))
    .sort((a, b) => Number(endsForOthers(a)) - Number(endsForOthers(b)));

async function callerOf(who: Who): Promise<Caller> {
  const caller = callers.get(who) ?? (await signedIn(server, world.members[who].email, '/api/v1'));
  callers.set(who, caller);
  return caller;
}

async function plant(route: string): Promise<void> {
  const found = cases.find((each) => each.route === route && each.owner) ?? cases.find((each) => each.route === route);
  const who =
    found?.owner ??
    (found && peopleAdmitted(found, { stand, ours: world, theirs: world, access: accessOf(stand.app) })[0]);
  if (!found || !who) throw new Error(`No case calls ${route}.`);
  const by = await callerOf(who);
  const done = await plantInRoute(
    by,
    (writer) => found.call(writer, world),
    fieldsByRoute.get(route) as readonly TextField[],
    persons,
  );
  answers.push(...done.answers);
  outcome[route] = { taken: done.taken, refused: done.refused };
  if (done.fell.length > 0) serverErrors.push(`${route}: ${done.fell.join(', ')}`);
}

/** Uploads a file to its endpoint. */
async function bring({ door, who, path, name, content, fields }: PlantedUpload): Promise<void> {
  const { status, text } = await (await callerOf(who)).upload(path, { name, content }, fields);
  answers.push(text);
  if (status >= 500) serverErrors.push(`${door}: ${text}`);
  const count = uploads.get(door) ?? { taken: 0, refused: 0 };
  uploads.set(door, status < 300 ? { ...count, taken: count.taken + 1 } : { ...count, refused: count.refused + 1 });
}

/** Waits until no job is pending or running, so that all effects of an upload are complete. */
async function waitUntilIdle(): Promise<void> {
  for (let tries = 0; tries < 900; tries += 1) {
    const [row] = await stand.asOwner<{ n: number }>(
      `select count(*)::int as n from pgboss.job where state in ('created', 'active', 'retry') and start_after <= now()`,
    );
    if (row?.n === 0) return;
    await pause(200);
  }
  throw new Error('The worker never came to rest.');
}

describe('five hundred personal items in every field of text that a route takes', () => {
  it('never fell the server', () => {
    expect(serverErrors).toEqual([]);
  });

  it('reach the fields that are listed', () => {
    expect(outcome).toMatchSnapshot();
    expect(Object.fromEntries(uploads)).toMatchSnapshot();
    expect(persons.drawn).toBeGreaterThan(planted.length);
  });

  it('end in no table', async () => {
    const { leaks, tables, tablesWithKnown } = await leaksInTables(stand, planted, 'Finnskog');
    expect(leaks).toEqual([]);
    expect(tables).toBeGreaterThan(100);
    expect(tablesWithKnown).toBeGreaterThan(2);
  });

  it('end in no file and no line of the log', () => {
    expect(leaksInFiles(folder, planted).leaks).toEqual([]);
    expect(log.join('')).toContain('/agreement-imports');
    expect(tracesIn(log.join(''), planted)).toEqual([]);
  });
});
