import type { INestApplicationContext } from '@nestjs/common';
import { CalculateAfterUpgrade } from '@tallgrunn/emissions-server';
import { ComparePricesOnce } from '@tallgrunn/follow-up-server';
import { FindActor } from '@tallgrunn/identity-server';
import { MatchAfterUpgrade } from '@tallgrunn/matching-server';
import { UnitOfWork } from '@tallgrunn/platform';

/**
 * Queues recalculation for each cooperative whose figures were calculated by another release. Returns the number of
 * cooperatives. A second call before the jobs have run shares the queued jobs.
 */
export async function followUpgrade(app: INestApplicationContext): Promise<number> {
  let followed = 0;
  for (const { actor } of await app.get(FindActor, { strict: false }).system('job')) {
    const isOld = await app.get(UnitOfWork, { strict: false }).run({ ...actor }, async () => {
      const isMatched = await app.get(MatchAfterUpgrade, { strict: false }).run();
      const isWeighed = await app.get(CalculateAfterUpgrade, { strict: false }).run();
      const isCompared = await app.get(ComparePricesOnce, { strict: false }).run();
      return isMatched || isWeighed || isCompared;
    });
    if (isOld) followed += 1;
  }
  return followed;
}
