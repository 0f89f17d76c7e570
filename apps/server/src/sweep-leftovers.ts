import type { INestApplicationContext } from '@nestjs/common';
import { ApplyRetention, AttemptLimits, FindActor, RemindOfApiKeys } from '@tallgrunn/identity-server';
import { FollowReports } from '@tallgrunn/follow-up-server';
import { AuditTrail, FileStore, Instance, Mail, sweepOutbox, sweepSpool, UnitOfWork } from '@tallgrunn/platform';
import { ListWaitingBatches, SweepBatches } from '@tallgrunn/spend-server';
import { ListWaitingUploads, SweepDrafts, SweepSendings } from '@tallgrunn/reporting-server';
import { followClock } from './follow-clock.ts';

const DAY_MS = 24 * 3600_000;

/** How many went: uploads that were cut off and that nobody waits for, drafts nobody came back to, answers to programs, files of spend that nobody came to the end of, letters nobody fetched, attempts at a secret that no limit looks at any more. */
export interface Swept {
  readonly uploads: number;
  readonly drafts: number;
  readonly sendings: number;
  readonly batches: number;
  readonly letters: number;
  readonly attempts: number;
}

export async function sweepLeftovers(app: INestApplicationContext): Promise<Swept> {
  const actors = (await app.get(FindActor, { strict: false }).system('job')).map(({ actor }) => actor);
  const units = app.get(UnitOfWork);
  let [drafts, sendings, batches] = [0, 0, 0];
  for (const actor of actors) sendings += await app.get(SweepSendings, { strict: false }).run(actor);
  for (const actor of actors) drafts += await app.get(SweepDrafts, { strict: false }).run(actor);
  for (const actor of actors) batches += await app.get(SweepBatches, { strict: false }).run(actor);
  const inUse = async (names: readonly string[]) => {
    const used = new Set<string>();
    for (const actor of actors) {
      for (const name of await units.run({ ...actor }, () => app.get(ListWaitingUploads, { strict: false }).run(names)))
        used.add(name);
      for (const name of await units.run({ ...actor }, () => app.get(ListWaitingBatches, { strict: false }).run(names)))
        used.add(name);
    }
    return used;
  };
  const uploads = await sweepSpool(app.get(FileStore).spoolFolder, inUse);
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

/** Letters about machine keys that are about to end. */
export async function remindOfKeys(app: INestApplicationContext): Promise<number> {
  let letters = 0;
  for (const { actor } of await app.get(FindActor, { strict: false }).system('job'))
    letters += await app.get(UnitOfWork).run({ ...actor }, () => app.get(RemindOfApiKeys, { strict: false }).run());
  return letters;
}

/** Late reports become cases, and cases that are settled close. */
export async function followReports(app: INestApplicationContext): Promise<void> {
  for (const { actor } of await app.get(FindActor, { strict: false }).system('job'))
    await app.get(UnitOfWork).run({ ...actor }, () => app.get(FollowReports, { strict: false }).run());
}

/** Now, and once a day from now on, by the installation's own clock: in a demo, what came in today is months old by ours. One that fails is tried again the next day. */
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
