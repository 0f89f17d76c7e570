import { Injectable } from '@nestjs/common';
import { Database, Mail } from '@tallgrunn/platform';
import type { Language } from '@tallgrunn/values';
import { accessEndedEmail, roleChangedEmail, roleName } from '../administrator-emails.ts';
import { Administrators } from '../administrators.ts';

export interface AffectedMember {
  readonly person_id: string;
  readonly organisation_id: string;
  readonly organisation: string;
  readonly person: string;
  readonly email: string;
  readonly language: Language;
}

/** Queues e-mails to a person whose membership changed, and to the administrators of the organisation. */
@Injectable()
export class NotifyMembershipChange {
  constructor(
    private readonly database: Database,
    private readonly mail: Mail,
    private readonly administrators: Administrators,
  ) {}

  /** Notifies the member and the administrators that the cooperative ended the access. */
  async notifyEnded(member: AffectedMember, reason: string | null): Promise<void> {
    const by = await this.#actor();
    const about = {
      organisation: member.organisation,
      person: member.person,
      by: by.name,
      byOrganisation: by.organisation,
      reason,
    };
    const { cooperativeId } = this.database.actor();
    await this.mail.send({ to: member.email, ...accessEndedEmail[member.language](about), cooperativeId });
    await this.administrators.notify(member.organisation_id, member.person_id, (language) =>
      accessEndedEmail[language](about),
    );
  }

  /** Notifies the member that an administrator changed their role. */
  async notifyRoleChanged({ email, language, organisation }: AffectedMember, role: string): Promise<void> {
    const by = await this.#actor();
    const { cooperativeId } = this.database.actor();
    await this.mail.send({
      to: email,
      ...roleChangedEmail[language]({ organisation, by: by.name, role: roleName(role, language) }),
      cooperativeId,
    });
  }

  /** Returns the names of the acting person and their organisation, for e-mails. */
  async #actor(): Promise<{ name: string; organisation: string }> {
    const { personId, organisationId } = this.database.actor();
    const row = await this.database.one<{ name: string; organisation: string }>(
      'select p.name, o.name as organisation from identity.person p join identity.organisation o on o.id = $2 where p.id = $1',
      [personId, organisationId],
    );
    return row ?? { name: 'Tallgrunn', organisation: '' };
  }
}
