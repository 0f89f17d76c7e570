import { CreateAgreement, CreateObligations, PublishTerms } from '@tallgrunn/agreements-server';
import { testTerms } from '@tallgrunn/agreements-server/testing';
import { SetUpParties } from '@tallgrunn/identity-server';
import { createApiKey, TEST_PASSWORD, type Parties } from '@tallgrunn/identity-server/testing';
import { Database, UnitOfWork, type Actor } from '@tallgrunn/platform';
import type { TestApp } from '@tallgrunn/platform/testing';
import type { CrowdMember } from './cast.mts';

/**
 * Creates an agreement with many suppliers, each with an administrator and an API key. Returns the obligation of each
 * for March 2026.
 */
export async function setUpCrowd(
  stand: TestApp,
  { manager, buyers, system, cooperativeId }: Parties,
  count: number,
): Promise<CrowdMember[]> {
  if (count === 0) return [];
  const units = stand.get(UnitOfWork);
  const setUp = stand.get(SetUpParties);
  const members: Actor[] = [];
  for (let n = 1; n <= count; n += 1) {
    const member = await units.run(system, async () => {
      const organisationId = await setUp.addOrganisation({
        kind: 'supplier',
        name: `Leverandør ${n}`,
        orgNumber: null,
      });
      const person = await setUp.addMember({
        organisationId,
        role: 'supplier-administrator',
        name: `Leverandør ${n}`,
        email: `crowd.${n}@example.no`,
        password: TEST_PASSWORD,
      });
      return { ...person, organisationId };
    });
    members.push({ ...member, cooperativeId, side: 'supplier', role: 'supplier-administrator', via: 'web' });
  }
  const { id } = await units.run(manager.actor, () =>
    stand.get(CreateAgreement).run({
      number: 'A-3',
      title: 'Felles',
      cpv: '15000000',
      startsOn: '2026-01-01',
      lots: [{ key: '1A', title: 'Alt' }],
      suppliers: members.map(({ organisationId }) => ({ supplierId: organisationId ?? '', lots: ['1A'] })),
      buyers: buyers.map(({ organisationId }) => ({ buyerId: organisationId })),
    }),
  );
  await units.run(manager.actor, () => stand.get(PublishTerms).run(id, testTerms));
  await units.run(system, () => stand.get(CreateObligations).run());
  const obligations = await units.run(system, () =>
    stand
      .get(Database)
      .query<{ id: string; supplier_id: string }>(
        `select id, supplier_id from agreements.door_reporting_obligation where agreement_id = $1 and period_key = '2026-03'`,
        [id],
      ),
  );
  const obligationOf = new Map(obligations.map((obligation) => [obligation.supplier_id, obligation.id]));
  stand.clock.useRealTime(); // the keys are used today, not in the month of the agreement
  const crowd: CrowdMember[] = [];
  for (const actor of members)
    crowd.push({
      key: await createApiKey(stand, actor, ['report:check', 'report:submit']),
      obligationId: obligationOf.get(actor.organisationId ?? '') ?? '',
    });
  return crowd;
}
