import type { INestApplicationContext } from '@nestjs/common';
import { FindActor } from '@tallgrunn/identity-server';
import { StorageGrowth } from '@tallgrunn/platform';

const EVERY_MS = 3600_000;

/** Measures how much is stored, now and once an hour; the last measurement of a day is retained. */
export function scheduleStorageMeasurement(app: INestApplicationContext, failed: (error: unknown) => void): void {
  const measure = async (): Promise<void> => {
    const systems = (await app.get(FindActor, { strict: false }).system('job')).map(({ actor }) => actor);
    await app.get(StorageGrowth, { strict: false }).measure(systems);
  };
  const run = () => void measure().catch(failed);
  setInterval(run, EVERY_MS).unref();
  run();
}
