import { Injectable } from '@nestjs/common';
import { Clock, Database, Mail } from '@tallgrunn/platform';
import type { Language } from '@tallgrunn/values';

export interface OrganisationRecipient {
  readonly personId: string;
  readonly email: string;
}

export interface OrganisationEmail {
  readonly subject: string;
  readonly text: string;
  readonly replyTo?: string;
}

/** Queues an e-mail to all active members of an organisation, each in their language. Returns how many. */
@Injectable()
export class EmailOrganisation {
  constructor(
    private readonly database: Database,
    private readonly mail: Mail,
    private readonly clock: Clock,
  ) {}

  /** @param only person ids to which the e-mail is limited; null for all members */
  async run(
    organisationId: string,
    composeEmail: (
      language: Language,
      recipient: OrganisationRecipient,
    ) => OrganisationEmail | Promise<OrganisationEmail>,
    only: readonly string[] | null = null,
  ): Promise<number> {
    const people = await this.database.query<{ id: string; email: string; language: Language }>(
      `select distinct p.id, p.email, p.language from identity.membership m join identity.person p on p.id = m.person_id
       where m.organisation_id = $1 and m.ended_at is null and (m.ends_at is null or m.ends_at > $2) and ($3::uuid[] is null or p.id = any ($3))`,
      [organisationId, this.clock.now(), only],
    );
    for (const { id, email, language } of people)
      await this.mail.send({ to: email, ...(await composeEmail(language, { personId: id, email })), recipientId: id });
    return people.length;
  }
}
