import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startAllRooms } from '@tallgrunn/app-server/testing';
import { setUpParties, type Parties } from '@tallgrunn/identity-server/testing';
import type { TestApp } from '@tallgrunn/platform/testing';
import { PgBoss } from 'pg-boss';
import { runCommand } from '../testing/call.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'tallgrunn-cli-jobs-'));
const before = { ...process.env };
const QUEUE = 'on-fact.MatchAfterChange';
let stand: TestApp;
let parties: Parties;

beforeAll(async () => {
  stand = await startAllRooms();
  Object.assign(process.env, {
    DATABASE_URL: stand.database.ownerUrl,
    APP_DATABASE_URL: stand.database.appUrl,
    TALLGRUNN_DATA: folder,
  });
  parties = await setUpParties(stand);
});
afterAll(async () => {
  process.env = before;
  await stand.close();
  rmSync(folder, { recursive: true });
});

async function failJob(): Promise<string> {
  const boss = stand.get(PgBoss);
  const id = await boss.send(QUEUE, { actor: parties.system, payload: {} }, { retryLimit: 0 });
  for (const job of await boss.fetch(QUEUE, { batchSize: 50 })) await boss.fail(QUEUE, job.id, new Error('no room'));
  return id!;
}

describe('jobs', () => {
  it('prints nothing and succeeds without failed jobs', async () => {
    expect(await runCommand('jobs')).toMatchObject({ code: 0, lines: [] });
    const { code, lines } = await runCommand('jobs', '--queues');
    expect(code).toBe(0);
    expect(lines).toContainEqual(expect.objectContaining({ queue: QUEUE, waiting: 0, oldestSeconds: null }));
  });

  it('prints failed jobs with the reason, retries one, and discards it', async () => {
    const id = await failJob();
    expect(await runCommand('jobs')).toMatchObject({
      code: 1,
      lines: [{ id, queue: QUEUE, state: 'failed', reason: 'no room', cooperativeId: parties.cooperativeId }],
    });
    expect(await runCommand('jobs', 'retry', id)).toMatchObject({ code: 0, lines: [{ id, queue: QUEUE }] });
    expect((await runCommand('jobs', 'discard', id)).code).toBe(2);
    const other = await failJob();
    const failed = (await runCommand('jobs')).lines.map((line) => (line as { id: string }).id);
    for (const each of failed) expect((await runCommand('jobs', 'discard', each)).code).toBe(0);
    expect(failed).toContain(other);
    expect(await runCommand('jobs')).toMatchObject({ code: 0, lines: [] });
  });

  it.each([[['retry']], [['retry', 'x']], [['retry', '019fa5ac-0000-7000-8000-000000000000']]])(
    'rejects jobs %j as wrong usage',
    async (argv) => expect((await runCommand('jobs', ...argv)).code).toBe(2),
  );
});
