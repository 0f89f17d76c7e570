import { Injectable } from '@nestjs/common';
import { AuditLog, Database, Mail, notFound, Problem, SecurityLog } from '@tallgrunn/platform';
import { ListMemberships } from '../list-memberships.ts';
import { Sessions } from '../sessions/sessions.ts';
import { People } from '../store/people.ts';
import type { Person } from '../store/person.ts';
import { factorsResetEmail } from './factors-reset-email.ts';
import { Factors } from './factors.ts';

/**
 * Removes the second factors of a person who has lost them. The next sign-in needs only the password; a role that
 * requires a factor then requires adding one.
 */
@Injectable()
export class ResetFactors {
  constructor(
    private readonly database: Database,
    private readonly people: People,
    private readonly memberships: ListMemberships,
    private readonly factors: Factors,
    private readonly sessions: Sessions,
    private readonly mail: Mail,
    private readonly audit: AuditLog,
    private readonly securityLog: SecurityLog,
  ) {}

  /**
   * Resets a colleague's factors, for an administrator of the colleague's only organisation.
   * @throws Problem 'not-found' (404)
   * @throws Problem 'own-account' (409)
   * @throws Problem 'person-in-other-organisations' (409), because the factors protect those organisations too
   */
  async ofColleague(membershipId: string): Promise<void> {
    const { personId: ownId, organisationId } = this.database.actor();
    const row = await this.database.one<Pick<Person, 'id' | 'email'>>(
      'select p.id, p.email from identity.membership m join identity.person p on p.id = m.person_id where m.id = $1 and m.organisation_id = platform.organisation()',
      [membershipId],
    );
    if (!row) throw notFound('membership');
    if (row.id === ownId) throw new Problem(409, 'own-account');
    const others = (await this.memberships.run(row.id)).filter(
      ({ organisation }) => organisation.id !== organisationId,
    );
    if (others.length > 0) throw new Problem(409, 'person-in-other-organisations');
    await this.audit.record({ act: 'membership.factors-reset', subject: { kind: 'membership', id: membershipId } });
    await this.run(row, 'reset-by-administrator');
  }

  /** Resets factors on the operator's command line. Returns the number removed; null when nobody has the address. */
  async byEmail(email: string): Promise<number | null> {
    const person = await this.people.byEmail(email);
    return person && this.run(person, 'reset-by-operator');
  }

  /** Removes all factors and returns their number. Ends all sessions of the person and queues an e-mail to them. */
  async run(
    { id, email }: Pick<Person, 'id' | 'email'>,
    reason: 'reset-by-administrator' | 'reset-by-operator',
  ): Promise<number> {
    const count = await this.factors.removeAll(id);
    await this.sessions.endOthers(id, null, reason);
    await this.securityLog.record({
      event: 'second-factor-removed',
      personId: id,
      details: { method: 'all', subjectPersonId: id, count, reason },
    });
    await this.mail.sendOutsideUnit({ ...factorsResetEmail(email, reason), recipientId: id });
    return count;
  }
}
