import type { INestApplicationContext } from '@nestjs/common';
import { RecalculateAfterUpgrade } from '@tallgrunn/emissions-server';
import { TriggerFirstComparison } from '@tallgrunn/follow-up-server';
import { FindActor } from '@tallgrunn/identity-server';
import { MatchAfterUpgrade } from '@tallgrunn/matching-server';
import { UnitOfWork } from '@tallgrunn/platform';

/**
 * Queues recalculation for each cooperative whose figures were calculated by another release. Returns the number of
 * cooperatives. A second call before the jobs have run shares the queued jobs.
 */
export async function queueUpgradeJobs(app: INestApplicationContext): Promise<number> {
  let cooperativeCount = 0;
  for (const { actor } of await app.get(FindActor, { strict: false }).system('job')) {
    const isOld = await app.get(UnitOfWork, { strict: false }).run({ ...actor }, async () => {
      const isMatched = await app.get(MatchAfterUpgrade, { strict: false }).run();
      const isCalculated = await app.get(RecalculateAfterUpgrade, { strict: false }).run();
      const isCompared = await app.get(TriggerFirstComparison, { strict: false }).run();
      return isMatched || isCalculated || isCompared;
    });
    if (isOld) cooperativeCount += 1;
  }
  return cooperativeCount;
}
