import { Injectable } from '@nestjs/common';
import { participatesSql } from '@tallgrunn/agreements-server';
import { Clock, Database, type Role } from '@tallgrunn/platform';
import type { Language } from '@tallgrunn/values';
import type { Audience } from '../notification-kinds.ts';

/** A recipient: a member, or a contact of the agreement without an account. */
export interface Recipient {
  readonly organisationId: string;
  readonly audience: Audience;
  readonly membershipId: string | null;
  readonly personId: string | null;
  readonly name: string;
  readonly email: string;
  readonly language: Language;
  /** Whether e-mails to the address have bounced. */
  readonly isUnreachable: boolean;
}

/** Recipients of a supplier. `userCount`: members with an account, including unreachable ones. */
export interface SupplierRecipients {
  readonly recipients: readonly Recipient[];
  readonly userCount: number;
}

const MEMBERS = `
  select r.organisation_id as "organisationId", r.kind as audience, r.membership_id as "membershipId", r.person_id as "personId", r.name, r.email, r.language,
    exists (select from follow_up.unreachable_address u where u.cooperative_id = r.cooperative_id and u.email = lower(r.email) and u.cleared_at is null) as "isUnreachable"
  from identity.door_recipient r
  where r.ended_at is null and (r.ends_at is null or r.ends_at > $1)`;

/**
 * Finds recipients: active members of an organisation. If no member of a supplier is reachable, its contact in the
 * agreement.
 */
@Injectable()
export class FindRecipients {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Returns members of an organisation, except auditors. */
  members(organisationId: string): Promise<Recipient[]> {
    return this.database.query<Recipient & Record<string, unknown>>(
      `${MEMBERS} and r.organisation_id = $2 and r.role <> 'auditor' order by r.membership_id`,
      [this.clock.now(), organisationId],
    );
  }

  /** Returns members of the cooperative with these roles. */
  cooperative(roles: readonly Role[] = ['contract-manager']): Promise<Recipient[]> {
    return this.database.query<Recipient & Record<string, unknown>>(
      `${MEMBERS} and r.kind = 'cooperative' and r.role = any ($2) order by r.membership_id`,
      [this.clock.now(), roles],
    );
  }

  /** Returns members of the buyers that participate in an agreement on a day. */
  buyers(agreementId: string, today: string): Promise<Recipient[]> {
    return this.database.query<Recipient & Record<string, unknown>>(
      `${MEMBERS} and r.kind = 'buyer' and exists (
         select from agreements.door_participation p where p.cooperative_id = r.cooperative_id and p.buyer_id = r.organisation_id and p.agreement_id = $2
           and ${participatesSql('p', '$3::date', '($3::date + 1)')})
       order by r.membership_id`,
      [this.clock.now(), agreementId, today],
    );
  }

  /**
   * Returns the reachable members of a supplier. If it has members but none is reachable, returns its contact in the
   * agreement, preferably for reports. Empty if the supplier has no members; the contract manager is then notified
   * instead.
   */
  async supplier(supplierId: string, agreementId: string | null): Promise<SupplierRecipients> {
    const members = await this.members(supplierId);
    const reached = members.filter(({ isUnreachable }) => !isUnreachable);
    if (reached.length > 0 || members.length === 0) return { recipients: reached, userCount: members.length };
    return { recipients: await this.#contact(supplierId, agreementId), userCount: members.length };
  }

  #contact(supplierId: string, agreementId: string | null): Promise<Recipient[]> {
    return this.database.query<Recipient & Record<string, unknown>>(
      `select c.supplier_id as "organisationId", 'supplier' as audience, null as "membershipId", null as "personId", c.name, c.email, 'nb' as language, false as "isUnreachable"
       from agreements.door_agreement_contact c
       where c.supplier_id = $1 and c.email is not null
         and not exists (select from follow_up.unreachable_address u where u.cooperative_id = c.cooperative_id and u.email = lower(c.email) and u.cleared_at is null)
       order by c.agreement_id is not distinct from $2 desc, c.role = 'reporting' desc, c.role = 'contract' desc, c.name limit 1`,
      [supplierId, agreementId],
    );
  }
}
