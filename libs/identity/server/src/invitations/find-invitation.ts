import { Injectable } from '@nestjs/common';
import { Clock, Database, Problem, UnitOfWork, type Actor, type Role, type ActorKind } from '@tallgrunn/platform';
import type { Language } from '@tallgrunn/values';
import { People } from '../store/people.ts';
import { hashToken } from '../token.ts';

/** An open invitation, as shown to the holder of its link. */
export interface OpenInvitation {
  readonly id: string;
  readonly cooperativeId: string;
  readonly email: string;
  readonly role: Role;
  readonly organisation: { readonly id: string; readonly name: string; readonly kind: Exclude<ActorKind, 'system'> };
  readonly inviter: string | null;
  /** The inviter's organisation; null when the operator invited on the command line. */
  readonly inviterOrganisationId: string | null;
  readonly inviterOrganisation: string | null;
  readonly obligationId: string | null;
  readonly expiresAt: Date;
  readonly createdAt: Date;
  readonly acceptedAt: Date | null;
  /** End of the resulting membership; null when it has none. */
  readonly endsAt: Date | null;
  readonly language: Language | null;
}

interface Row {
  readonly id: string;
  readonly cooperative_id: string;
  readonly email: string;
  readonly role: Role;
  readonly organisation_id: string;
  readonly name: string;
  readonly kind: Exclude<ActorKind, 'system'>;
  readonly invited_by: string | null;
  readonly inviter_organisation_id: string | null;
  readonly inviter_organisation: string | null;
  readonly language: Language | null;
  readonly obligation_id: string | null;
  readonly expires_at: Date;
  readonly created_at: Date;
  readonly accepted_at: Date | null;
  readonly withdrawn_at: Date | null;
  readonly ends_at: Date | null;
}

/**
 * Finds the invitation of a personal link.
 * @throws Problem 'invitation-not-found' (404)
 * @throws Problem 'invitation-already-used' | 'invitation-withdrawn' | 'invitation-expired' (410)
 */
@Injectable()
export class FindInvitation {
  constructor(
    private readonly units: UnitOfWork,
    private readonly database: Database,
    private readonly people: People,
    private readonly clock: Clock,
  ) {}

  async run(token: string): Promise<OpenInvitation> {
    const tokenHash = hashToken(token);
    const row = await this.units.runWithToken(tokenHash, () =>
      this.database.one<Row>(
        `select i.id, i.cooperative_id, i.email, i.role, i.organisation_id, o.name, o.kind, i.invited_by, i.inviter_organisation_id,
           r.name as inviter_organisation, i.language, i.obligation_id, i.expires_at, i.created_at, i.accepted_at, i.withdrawn_at, i.ends_at
         from identity.invitation i
         join identity.organisation o on o.cooperative_id = i.cooperative_id and o.id = i.organisation_id
         left join identity.organisation r on r.cooperative_id = i.cooperative_id and r.id = i.inviter_organisation_id
         where i.token_hash = $1`,
        [tokenHash],
      ),
    );
    if (!row) throw new Problem(404, 'invitation-not-found');
    if (row.accepted_at) throw new Problem(410, 'invitation-already-used');
    if (row.withdrawn_at) throw new Problem(410, 'invitation-withdrawn');
    if (row.expires_at <= this.clock.now())
      throw new Problem(410, 'invitation-expired', { expiresAt: row.expires_at.toISOString() });
    const inviter = row.invited_by ? await this.people.byId(row.invited_by) : null;
    return {
      id: row.id,
      cooperativeId: row.cooperative_id,
      email: row.email,
      role: row.role,
      organisation: { id: row.organisation_id, name: row.name, kind: row.kind },
      inviter: inviter?.name ?? null,
      inviterOrganisationId: row.inviter_organisation_id,
      inviterOrganisation: row.inviter_organisation,
      obligationId: row.obligation_id,
      expiresAt: row.expires_at,
      createdAt: row.created_at,
      acceptedAt: row.accepted_at,
      endsAt: row.ends_at,
      language: row.language,
    };
  }
}

/** Returns the actor for the holder of an open invitation, who may only view the obligation and check a file. */
export function invitedActor(invitation: OpenInvitation): Actor {
  return {
    personId: null,
    membershipId: null,
    cooperativeId: invitation.cooperativeId,
    organisationId: invitation.organisation.id,
    side: invitation.organisation.kind,
    role: 'invited',
    via: 'web',
  };
}
