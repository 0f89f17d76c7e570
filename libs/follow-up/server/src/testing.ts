import { agreements } from '@tallgrunn/agreements-server';
import { setUpAgreement, type TestAgreement } from '@tallgrunn/agreements-server/testing';
import { catalogue } from '@tallgrunn/catalogue-server';
import { declarations } from '@tallgrunn/declarations-server';
import { factorBook } from '@tallgrunn/factor-book-server';
import { identity } from '@tallgrunn/identity-server';
import { setUpParties, type Parties } from '@tallgrunn/identity-server/testing';
import { matching } from '@tallgrunn/matching-server';
import { WorkJobs } from '@tallgrunn/platform';
import { standUp, type Stand } from '@tallgrunn/platform/testing';
import { reporting } from '@tallgrunn/reporting-server';
import { spend } from '@tallgrunn/spend-server';
import { PgBoss } from 'pg-boss';
import { followUp } from './room.ts';

export interface FollowUpStand {
  readonly stand: Stand;
  readonly parties: Parties;
  readonly agreement: TestAgreement;
}

/** The rooms that follow-up reads, on a database of their own, with an agreement whose report for March is due on 17 April 2026. */
export async function standFollowUp(options: Parameters<typeof standUp>[1] = {}): Promise<FollowUpStand> {
  const rooms = [identity, agreements, catalogue, factorBook, declarations, spend, reporting, matching, followUp];
  const stand = await standUp(rooms, options);
  const parties = await setUpParties(stand, 'Samkjøp');
  return { stand, parties, agreement: await setUpAgreement(stand, parties) };
}

/** Does the queued jobs of the listeners with these class names, in this process. Returns how many. */
export async function doListeners(
  stand: Stand,
  ...listeners: readonly (new (...args: never[]) => unknown)[]
): Promise<number> {
  const boss = stand.app.get(PgBoss);
  let count = 0;
  for (const { name, doer } of stand.get(WorkJobs).doings()) {
    if (!listeners.some((listener) => doer instanceof listener)) continue;
    for (const { id, data } of await boss.fetch(name, { batchSize: 100 })) {
      await stand.get(WorkJobs).doNow(name, data as never);
      await boss.complete(name, id);
      count += 1;
    }
  }
  return count;
}
