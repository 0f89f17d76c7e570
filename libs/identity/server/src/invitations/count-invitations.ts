import { Injectable } from '@nestjs/common';
import { Clock, Database, Problem } from '@tallgrunn/platform';
import { limits } from '@tallgrunn/values';

const {
  perPersonHourMax,
  perPersonDayMax,
  perOrganisationHourMax,
  perOrganisationDayMax,
  openMax,
  contactsPerHourMax,
} = limits.invitation;
const HOUR_SECONDS = 3600;
const DAY_SECONDS = 24 * HOUR_SECONDS;

interface Counts {
  readonly person_hour: number;
  readonly person_day: number;
  readonly organisation_hour: number;
  readonly organisation_day: number;
  readonly contacts_hour: number;
  readonly open: number;
}

/** Enforces `limits.invitation`, so that the service cannot be used to send spam. */
@Injectable()
export class InvitationLimits {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Requires that the inviting organisation may send one more invitation. Locks its count until the transaction ends.
   * Operator commands, which act for no organisation, are not limited.
   * @throws Problem 'invitation-limit-reached' (429) with the limit and `retryAfterSeconds`
   */
  async requireRoom(isRegisteredContact: boolean): Promise<void> {
    const { organisationId, personId } = this.database.actor();
    if (!organisationId || !personId) return;
    await this.database.query(`select pg_advisory_xact_lock(hashtextextended('invitations:' || $1, 0))`, [
      organisationId,
    ]);
    const counts = await this.#count(organisationId, personId);
    const checks: [scope: string, count: number, max: number, retryAfterSeconds: number][] = isRegisteredContact
      ? [['contacts-hour', counts.contacts_hour, contactsPerHourMax, HOUR_SECONDS]]
      : [
          ['person-hour', counts.person_hour, perPersonHourMax, HOUR_SECONDS],
          ['person-day', counts.person_day, perPersonDayMax, DAY_SECONDS],
          ['organisation-hour', counts.organisation_hour, perOrganisationHourMax, HOUR_SECONDS],
          ['organisation-day', counts.organisation_day, perOrganisationDayMax, DAY_SECONDS],
          ['open', counts.open, openMax, HOUR_SECONDS],
        ];
    const reached = checks.find(([, count, max]) => count >= max);
    if (reached)
      throw new Problem(429, 'invitation-limit-reached', {
        scope: reached[0],
        max: reached[2],
        retryAfterSeconds: reached[3],
      });
  }

  async #count(organisationId: string, personId: string): Promise<Counts> {
    const counts = await this.database.one<Counts>(
      `select
         count(*) filter (where not is_registered_contact and invited_by = $2 and created_at > $3)::int as person_hour,
         count(*) filter (where not is_registered_contact and invited_by = $2)::int as person_day,
         count(*) filter (where not is_registered_contact and created_at > $3)::int as organisation_hour,
         count(*) filter (where not is_registered_contact)::int as organisation_day,
         count(*) filter (where is_registered_contact and created_at > $3)::int as contacts_hour,
         (select count(*)::int from identity.invitation o where o.inviter_organisation_id = $1 and not o.is_registered_contact
            and o.accepted_at is null and o.withdrawn_at is null and o.expires_at > $5) as open
       from identity.invitation where inviter_organisation_id = $1 and created_at > $4`,
      [organisationId, personId, this.#ago(HOUR_SECONDS), this.#ago(DAY_SECONDS), this.clock.now()],
    );
    return (
      counts ?? { person_hour: 0, person_day: 0, organisation_hour: 0, organisation_day: 0, contacts_hour: 0, open: 0 }
    );
  }

  #ago(seconds: number): Date {
    return new Date(this.clock.now().getTime() - seconds * 1000);
  }
}
