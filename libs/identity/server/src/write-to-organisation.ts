import { Injectable } from '@nestjs/common';
import { Clock, Database, Mail } from '@tallgrunn/platform';
import type { Language } from '@tallgrunn/values';

/** Queues an e-mail to everyone who acts for an organisation, each in their own language. Returns how many. */
@Injectable()
export class WriteToOrganisation {
  constructor(
    private readonly database: Database,
    private readonly mail: Mail,
    private readonly clock: Clock,
  ) {}

  async run(
    organisationId: string,
    letter: (language: Language) => { readonly subject: string; readonly text: string },
  ): Promise<number> {
    const people = await this.database.query<{ id: string; email: string; language: Language }>(
      `select distinct p.id, p.email, p.language from identity.membership m join identity.person p on p.id = m.person_id where m.organisation_id = $1 and m.ended_at is null and (m.ends_at is null or m.ends_at > $2)`,
      [organisationId, this.clock.now()],
    );
    for (const { id, email, language } of people)
      await this.mail.send({ to: email, ...letter(language), recipientId: id });
    return people.length;
  }
}
