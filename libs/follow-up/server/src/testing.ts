import { agreements, CreateObligations, PublishTerms } from '@tallgrunn/agreements-server';
import { setUpAgreement, testTerms, type TestAgreement } from '@tallgrunn/agreements-server/testing';
import type { Sanction } from '@tallgrunn/checks';
import { declarations } from '@tallgrunn/declarations-server';
import { catalogue } from '@tallgrunn/catalogue-server';
import { factorBook } from '@tallgrunn/factor-book-server';
import { identity } from '@tallgrunn/identity-server';
import { setUpParties, type Parties } from '@tallgrunn/identity-server/testing';
import { matching } from '@tallgrunn/matching-server';
import { Database, UnitOfWork, JobWorker } from '@tallgrunn/platform';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import { reporting } from '@tallgrunn/reporting-server';
import { spend } from '@tallgrunn/spend-server';
import { PgBoss } from 'pg-boss';
import { followUp } from './room.ts';

const rooms = [identity, agreements, catalogue, factorBook, declarations, spend, reporting, matching, followUp];

export interface FollowUpTestApp {
  readonly stand: TestApp;
  readonly parties: Parties;
  readonly made: TestAgreement;
}

/**
 * Starts the rooms that follow-up reads, on a fresh database. People have access from 2 January 2026, long before
 * anything is due.
 * @param today day in 2026 on which the agreement is set up
 */
export async function setUpFollowUp(today?: string): Promise<FollowUpTestApp> {
  const stand = await setUpTestApp(rooms);
  stand.clock.runFrom(new Date('2026-01-02T08:00:00Z'));
  const parties = await setUpParties(stand);
  return { stand, parties, made: await setUpAgreement(stand, parties, today ? { today } : {}) };
}

/**
 * Publishes terms with a sanction for periods from 1 March, and opens the obligations on 1 April. Returns the first
 * supplier's obligations by period.
 */
export async function agreeOnSanction(
  { stand, parties, made }: FollowUpTestApp,
  sanction: Sanction,
  more: Partial<typeof testTerms> = {},
): Promise<Record<string, string>> {
  const units = stand.get(UnitOfWork);
  stand.clock.runFrom(new Date('2026-02-20T08:00:00Z'));
  await units.run({ ...parties.manager.actor }, () =>
    stand
      .get(PublishTerms)
      .run(
        made.agreementId,
        { ...testTerms, ...more, sanction, clauses: { '/sanction': { reference: 'Bilag 3, punkt 4.2' } } },
        '2026-03-01',
      ),
  );
  stand.clock.runFrom(new Date('2026-04-01T08:00:00Z'));
  return units.run({ ...parties.system }, async () => {
    await stand.get(CreateObligations).run();
    const rows = await stand
      .get(Database)
      .query<{ period_key: string; id: string }>(
        'select period_key, id from agreements.door_reporting_obligation where agreement_id = $1 and supplier_id = $2',
        [made.agreementId, parties.suppliers[0]?.organisationId],
      );
    return Object.fromEntries(rows.map(({ period_key, id }) => [period_key, id]));
  });
}

/** A test installation with an agreement whose report for March is due. */
export interface NotificationsTestApp extends Omit<FollowUpTestApp, 'made'> {
  readonly agreement: TestAgreement;
}

/**
 * Starts the rooms that notifications read, on a fresh database, with an agreement whose report for March is due on 17
 * April 2026.
 */
export async function setUpNotifications(
  options: Parameters<typeof setUpTestApp>[1] = {},
): Promise<NotificationsTestApp> {
  const stand = await setUpTestApp(rooms, options);
  const parties = await setUpParties(stand, 'Samkjøp');
  return { stand, parties, agreement: await setUpAgreement(stand, parties) };
}

/** Runs the queued jobs of the event subscribers with these class names, in this process. Returns how many. */
export async function runSubscribers(
  stand: TestApp,
  ...subscribers: readonly (new (...args: never[]) => unknown)[]
): Promise<number> {
  const boss = stand.app.get(PgBoss);
  let count = 0;
  for (const { name, doer } of stand.get(JobWorker).registeredJobs()) {
    if (!subscribers.some((subscriber) => doer instanceof subscriber)) continue;
    for (const { id, data } of await boss.fetch(name, { batchSize: 100 })) {
      await stand.get(JobWorker).runNow(name, data as never);
      await boss.complete(name, id);
      count += 1;
    }
  }
  return count;
}
