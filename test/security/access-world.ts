import { SetUpParties } from '@tallgrunn/identity-server';
import { acceptInvitation, mailedInvitation, type Parties } from '@tallgrunn/identity-server/testing';
import { UnitOfWork } from '@tallgrunn/platform';
import type { TestApp } from '@tallgrunn/platform/testing';
import { uuidv7 } from '@tallgrunn/values';
import type { Caller } from './caller.ts';

/** Pending access to the first supplier, proposals to end a person's access, and a duplicate supplier. */
export interface AccessWorld {
  /** Accepted invitations of the cooperative, pending approval by the supplier's administrator. */
  readonly invitationToApprove: string;
  readonly invitationToReject: string;
  readonly endingToApprove: string;
  readonly endingToReject: string;
  readonly organisationToMerge: string;
  readonly organisationThatStays: string;
}

export async function accessOf(stand: TestApp, parties: Parties, manager: Caller): Promise<AccessWorld> {
  const { organisationId } = parties.suppliers[0]!;
  const awaiting = async (name: string) => {
    const email = `${name}.${organisationId}@example.no`;
    const { body } = await manager.post(`/suppliers/${organisationId}/invitations`, { email }).expect(201);
    await acceptInvitation(stand, await mailedInvitation(stand, email), { name });
    return body.id as string;
  };
  const ending = async (name: string) => {
    const member = {
      organisationId,
      role: 'supplier-clerk',
      name,
      email: `${name}.${organisationId}@example.no`,
      password: null,
    } as const;
    const { membershipId } = await stand
      .get(UnitOfWork)
      .run(parties.system, () => stand.get(SetUpParties).addMember(member));
    const id = uuidv7();
    await stand.asOwner(
      `insert into identity.membership_ending (cooperative_id, id, membership_id, organisation_id, reason, proposed_at) values ($1, $2, $3, $4, 'Sluttet.', now())`,
      [parties.cooperativeId, id, membershipId, organisationId],
    );
    return id;
  };
  const supplier = (name: string) =>
    stand
      .get(UnitOfWork)
      .run(parties.system, () => stand.get(SetUpParties).addOrganisation({ kind: 'supplier', name, orgNumber: null }));
  await manager
    .post(`/organisations/${parties.suppliers[1]!.organisationId}/correct`, {
      name: 'Solgløtt Frukt',
      reason: 'Skrivefeil i navnet.',
    })
    .expect(204);
  return {
    invitationToApprove: await awaiting('slippes-inn'),
    invitationToReject: await awaiting('avvises'),
    endingToApprove: await ending('avsluttes'),
    endingToReject: await ending('blir'),
    organisationToMerge: await supplier('Dobbelt AS'),
    organisationThatStays: await supplier('Dobbelt Engros AS'),
  };
}
