import { Injectable } from '@nestjs/common';
import { Clock, Database, Mail } from '@tallgrunn/platform';
import type { Language } from '@tallgrunn/values';

/** Writes to everybody who acts for an organisation, each in their own language, once the unit has committed. Answers how many letters that is. */
@Injectable()
export class WriteToOrganisation {
  constructor(
    private readonly database: Database,
    private readonly mail: Mail,
    private readonly clock: Clock,
  ) {}

  async run(organisationId: string, letter: (language: Language) => { readonly subject: string; readonly text: string }): Promise<number> {
    const people = await this.database.query<{ email: string; language: Language }>(
      `select distinct p.email, p.language from identity.membership m join identity.person p on p.id = m.person_id where m.organisation_id = $1 and m.ended_at is null and (m.ends_at is null or m.ends_at > $2)`,
      [organisationId, this.clock.now()],
    );
    const { cooperativeId } = this.database.actor();
    this.database.afterCommit(() => {
      for (const { email, language } of people) void this.mail.send({ to: email, ...letter(language), cooperativeId });
    });
    return people.length;
  }
}
