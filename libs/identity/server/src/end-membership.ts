import { Injectable } from '@nestjs/common';
import { AuditTrail, Clock, Database, notFound, Problem, SecurityLog, type Role } from '@tallgrunn/platform';

/** Those who let others in: an organisation keeps at least one. */
const ADMINISTRATORS: readonly Role[] = ['administrator', 'buyer-administrator', 'supplier-administrator'];

interface Row {
  readonly person_id: string;
  readonly email: string;
  readonly role: Role;
  readonly ended_at: Date | null;
}

/**
 * Ends a colleague's access to the organisation one acts for, at once: their next request finds no membership, their machine keys of it are
 * revoked for good, and no letter written before lets them in again. Ending it again changes nothing.
 * Problems: `not-found`; `last-administrator` where nobody would be left who can let others in.
 */
@Injectable()
export class EndMembership {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditTrail,
    private readonly securityLog: SecurityLog,
    private readonly clock: Clock,
  ) {}

  async run(id: string): Promise<void> {
    const administrators = await this.#administrators();
    const row = await this.database.one<Row>(
      `select m.person_id, p.email, m.role, m.ended_at from identity.membership m join identity.person p on p.id = m.person_id
       where m.id = $1 and m.organisation_id = platform.organisation() for update of m`,
      [id],
    );
    if (!row) throw notFound('membership');
    if (row.ended_at) return;
    if (administrators.includes(id) && administrators.length === 1) throw new Problem(409, 'last-administrator');
    await this.#end(id, row);
    await this.audit.record({ act: 'member.ended', subject: { kind: 'membership', id }, details: { role: row.role } });
    await this.securityLog.record({ event: 'membership-ended', details: { membershipId: id, subjectPersonId: row.person_id, role: row.role } });
  }

  /** Memberships that let others in now. They are locked, so that two administrators who end each other do not both succeed. */
  async #administrators(): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `select id from identity.membership
       where organisation_id = platform.organisation() and role = any ($1) and ended_at is null and (ends_at is null or ends_at > $2) order by id for update`,
      [ADMINISTRATORS, this.clock.now()],
    );
    return rows.map(({ id }) => id);
  }

  async #end(id: string, { person_id, email, role }: Row): Promise<void> {
    const now = this.clock.now();
    await this.database.query('update identity.membership set ended_at = $2, ended_by = platform.person() where id = $1', [id, now]);
    await this.database.query('update identity.api_key set revoked_at = $2, revoked_by = platform.person() where organisation_id = platform.organisation() and person_id = $1 and revoked_at is null', [person_id, now]);
    await this.database.query(
      `update identity.invitation set withdrawn_at = $3, withdrawn_by = platform.person()
       where organisation_id = platform.organisation() and lower(email) = lower($1) and role = $2 and accepted_at is null and withdrawn_at is null`,
      [email, role, now],
    );
  }
}
