import { Injectable } from '@nestjs/common';
import { Clock, Database, Mail, type Role } from '@tallgrunn/platform';
import type { Language } from '@tallgrunn/values';

/** Roles that can give others access. Every organisation retains at least one such member. */
export const administratorRoles: readonly Role[] = ['administrator', 'buyer-administrator', 'supplier-administrator'];

export interface Administrator {
  readonly membershipId: string;
  readonly personId: string;
  readonly email: string;
  readonly language: Language;
}

/** The current administrators of an organisation. */
@Injectable()
export class Administrators {
  constructor(
    private readonly database: Database,
    private readonly mail: Mail,
    private readonly clock: Clock,
  ) {}

  /**
   * Locks the administrators of an organisation until the transaction ends, and returns them. This serialises
   * operations that depend on the number of administrators.
   */
  async lockForUpdate(organisationId: string): Promise<Administrator[]> {
    await this.database.query(`select pg_advisory_xact_lock(hashtextextended('administrators:' || $1, 0))`, [
      organisationId,
    ]);
    return this.list(organisationId);
  }

  list(organisationId: string): Promise<Administrator[]> {
    return this.database.query<Administrator>(
      `select m.id as "membershipId", m.person_id as "personId", p.email, p.language
       from identity.membership m join identity.person p on p.id = m.person_id
       where m.organisation_id = $1 and m.role = any ($2) and m.ended_at is null and (m.ends_at is null or m.ends_at > $3) order by m.id`,
      [organisationId, administratorRoles, this.clock.now()],
    );
  }

  /** Queues an e-mail to each administrator except `exceptPersonId`, in their language. */
  async notify(
    organisationId: string,
    exceptPersonId: string | null,
    email: (language: Language) => { readonly subject: string; readonly text: string },
  ): Promise<void> {
    const { cooperativeId } = this.database.actor();
    const recipients = new Map(
      (await this.list(organisationId))
        .filter(({ personId }) => personId !== exceptPersonId)
        .map((each) => [each.personId, each]),
    );
    for (const { email: to, language } of recipients.values())
      await this.mail.send({ to, ...email(language), cooperativeId });
  }
}
