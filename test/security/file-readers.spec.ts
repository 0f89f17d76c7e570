import childProcess from 'node:child_process';
import { startAllRooms } from '@tallgrunn/app-server/testing';
import type { TestApp } from '@tallgrunn/platform/testing';
import { cases } from './check-isolation.ts';
import { setUpWorld, type World } from './world.ts';

let stand: TestApp;
let world: World;
/** Transactions that were open when each file reader started. */
let openAtStart: Promise<number>[] = [];

const openTransactions = async (): Promise<number> => {
  const rows = await stand.asOwner<{ open: number }>(
    `select count(*)::int as open from pg_stat_activity where datname = current_database() and application_name = 'tallgrunn serve' and xact_start is not null`,
  );
  return rows[0]?.open ?? 0;
};

beforeAll(async () => {
  stand = await startAllRooms();
  world = await setUpWorld(stand, 'Nordsamkjop', 1);
  const { spawn } = childProcess;
  jest.spyOn(childProcess, 'spawn').mockImplementation(((...given: Parameters<typeof spawn>) => {
    openAtStart.push(openTransactions());
    return spawn(...given);
  }) as typeof spawn);
});
beforeEach(() => {
  openAtStart = [];
});
afterAll(async () => {
  jest.restoreAllMocks();
  await stand.close();
});

/**
 * Routes whose response waits for a program that reads the file. The others store it for a job, or read it themselves.
 */
const readBeforeAnswering = new Set([
  'POST /agreements/:agreementId/price-versions',
  'POST /agreements/:agreementId/price-drafts',
  'POST /declarations',
  'POST /declarations/:declarationId/attachments',
  'POST /index-series',
  'POST /agreement-imports',
  'POST /spend/batches/preview',
  'POST /spend/import-profiles/propose',
  'POST /spend/supplier-master',
]);

describe('a request whose file is read by a subprocess', () => {
  it.each(cases.filter(({ route }) => readBeforeAnswering.has(route)).map((each) => [each.route, each] as const))(
    'occupies no connection meanwhile: %s',
    async (_route, { call, owner }) => {
      const { status, text } = await call(world.members[owner!]!.caller, world);
      expect(`${status} ${text}`).toMatch(/^20[01] /);
      const open = await Promise.all(openAtStart);
      expect(open.length).toBeGreaterThan(0);
      expect(open.filter((count) => count > 0)).toEqual([]);
    },
  );
});
