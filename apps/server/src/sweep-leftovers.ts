import type { INestApplicationContext } from '@nestjs/common';
import { ApplyRetention, AttemptLimits, FindActor, RemindOfApiKeys } from '@tallgrunn/identity-server';
import { FollowReports } from '@tallgrunn/follow-up-server';
import {
  AuditTrail,
  FileStore,
  Instance,
  Mail,
  SweepLeases,
  sweepOutbox,
  sweepSpool,
  UnitOfWork,
} from '@tallgrunn/platform';
import { ListWaitingBatches, SweepBatches } from '@tallgrunn/spend-server';
import { ListWaitingUploads, SweepDrafts, SweepSendings } from '@tallgrunn/reporting-server';
import { followClock } from './follow-clock.ts';

const DAY_MS = 24 * 3600_000;
const SPOOL_LOOK_MS = 10_000;

/**
 * Numbers of removed items: abandoned uploads, unsubmitted drafts, results of API submissions, unread spend files,
 * undelivered e-mails, and expired attempts at a secret.
 */
export interface Swept {
  readonly uploads: number;
  readonly drafts: number;
  readonly sendings: number;
  readonly batches: number;
  readonly letters: number;
  readonly attempts: number;
}

/** Returns which of these spool files a pending report, batch or API request of any cooperative needs. */
async function inUse(app: INestApplicationContext, names: readonly string[]): Promise<Set<string>> {
  const used = new Set<string>();
  for (const { actor } of await app.get(FindActor, { strict: false }).system('job')) {
    const waiting = await app
      .get(UnitOfWork)
      .run({ ...actor }, async () => [
        ...(await app.get(ListWaitingUploads, { strict: false }).run(names)),
        ...(await app.get(ListWaitingBatches, { strict: false }).run(names)),
      ]);
    for (const name of waiting) used.add(name);
  }
  return used;
}

export async function sweepLeftovers(app: INestApplicationContext): Promise<Swept> {
  const actors = (await app.get(FindActor, { strict: false }).system('job')).map(({ actor }) => actor);
  const units = app.get(UnitOfWork);
  let [drafts, sendings, batches] = [0, 0, 0];
  for (const actor of actors) sendings += await app.get(SweepSendings, { strict: false }).run(actor);
  for (const actor of actors) drafts += await app.get(SweepDrafts, { strict: false }).run(actor);
  for (const actor of actors) batches += await app.get(SweepBatches, { strict: false }).run(actor);
  const uploads = await sweepSpool(app.get(FileStore).spoolFolder, (names) => inUse(app, names));
  const letters = await sweepOutbox(app.get(Mail).outbox);
  for (const { id, cooperativeId } of letters) {
    const actor = actors.find((each) => each.cooperativeId === cooperativeId);
    if (actor)
      await units.run({ ...actor }, () =>
        app.get(AuditTrail).record({ act: 'letter.removed', subject: { kind: 'letter', id } }),
      );
  }
  const attempts = await app.get(AttemptLimits, { strict: false }).sweep();
  return { uploads, drafts, sendings, batches, letters: letters.length, attempts };
}

/** Looks every ten seconds for spool files left by killed processes, and reports the removed ones. */
export function keepSpoolSwept(app: INestApplicationContext, went: (names: readonly string[]) => void): void {
  const sweep = new SweepLeases(app.get(FileStore).spoolFolder, (names) => inUse(app, names));
  const look = async (): Promise<void> => {
    const names = await sweep.run().catch(() => []); // retried in ten seconds
    if (names.length > 0) went(names);
    setTimeout(() => void look(), SPOOL_LOOK_MS).unref();
  };
  void look();
}

/** Sends reminders about API keys that are about to expire. Returns the number of e-mails. */
export async function remindOfKeys(app: INestApplicationContext): Promise<number> {
  let letters = 0;
  for (const { actor } of await app.get(FindActor, { strict: false }).system('job'))
    letters += await app.get(UnitOfWork).run({ ...actor }, () => app.get(RemindOfApiKeys, { strict: false }).run());
  return letters;
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
export async function keepSwept(app: INestApplicationContext, failed: (error: unknown) => void): Promise<void> {
  const sweep = () =>
    sweepLeftovers(app)
      .then(() => remindOfKeys(app))
      .then(() => followReports(app))
      .then(() => app.get(ApplyRetention, { strict: false }).run('job'))
      .then(() => undefined, failed);
  await followClock(app.get(Instance));
  setInterval(() => void sweep(), DAY_MS).unref();
  await sweep();
}
