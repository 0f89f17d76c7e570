import type { INestApplicationContext } from '@nestjs/common';
import { VerifyNightly } from '@tallgrunn/emissions-server';
import { FindActor } from '@tallgrunn/identity-server';
import { Clock, UnitOfWork } from '@tallgrunn/platform';

const LOOK_MS = 20 * 60_000;
const HOUR = 3;

/** Returns the hour of the day in Oslo, 0 to 23. */
const hourIn = (now: Date): number =>
  Number(new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Oslo', hour: '2-digit', hourCycle: 'h23' }).format(now));

/**
 * Recalculates all emissions of each cooperative and counts differences from the incremental runs. Returns the number
 * of cooperatives verified.
 */
export async function verifyNightly(app: INestApplicationContext): Promise<number> {
  let verifiedCount = 0;
  for (const { actor } of await app.get(FindActor, { strict: false }).system('job')) {
    if ((await app.get(UnitOfWork).run({ ...actor }, () => app.get(VerifyNightly, { strict: false }).run())) !== null)
      verifiedCount += 1;
  }
  return verifiedCount;
}

/**
 * Runs the verification once a night, between 3 and 4 o'clock in Oslo. After a failure it runs again the next night.
 */
export function scheduleNightlyVerification(app: INestApplicationContext, failed: (error: unknown) => void): void {
  let lastDay = '';
  setInterval(() => {
    const now = app.get(Clock).now();
    const day = now.toISOString().slice(0, 10);
    if (hourIn(now) !== HOUR || day === lastDay) return;
    lastDay = day;
    void verifyNightly(app).then(undefined, failed);
  }, LOOK_MS).unref();
}
