import { Injectable } from '@nestjs/common';
import {
  defaultInvitationTemplates,
  invitationKinds,
  InvitationTemplateStore,
  invitationVariables,
  isInvitationKind,
  PreviewInvitation,
  type InvitationKind,
} from '@tallgrunn/identity-server';
import { AuditLog, Clock, Database, Problem } from '@tallgrunn/platform';
import { emailTemplateFaults, languages, osloDate, withoutPersons, type Language } from '@tallgrunn/values';
import { kindNames, variablesOf, type NotificationKind } from '../notification-kinds.ts';
import { composeEmail } from '../send/compose-email.ts';
import { LoadContext } from '../send/load-context.ts';
import { sampleNotification } from './sample-notification.ts';
import { defaultTemplates } from './default-templates.ts';
import { FindTemplate } from './find-template.ts';
import type { TemplateText } from './template-text.ts';

/** Kinds of e-mail whose text a cooperative can change. */
export const templateKinds = [...kindNames, ...invitationKinds] as const;
export type TemplateKind = NotificationKind | InvitationKind;

export interface EmailTemplate extends TemplateText {
  readonly kind: TemplateKind;
  readonly language: Language;
  /** Whether the cooperative has its own text. */
  readonly isOwn: boolean;
  readonly variables: readonly string[];
}

/** Templates of a cooperative's e-mails: list, preview, save and reset. */
@Injectable()
export class EmailTemplates {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    private readonly context: LoadContext,
    private readonly find: FindTemplate,
    private readonly invitations: InvitationTemplateStore,
    private readonly invitationPreview: PreviewInvitation,
  ) {}

  async list(): Promise<EmailTemplate[]> {
    const own = [
      ...(await this.database.query<TemplateText & { kind: string; language: string }>(
        'select kind, language, subject, body from follow_up.email_template',
      )),
      ...(await this.invitations.own()),
    ];
    return templateKinds.flatMap((kind) =>
      languages.map((language) => {
        const text = own.find((each) => each.kind === kind && each.language === language);
        const { subject, body } = text ?? defaultOf(kind, language);
        const variables = isInvitationKind(kind) ? invitationVariables : variablesOf(kind);
        return { kind, language, subject, body, isOwn: text !== undefined, variables };
      }),
    );
  }

  /**
   * Returns the e-mail as it would look, with sample data.
   * @throws Problem 'template-invalid' | 'template-has-link' (422)
   */
  async preview(
    kind: TemplateKind,
    language: Language,
    text: TemplateText | null,
  ): Promise<{ subject: string; text: string; html: string }> {
    if (isInvitationKind(kind)) return { ...(await this.invitationPreview.run(kind, language, text)), html: '' };
    if (text) requireValidTemplate(kind, text);
    const template = text ?? (await this.find.run(kind, language));
    const today = osloDate(this.clock.now());
    const { notification, context } = sampleNotification(kind, language, today);
    const actual = await this.context.run(notification);
    const {
      subject,
      text: plainText,
      html = '',
    } = composeEmail(
      [{ notification, context: { ...context, cooperative: actual.cooperative, contact: actual.contact }, template }],
      { language, today, preferencesLink: this.context.preferencesLink },
    );
    return { subject, text: plainText, html };
  }

  /**
   * Stores the cooperative's text without personal data.
   * @throws Problem 'template-invalid' (422) with every variable the kind does not have
   * @throws Problem 'template-has-link' (422) for an invitation
   */
  async save(kind: TemplateKind, language: Language, written: TemplateText): Promise<void> {
    const [subject, body] = [withoutPersons(written.subject), withoutPersons(written.body)];
    if (isInvitationKind(kind)) await this.invitations.save(kind, language, { subject, body });
    else await this.#store(kind, language, { subject, body });
    await this.#record('email-template.changed', kind, { language, subject, body });
  }

  /** Restores the default text. */
  async reset(kind: TemplateKind, language: Language): Promise<void> {
    const isReset = isInvitationKind(kind)
      ? await this.invitations.reset(kind, language)
      : (
          await this.database.query(
            'delete from follow_up.email_template where kind = $1 and language = $2 returning kind',
            [kind, language],
          )
        ).length > 0;
    if (isReset) await this.#record('email-template.reset', kind, { language });
  }

  async #store(kind: NotificationKind, language: Language, { subject, body }: TemplateText): Promise<void> {
    requireValidTemplate(kind, { subject, body });
    await this.database.query(
      `insert into follow_up.email_template (kind, language, subject, body, updated_at, updated_by) values ($1, $2, $3, $4, $5, $6)
       on conflict (cooperative_id, kind, language) do update set subject = excluded.subject, body = excluded.body, updated_at = excluded.updated_at, updated_by = excluded.updated_by`,
      [kind, language, subject, body, this.clock.now(), this.database.actor().personId],
    );
  }

  async #record(
    act: 'email-template.changed' | 'email-template.reset',
    kind: TemplateKind,
    details: Record<string, string>,
  ): Promise<void> {
    await this.audit.record({
      act,
      subject: { kind: 'cooperative', id: this.database.actor().cooperativeId },
      details: { kind, ...details },
    });
  }
}

const defaultOf = (kind: TemplateKind, language: Language): TemplateText =>
  isInvitationKind(kind) ? defaultInvitationTemplates[language][kind] : defaultTemplates[language][kind];

function requireValidTemplate(kind: NotificationKind, text: TemplateText): void {
  const faults = emailTemplateFaults(variablesOf(kind), text);
  if (faults.length === 0) return;
  const allowed = variablesOf(kind).join(', ');
  throw new Problem(
    422,
    'template-invalid',
    { allowed },
    faults.map(({ code, path, found }) => ({ code, path, params: { found, allowed } })),
  );
}
