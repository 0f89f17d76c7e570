import { Injectable } from '@nestjs/common';
import type { InvitationSubject } from '@tallgrunn/identity-server';
import { Clock, Database, notFound } from '@tallgrunn/platform';
import { osloDate } from '@tallgrunn/values';

export interface PartySubject {
  readonly subject: InvitationSubject;
  /** The obligation that the invitation leads to; null when none is open. */
  readonly obligationId: string | null;
}

/**
 * Collects the content of an invitation to a buyer or supplier: its running agreements, its next report, and the
 * contact person.
 */
@Injectable()
export class CollectInvitationSubject {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * @param obligationId the obligation to lead to; null: the next one due
   * @throws Problem 'not-found' (404) for an obligation of another party
   */
  async run(partyId: string, obligationId: string | null): Promise<PartySubject> {
    const obligation = await this.#obligation(partyId, obligationId);
    if (obligationId && !obligation) throw notFound('obligation');
    const agreements = await this.database.query<{ id: string; title: string }>(
      `select a.id, a.title from agreements.agreement a
       where (a.ends_on is null or a.ends_on >= $2::date) and (
         exists (select from agreements.agreement_supplier s where s.cooperative_id = a.cooperative_id and s.agreement_id = a.id and s.supplier_id = $1 and (s.valid_to is null or s.valid_to >= $2::date))
         or exists (select from agreements.participation p where p.cooperative_id = a.cooperative_id and p.agreement_id = a.id and p.buyer_id = $1 and (p.valid_to is null or p.valid_to >= $2::date)))
       order by a.id is distinct from $3, a.number`,
      [partyId, osloDate(this.clock.now()), obligation?.agreement_id ?? null],
    );
    return {
      obligationId: obligation?.id ?? null,
      subject: {
        agreements: agreements.map(({ title }) => title),
        report: obligation ? { periodKey: obligation.period_key, dueOn: obligation.due_on } : null,
        contact: await this.#contact(
          obligation?.agreement_id ?? (agreements.length === 1 ? (agreements[0]?.id ?? null) : null),
        ),
      },
    };
  }

  /** Returns the given obligation of the party, or its next one that is due and not exempt. */
  #obligation(
    partyId: string,
    obligationId: string | null,
  ): Promise<{ id: string; agreement_id: string; period_key: string; due_on: string } | undefined> {
    return this.database.one(
      `select id, agreement_id, period_key, due_on from agreements.door_reporting_obligation
       where supplier_id = $1 and case when $2::uuid is null then exemption_reason is null and due_on >= $3::date else id = $2::uuid end order by due_on, id limit 1`,
      [partyId, obligationId, osloDate(this.clock.now())],
    );
  }

  /** Returns the cooperative's contact for the agreement, if one with an address is registered. */
  async #contact(agreementId: string | null): Promise<InvitationSubject['contact']> {
    const contact = await this.database.one<{ name: string; email: string }>(
      `select name, email from agreements.agreement_contact where agreement_id = $1 and supplier_id is null and email is not null order by role = 'contract' desc, name limit 1`,
      [agreementId],
    );
    return contact ?? null;
  }
}
