import { CreateObligations } from '@tallgrunn/agreements-server';
import { testTerms } from '@tallgrunn/agreements-server/testing';
import type { Parties } from '@tallgrunn/identity-server/testing';
import { UnitOfWork } from '@tallgrunn/platform';
import type { TestApp } from '@tallgrunn/platform/testing';
import type { Member, Who } from './world.ts';

export interface BranchesWorld {
  /** Obligation of the other supplier's only branch for April, with an announced delay. */
  readonly branchObligationId: string;
}

/** Creates an agreement that the other supplier reports per branch, through the API. */
export async function branchesOf(
  stand: TestApp,
  parties: Parties,
  { manager, otherSupplier, buyer }: Record<Who, Member>,
  name: string,
): Promise<BranchesWorld> {
  await manager.caller
    .post(`/parties/${otherSupplier.organisationId}/related-entities`, { kind: 'branch', name: 'Avdeling Skarnes' })
    .expect(201);
  const { body } = await manager.caller
    .post('/agreements', {
      number: `${name}-9`,
      title: 'Trelast',
      startsOn: '2026-04-01',
      suppliers: [{ supplierId: otherSupplier.organisationId }],
      buyers: [{ buyerId: buyer.organisationId }],
    })
    .expect(201);
  await manager.caller
    .post(`/agreements/${body.id}/terms`, { document: { ...testTerms, partsOf: 'branch' } })
    .expect(201);
  await stand.get(UnitOfWork).run(parties.system, () => stand.get(CreateObligations).run());
  const [obligation] = await stand.asOwner<{ id: string }>(
    'select id from agreements.reporting_obligation where agreement_id = $1 and branch_id is not null',
    [body.id],
  );
  const branchObligationId = obligation?.id ?? '';
  await otherSupplier.caller
    .post(`/obligations/${branchObligationId}/branches/submit`, {
      versions: [],
      missing: [{ obligationId: branchObligationId, reason: 'Kommer fredag.' }],
    })
    .expect(201);
  return { branchObligationId };
}
