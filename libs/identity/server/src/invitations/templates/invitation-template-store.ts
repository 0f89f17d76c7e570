import { Injectable } from '@nestjs/common';
import { Clock, Database, Problem } from '@tallgrunn/platform';
import { emailTemplateFaults, type EmailTemplateText, type Language } from '@tallgrunn/values';
import { defaultInvitationTemplates } from './default-templates.ts';
import { invitationVariables, type InvitationKind } from './invitation-kinds.ts';

export interface OwnInvitationTemplate extends EmailTemplateText {
  readonly kind: InvitationKind;
  readonly language: Language;
}

/** The cooperative's own texts of invitations. */
@Injectable()
export class InvitationTemplateStore {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  own(): Promise<OwnInvitationTemplate[]> {
    return this.database.query<OwnInvitationTemplate & Record<string, unknown>>(
      'select kind, language, subject, body from identity.invitation_template',
    );
  }

  /** Returns the texts of one kind in each language: the cooperative's own, else the default. */
  async find(kind: InvitationKind): Promise<Record<Language, EmailTemplateText>> {
    const own = (await this.own()).filter((each) => each.kind === kind);
    const textIn = (language: Language): EmailTemplateText =>
      own.find((each) => each.language === language) ?? defaultInvitationTemplates[language][kind];
    return { nb: textIn('nb'), nn: textIn('nn'), en: textIn('en') };
  }

  /** @throws Problem 'template-invalid' | 'template-has-link' (422) */
  async save(kind: InvitationKind, language: Language, { subject, body }: EmailTemplateText): Promise<void> {
    requireInvitationTemplate({ subject, body });
    await this.database.query(
      `insert into identity.invitation_template (kind, language, subject, body, updated_at, updated_by) values ($1, $2, $3, $4, $5, $6)
       on conflict (cooperative_id, kind, language) do update set subject = excluded.subject, body = excluded.body, updated_at = excluded.updated_at, updated_by = excluded.updated_by`,
      [kind, language, subject, body, this.clock.now(), this.database.actor().personId],
    );
  }

  /** Restores the default text. Returns false when the cooperative has no own text. */
  async reset(kind: InvitationKind, language: Language): Promise<boolean> {
    const rows = await this.database.query(
      'delete from identity.invitation_template where kind = $1 and language = $2 returning kind',
      [kind, language],
    );
    return rows.length > 0;
  }
}

/**
 * Requires that a text has only variables of invitations and no links, because the e-mail must contain only the
 * personal link.
 * @throws Problem 'template-invalid' | 'template-has-link' (422)
 */
export function requireInvitationTemplate(template: EmailTemplateText): void {
  const faults = emailTemplateFaults(invitationVariables, template);
  const allowed = invitationVariables.join(', ');
  if (faults.length > 0) {
    const issues = faults.map(({ code, path, found }) => ({ code, path, params: { found, allowed } }));
    throw new Problem(422, 'template-invalid', { allowed }, issues);
  }
  if (/:\/\/|\bwww\./i.test(`${template.subject}\n${template.body}`)) throw new Problem(422, 'template-has-link');
}
