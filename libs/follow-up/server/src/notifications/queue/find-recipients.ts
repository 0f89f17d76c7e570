import { Injectable } from '@nestjs/common';
import { takesPart } from '@tallgrunn/agreements-server';
import { Clock, Database, type Role } from '@tallgrunn/platform';
import type { Language } from '@tallgrunn/values';
import type { Audience } from '../notification-kinds.ts';

/** Somebody who can be written to: a member, or a contact of the agreement who has no account. */
export interface Recipient {
  readonly organisationId: string;
  readonly audience: Audience;
  readonly membershipId: string | null;
  readonly personId: string | null;
  readonly name: string;
  readonly email: string;
  readonly language: Language;
  /** E-mails to the address came back. */
  readonly isUnreachable: boolean;
}

/** Who can be told on the side of a supplier. `users`: members with an account, those included that no mail reaches. */
export interface SupplierRecipients {
  readonly recipients: readonly Recipient[];
  readonly userCount: number;
}

const MEMBERS = `
  select r.organisation_id as "organisationId", r.kind as audience, r.membership_id as "membershipId", r.person_id as "personId", r.name, r.email, r.language,
    exists (select from follow_up.unreachable_address u where u.cooperative_id = r.cooperative_id and u.email = lower(r.email) and u.cleared_at is null) as "isUnreachable"
  from identity.door_recipient r
  where r.ended_at is null and (r.ends_at is null or r.ends_at > $1)`;

/** Finds who is to be told: members in force of an organisation, and where none of a supplier's can be reached, its contact in the agreement. */
@Injectable()
export class FindRecipients {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Members of an organisation, auditors left out. */
  members(organisationId: string): Promise<Recipient[]> {
    return this.database.query<Recipient & Record<string, unknown>>(
      `${MEMBERS} and r.organisation_id = $2 and r.role <> 'auditor' order by r.membership_id`,
      [this.clock.now(), organisationId],
    );
  }

  /** Members of the cooperative itself in these roles. */
  cooperative(roles: readonly Role[] = ['contract-manager']): Promise<Recipient[]> {
    return this.database.query<Recipient & Record<string, unknown>>(
      `${MEMBERS} and r.kind = 'cooperative' and r.role = any ($2) order by r.membership_id`,
      [this.clock.now(), roles],
    );
  }

  /** Members of the buyers that take part in an agreement on a day. */
  buyers(agreementId: string, today: string): Promise<Recipient[]> {
    return this.database.query<Recipient & Record<string, unknown>>(
      `${MEMBERS} and r.kind = 'buyer' and exists (
         select from agreements.door_participation p where p.cooperative_id = r.cooperative_id and p.buyer_id = r.organisation_id and p.agreement_id = $2
           and ${takesPart('p', '$3::date', '($3::date + 1)')})
       order by r.membership_id`,
      [this.clock.now(), agreementId, today],
    );
  }

  /**
   * Members of a supplier whom mail reaches. Where it has members and none can be reached, its contact in the agreement, for reports before others.
   * Empty where nobody of the supplier has an account: then the contract manager is told instead.
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
