import { administrator, setUpParties, signIn, type Parties, type SignedIn } from '@tallgrunn/identity-server/testing';
import { InstallationHealth, ServiceProcesses, StorageGrowth, type Actor } from '@tallgrunn/platform';
import type { TestApp } from '@tallgrunn/platform/testing';
import { PgBoss } from 'pg-boss';
import { startAllRooms } from '../testing.ts';

const QUEUE = 'on-fact.MatchAfterChange';
let stand: TestApp;
let ours: Parties;
let theirs: Parties;
let admin: SignedIn;

beforeAll(async () => {
  stand = await startAllRooms();
  ours = await setUpParties(stand, 'Nordsamkjop');
  theirs = await setUpParties(stand, 'Sorsamkjop');
  admin = await administrator(stand, ours, 'drift@example.no');
});
afterAll(() => stand.close());

/** Queues a job whose only attempt fails with an error, as after a worker's failure. */
async function failJob(actor: Actor | null, message: string): Promise<string> {
  const boss = stand.get(PgBoss);
  const id = await boss.send(QUEUE, { actor, payload: { secret: 'never shown' } }, { retryLimit: 0 });
  for (const job of await boss.fetch(QUEUE, { batchSize: 50 })) await boss.fail(QUEUE, job.id, new Error(message));
  return id!;
}
const stateOf = async (id: string) =>
  (await stand.asOwner<{ state: string }>('select state::text from pgboss.job where id = $1', [id]))[0]?.state;

describe('the operations page', () => {
  it('shows parts, programs, queues, disk, version and security events', async () => {
    const parts = await stand.get(InstallationHealth).parts();
    await stand.get(ServiceProcesses).beat('work', '1.2.3', parts);
    await stand.asOwner(
      `insert into platform.service_process (id, program, host, pid, version, parts, last_beat_at) values (gen_random_uuid(), 'serve', 'gammel', 7, '1.0.0', '[]', now() - interval '10 minutes')`,
    );
    const { body } = await admin.get('/operations').expect(200);
    expect(body).toMatchObject({ status: 'ready', version: expect.stringMatching(/^\d+\.\d+\.\d+/) });
    expect(body.parts).toContainEqual({ part: 'database', state: 'ok', reason: null });
    expect(body.processes.map((each: { program: string; isAlive: boolean }) => [each.program, each.isAlive])).toEqual([
      ['serve', false],
      ['work', true],
    ]);
    expect(body.queues.map(({ queue }: { queue: string }) => queue)).toContain('platform.deliver-mail');
    expect(body.growth).toEqual({ months: [], bytesPerMonth: null, fullOn: null });
    await stand.get(StorageGrowth).measure([ours.system, theirs.system]);
    const { body: later } = await admin.get('/operations').expect(200);
    expect(later.growth.months).toEqual([expect.objectContaining({ fileBytes: 0 })]);
    expect(body.disk.totalBytes).toBeGreaterThan(0);
    expect(body.securityEvents).toContainEqual(
      expect.objectContaining({ event: 'sign-in-succeeded', outcome: 'success' }),
    );
  });

  it('is for administrators', async () => {
    for (const { email } of [ours.manager, ours.buyers[0]!, ours.suppliers[1]!]) {
      const other = await signIn(stand, email);
      await other.get('/operations').expect(403);
      await other.get('/operations/jobs').expect(403);
    }
  });
});

describe('failed jobs', () => {
  it('lists those of one’s own cooperative with their reason, without their contents, and retries them', async () => {
    const own = await failJob(ours.system, 'no room for kari@example.no\n  at somewhere');
    const foreign = await failJob(theirs.system, 'theirs');
    const nobodys = await failJob(null, 'of the installation');
    const { body, text } = await admin.get('/operations/jobs').expect(200);
    expect(body.map(({ id }: { id: string }) => id).toSorted()).toEqual([own, nobodys].toSorted());
    expect(body.find(({ id }: { id: string }) => id === own)).toMatchObject({
      queue: QUEUE,
      state: 'failed',
      attemptCount: 1,
      reason: 'no room for …',
      nextAttemptAt: null,
    });
    expect(text).not.toMatch(/never shown|kari@|somewhere|theirs/);

    await admin.post(`/operations/jobs/${foreign}/retry`).expect(404);
    await admin.post(`/operations/jobs/${foreign}/discard`).expect(404);
    await admin.post(`/operations/jobs/${own}/retry`).expect(204);
    expect(['created', 'retry']).toContain(await stateOf(own));
    expect((await admin.post(`/operations/jobs/${own}/retry`).expect(409)).body.code).toBe('job-not-failed');
    await admin.post(`/operations/jobs/${nobodys}/discard`).expect(204);
    expect(await stateOf(nobodys)).toBeUndefined();
    expect(await stateOf(foreign)).toBe('failed');
    const acts = await stand.asOwner<{ act: string }>(
      `select act from platform.audit_entry where act like 'job.%' and cooperative_id = $1 order by at, id`,
      [ours.cooperativeId],
    );
    expect(acts.map(({ act }) => act)).toEqual(['job.retried', 'job.discarded']);
  });

  it('are not retried without permission', async () => {
    const id = await failJob(ours.system, 'not for managers');
    const manager = await signIn(stand, ours.manager.email);
    await manager.post(`/operations/jobs/${id}/retry`).expect(403);
    expect(await stateOf(id)).toBe('failed');
  });
});
