import { Injectable } from '@nestjs/common';
import { AuditLog, Clock, Database, Problem } from '@tallgrunn/platform';
import { languages, osloDate, withoutPersons, type Language } from '@tallgrunn/values';
import { kindNames, variablesOf, type NotificationKind, type TemplateVariable } from '../notification-kinds.ts';
import { composeEmail } from '../send/compose-email.ts';
import { LoadContext } from '../send/load-context.ts';
import { sampleNotification } from './sample-notification.ts';
import { defaultTemplates } from './default-templates.ts';
import { templateFaults } from './fill-template.ts';
import { FindTemplate } from './find-template.ts';
import type { TemplateText } from './template-text.ts';

export interface EmailTemplate extends TemplateText {
  readonly kind: NotificationKind;
  readonly language: Language;
  /** Whether the cooperative has its own text. */
  readonly isOwn: boolean;
  readonly variables: readonly TemplateVariable[];
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
  ) {}

  async list(): Promise<EmailTemplate[]> {
    const own = await this.database.query<TemplateText & { kind: string; language: string }>(
      'select kind, language, subject, body from follow_up.email_template',
    );
    return kindNames.flatMap((kind) =>
      languages.map((language) => {
        const text = own.find((each) => each.kind === kind && each.language === language);
        const { subject, body } = text ?? defaultTemplates[language][kind];
        return { kind, language, subject, body, isOwn: text !== undefined, variables: variablesOf(kind) };
      }),
    );
  }

  /**
   * Returns the e-mail as it would look, with sample data.
   * @throws Problem 'template-invalid' (422)
   */
  async preview(
    kind: NotificationKind,
    language: Language,
    text: TemplateText | null,
  ): Promise<{ subject: string; text: string; html: string }> {
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
   */
  async save(kind: NotificationKind, language: Language, written: TemplateText): Promise<void> {
    const [subject, body] = [withoutPersons(written.subject), withoutPersons(written.body)];
    requireValidTemplate(kind, { subject, body });
    await this.database.query(
      `insert into follow_up.email_template (kind, language, subject, body, updated_at, updated_by) values ($1, $2, $3, $4, $5, $6)
       on conflict (cooperative_id, kind, language) do update set subject = excluded.subject, body = excluded.body, updated_at = excluded.updated_at, updated_by = excluded.updated_by`,
      [kind, language, subject, body, this.clock.now(), this.database.actor().personId],
    );
    await this.#record('email-template.changed', kind, { language, subject, body });
  }

  /** Restores the default text. */
  async reset(kind: NotificationKind, language: Language): Promise<void> {
    const rows = await this.database.query(
      'delete from follow_up.email_template where kind = $1 and language = $2 returning kind',
      [kind, language],
    );
    if (rows.length > 0) await this.#record('email-template.reset', kind, { language });
  }

  async #record(
    act: 'email-template.changed' | 'email-template.reset',
    kind: NotificationKind,
    details: Record<string, string>,
  ): Promise<void> {
    await this.audit.record({
      act,
      subject: { kind: 'cooperative', id: this.database.actor().cooperativeId },
      details: { kind, ...details },
    });
  }
}

function requireValidTemplate(kind: NotificationKind, text: TemplateText): void {
  const faults = templateFaults(kind, text);
  if (faults.length === 0) return;
  const allowed = variablesOf(kind).join(', ');
  throw new Problem(
    422,
    'template-invalid',
    { allowed },
    faults.map(({ code, path, found }) => ({ code, path, params: { found, allowed } })),
  );
}
