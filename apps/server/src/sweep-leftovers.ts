import type { INestApplicationContext } from '@nestjs/common';
import { FindActor } from '@tallgrunn/identity-server';
import { FileStore, sweepSpool, UnitOfWork } from '@tallgrunn/platform';
import { ListWaitingUploads } from '@tallgrunn/reporting-server';

const DAY_MS = 24 * 3600_000;

/** Removes uploads that were cut off and that nobody waits for. Returns how many went. */
export async function sweepLeftovers(app: INestApplicationContext): Promise<number> {
  const waiting = app.get(ListWaitingUploads, { strict: false });
  const inUse = async (names: readonly string[]) => {
    const used = new Set<string>();
    for (const { actor } of await app.get(FindActor, { strict: false }).system('job')) {
      for (const name of await app.get(UnitOfWork).run(actor, () => waiting.run(names))) used.add(name);
    }
    return used;
  };
  return sweepSpool(app.get(FileStore).spoolFolder, inUse);
}

/** Now, and once a day from now on. One that fails is tried again the next day. */
export async function keepSwept(app: INestApplicationContext, failed: (error: unknown) => void): Promise<void> {
  const sweep = () => sweepLeftovers(app).then(() => undefined, failed);
  setInterval(() => void sweep(), DAY_MS).unref();
  await sweep();
}
