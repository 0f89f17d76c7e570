import { Injectable } from '@nestjs/common';
import { AuditLog, Clock, Database, notFound, Problem } from '@tallgrunn/platform';

interface Admission {
  readonly personId: string;
  readonly organisationId: string;
  readonly name: string;
  readonly isChained: boolean;
  readonly isRelated: boolean;
}

/**
 * Vouches for a colleague. A second administrator, independent of the person who admitted the colleague, confirms their
 * identity. The colleague then counts as independent in four-eyes decisions. The operator may also vouch on the command
 * line.
 */
@Injectable()
export class VouchForColleague {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Repeating it changes nothing, nor does vouching for a person whom the operator set up.
   * @throws Problem 'not-found' (404)
   * @throws Problem 'voucher-not-independent' (422) with the colleague's name
   */
  async run(membershipId: string): Promise<void> {
    const admission = await this.#admission(membershipId);
    if (!admission) throw notFound('membership');
    if (!admission.isChained) return;
    const { personId } = this.database.actor();
    if (admission.isRelated || admission.personId === personId)
      throw new Problem(422, 'voucher-not-independent', { name: admission.name });
    await this.database.query(
      'insert into identity.vouch (organisation_id, person_id, vouched_by, vouched_at) values ($1, $2, $3, $4) on conflict do nothing',
      [admission.organisationId, admission.personId, personId, this.clock.now()],
    );
    await this.audit.record({ act: 'membership.vouched-for', subject: { kind: 'membership', id: membershipId } });
  }

  #admission(membershipId: string): Promise<Admission | undefined> {
    return this.database.one<Admission>(
      `select a.person_id as "personId", a.organisation_id as "organisationId", p.name,
         a.admitted_by is not null and not exists (select from identity.vouch v where v.organisation_id = a.organisation_id and v.person_id = a.person_id) as "isChained",
         exists (select from identity.door_inviter_relation r where r.person_id = a.person_id and r.related_person_id = platform.person()) as "isRelated"
       from identity.membership m
       join identity.admission a on a.organisation_id = m.organisation_id and a.person_id = m.person_id
       join identity.person p on p.id = m.person_id
       where m.id = $1 and m.ended_at is null and (platform.side() = 'system' or m.organisation_id = platform.organisation())`,
      [membershipId],
    );
  }
}
