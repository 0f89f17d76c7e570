import type { INestApplicationContext } from '@nestjs/common';
import { ApplyRetention, AttemptLimits, FindActor, SendExpiryReminders } from '@tallgrunn/identity-server';
import { FollowReports } from '@tallgrunn/follow-up-server';
import {
  AuditLog,
  FileStore,
  Instance,
  Mail,
  CleanUpLeases,
  cleanUpOutbox,
  cleanUpSpool,
  UnitOfWork,
} from '@tallgrunn/platform';
import { ListPendingBatches, CleanUpBatches } from '@tallgrunn/spend-server';
import { ListPendingUploads, CleanUpDrafts, CleanUpApiSubmissions } from '@tallgrunn/reporting-server';
import { syncDemoClock } from './sync-demo-clock.ts';

const DAY_MS = 24 * 3600_000;
const SPOOL_LOOK_MS = 10_000;

/**
 * Numbers of removed items: abandoned uploads, unsubmitted drafts, results of API submissions, unread spend files,
 * undelivered e-mails, and expired attempts at a secret.
 */
export interface CleanUpResult {
  readonly uploads: number;
  readonly drafts: number;
  readonly sendings: number;
  readonly batches: number;
  readonly letters: number;
  readonly attempts: number;
}

/** Returns which of these spool files a pending report, batch or API request of any cooperative needs. */
async function spoolFilesInUse(app: INestApplicationContext, names: readonly string[]): Promise<Set<string>> {
  const used = new Set<string>();
  for (const { actor } of await app.get(FindActor, { strict: false }).system('job')) {
    const waiting = await app
      .get(UnitOfWork)
      .run({ ...actor }, async () => [
        ...(await app.get(ListPendingUploads, { strict: false }).run(names)),
        ...(await app.get(ListPendingBatches, { strict: false }).run(names)),
      ]);
    for (const name of waiting) used.add(name);
  }
  return used;
}

export async function cleanUp(app: INestApplicationContext): Promise<CleanUpResult> {
  const actors = (await app.get(FindActor, { strict: false }).system('job')).map(({ actor }) => actor);
  const units = app.get(UnitOfWork);
  let [drafts, sendings, batches] = [0, 0, 0];
  for (const actor of actors) sendings += await app.get(CleanUpApiSubmissions, { strict: false }).run(actor);
  for (const actor of actors) drafts += await app.get(CleanUpDrafts, { strict: false }).run(actor);
  for (const actor of actors) batches += await app.get(CleanUpBatches, { strict: false }).run(actor);
  const files = app.get(FileStore);
  const inUse = (names: readonly string[]) => spoolFilesInUse(app, names);
  const uploads = (await cleanUpSpool(files.spoolFolder, inUse)) + (await files.cleanUpUploads(inUse));
  const emailCount = await cleanUpOutbox(app.get(Mail).outbox);
  for (const { id, cooperativeId } of emailCount) {
    const actor = actors.find((each) => each.cooperativeId === cooperativeId);
    if (actor)
      await units.run({ ...actor }, () =>
        app.get(AuditLog).record({ act: 'email.removed', subject: { kind: 'email', id } }),
      );
  }
  const attempts = await app.get(AttemptLimits, { strict: false }).cleanUp();
  return { uploads, drafts, sendings, batches, letters: emailCount.length, attempts };
}

/** Looks every ten seconds for spool files left by killed processes, and reports the removed ones. */
export function scheduleSpoolCleanUp(
  app: INestApplicationContext,
  onRemoved: (names: readonly string[]) => void,
): void {
  const sweep = new CleanUpLeases(app.get(FileStore).spoolFolder, (names) => spoolFilesInUse(app, names));
  const checkSpool = async (): Promise<void> => {
    const names = await sweep.run().catch(() => []); // retried in ten seconds
    if (names.length > 0) onRemoved(names);
    setTimeout(() => void checkSpool(), SPOOL_LOOK_MS).unref();
  };
  void checkSpool();
}

/** Sends reminders about API keys that are about to expire. Returns the number of e-mails. */
export async function remindOfApiKeys(app: INestApplicationContext): Promise<number> {
  let emailCount = 0;
  for (const { actor } of await app.get(FindActor, { strict: false }).system('job'))
    emailCount += await app
      .get(UnitOfWork)
      .run({ ...actor }, () => app.get(SendExpiryReminders, { strict: false }).run());
  return emailCount;
}

/** Opens cases for late reports and closes resolved ones. */
export async function followReports(app: INestApplicationContext): Promise<void> {
  for (const { actor } of await app.get(FindActor, { strict: false }).system('job'))
    await app.get(UnitOfWork).run({ ...actor }, () => app.get(FollowReports, { strict: false }).run());
}

/**
 * Cleans up now and once a day, by the installation's clock: in a demo, today's data is months old by the machine's
 * clock. After a failure it runs again the next day.
 */
export async function scheduleCleanUp(app: INestApplicationContext, failed: (error: unknown) => void): Promise<void> {
  const sweep = () =>
    cleanUp(app)
      .then(() => remindOfApiKeys(app))
      .then(() => followReports(app))
      .then(() => app.get(ApplyRetention, { strict: false }).run('job'))
      .then(() => undefined, failed);
  await syncDemoClock(app.get(Instance));
  setInterval(() => void sweep(), DAY_MS).unref();
  await sweep();
}
