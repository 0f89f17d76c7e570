import { agreements, OpenDuties, PublishTerms } from '@tallgrunn/agreements-server';
import { setUpAgreement, testTerms, type TestAgreement } from '@tallgrunn/agreements-server/testing';
import type { Sanction } from '@tallgrunn/checks';
import { declarations } from '@tallgrunn/declarations-server';
import { identity } from '@tallgrunn/identity-server';
import { setUpParties, type Parties } from '@tallgrunn/identity-server/testing';
import { Database, UnitOfWork } from '@tallgrunn/platform';
import { standUp, type Stand } from '@tallgrunn/platform/testing';
import { reporting } from '@tallgrunn/reporting-server';
import { spend } from '@tallgrunn/spend-server';
import { followUp } from './room.ts';

export interface FollowUpStand {
  readonly stand: Stand;
  readonly parties: Parties;
  readonly made: TestAgreement;
}

/** The rooms that suppliers are followed up with, on a database of their own. People have access from 2 January 2026; the agreement is set up on 2 February. */
export async function standFollowUp(): Promise<FollowUpStand> {
  const stand = await standUp([identity, agreements, declarations, spend, reporting, followUp]);
  stand.clock.runFrom(new Date('2026-01-02T08:00:00Z'));
  const parties = await setUpParties(stand);
  const made = await setUpAgreement(stand, parties, { today: '2026-02-02' });
  return { stand, parties, made };
}

/** Publishes terms with a sanction for periods from 1 March, and opens the duties on 1 April. Returns the first supplier's duties by period. */
export async function agreeOnSanction(
  { stand, parties, made }: FollowUpStand,
  sanction: Sanction,
): Promise<Record<string, string>> {
  const units = stand.get(UnitOfWork);
  stand.clock.runFrom(new Date('2026-02-20T08:00:00Z'));
  await units.run({ ...parties.manager.actor }, () =>
    stand
      .get(PublishTerms)
      .run(
        made.agreementId,
        { ...testTerms, sanction, clauses: { '/sanction': { reference: 'Bilag 3, punkt 4.2' } } },
        '2026-03-01',
      ),
  );
  stand.clock.runFrom(new Date('2026-04-01T08:00:00Z'));
  return units.run({ ...parties.system }, async () => {
    await stand.get(OpenDuties).run();
    const rows = await stand
      .get(Database)
      .query<{ period_key: string; id: string }>(
        'select period_key, id from agreements.door_duty where agreement_id = $1 and supplier_id = $2',
        [made.agreementId, parties.suppliers[0]?.organisationId],
      );
    return Object.fromEntries(rows.map(({ period_key, id }) => [period_key, id]));
  });
}
