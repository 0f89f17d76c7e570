import type { EmailMessage } from '@tallgrunn/platform';
import { fillEmailSubject, fillEmailTemplate, type Language } from '@tallgrunn/values';
import { kindRule, variablesOf } from '../notification-kinds.ts';
import { defaultTemplates } from '../templates/default-templates.ts';
import type { TemplateText } from '../templates/template-text.ts';
import { frameTexts } from './frame-texts.ts';
import { htmlEmail, plainEmail, type EmailPart } from './html-email.ts';
import type { NotificationContext } from './load-context.ts';
import type { PendingNotification } from './pending-notification.ts';
import { consequenceOf, templateValues } from './template-values.ts';

/** One notification in an e-mail, with the cooperative's template for it. */
export interface EmailItem {
  readonly notification: PendingNotification;
  readonly context: NotificationContext;
  readonly template: TemplateText;
}

export interface EmailOptions {
  readonly language: Language;
  readonly today: string;
  readonly preferencesLink: string;
  /** One-click address that stops the kinds of the e-mail; null when they may not be stopped. */
  readonly unsubscribeLink?: string | null;
}

export type ComposedEmail = Pick<EmailMessage, 'subject' | 'text' | 'html' | 'headers' | 'fromName'>;

/** Kinds whose e-mail states the consequence in the terms. */
const WITH_CONSEQUENCE = new Set(['obligation-due', 'obligation-late', 'report-returned']);

/**
 * Writes one e-mail with one or several notifications.
 * @throws Error for none
 */
export function composeEmail(items: readonly EmailItem[], options: EmailOptions): ComposedEmail {
  const [first] = items;
  if (!first) throw new Error('An e-mail is about something.');
  return items.length === 1 ? composeSingle(first, options) : composeSeveral(items, first, options);
}

/** Returns the subject line of one notification; an e-mail with several lists it as an item. */
export function subjectOf({ notification, context, template }: EmailItem, { language, today }: EmailOptions): string {
  return fillEmailSubject(template.subject, templateValues(notification, context, language, today));
}

function composeSingle(item: EmailItem, options: EmailOptions): ComposedEmail {
  const { notification, context, template } = item;
  const { language, today } = options;
  const values = templateValues(notification, context, language, today);
  const consequence = WITH_CONSEQUENCE.has(notification.kind) ? consequenceOf(context, language) : '';
  // a kind without a reason carries the requester's text as a message
  const message = variablesOf(notification.kind).includes('reason') ? null : notification.requesterText;
  const parts: EmailPart[] = [
    textPart(frameTexts[language].greeting({ name: values.recipient ?? '' })),
    ...fillEmailTemplate(template.body, values)
      .split(/\n{2,}/)
      .map(textPart),
    ...(message ? [textPart(quoted(message))] : []),
    ...(consequence ? [textPart(consequence)] : []),
    { kind: 'button', label: defaultTemplates[language][notification.kind].button, link: context.link },
    ...closing(item, options),
  ];
  return finish(subjectOf(item, options), parts, [item], options);
}

function composeSeveral(items: readonly EmailItem[], first: EmailItem, options: EmailOptions): ComposedEmail {
  const { language, preferencesLink } = options;
  const t = frameTexts[language];
  const { cooperative } = first.context;
  const consequences = new Set(
    items
      .filter(({ notification }) => WITH_CONSEQUENCE.has(notification.kind))
      .map(({ context }) => consequenceOf(context, language))
      .filter(Boolean),
  );
  const parts: EmailPart[] = [
    textPart(t.greeting({ name: first.notification.name })),
    textPart(t.severalLead({ count: items.length })),
    ...items.map((item): EmailPart => ({ kind: 'item', text: subjectOf(item, options), link: item.context.link })),
    ...[...consequences].map(textPart),
    { kind: 'button', label: t.all, link: new URL('/', preferencesLink).toString() },
    ...closing(first, options, items),
  ];
  return finish(t.several({ count: items.length, cooperative }), parts, items, options);
}

/** Quotes a person's text line by line, so that it cannot imitate the text of the service. */
const quoted = (message: string): string =>
  message
    .split('\n')
    .map((line) => `> ${line.trim()}`)
    .join('\n');

const textPart = (text: string): EmailPart => ({ kind: 'text', text });

/** Returns the closing paragraphs: contact, sender and reason, and how to change preferences where that is possible. */
function closing(
  first: EmailItem,
  { language, preferencesLink }: EmailOptions,
  items: readonly EmailItem[] = [first],
): EmailPart[] {
  const t = frameTexts[language];
  const { notification, context } = first;
  const { contact, cooperative, supplier, agreement } = context;
  const isForContact = notification.membershipId === null;
  const mayTurnOff = items.some(({ notification: { kind } }) => kindRule(kind).mayTurnOff);
  const about =
    agreement && items.length === 1 && supplier
      ? t.sender({ cooperative, supplier, agreement: agreement.title, number: agreement.number })
      : t.senderAlone({ cooperative });
  const why = isForContact ? t.contactAlone : mayTurnOff ? t.preferences({ link: preferencesLink }) : t.required;
  return [
    ...(contact && notification.audience !== 'cooperative'
      ? [
          textPart(
            [t.contact({ ...contact, organisation: cooperative }), contact.email ? t.replies : '']
              .filter(Boolean)
              .join(' '),
          ),
        ]
      : []),
    { kind: 'small', text: `${about}\n${why}` },
  ];
}

function finish(
  subject: string,
  parts: readonly EmailPart[],
  items: readonly EmailItem[],
  { language, preferencesLink, unsubscribeLink }: EmailOptions,
): ComposedEmail {
  const { context, notification } = items[0]!;
  const replyTo = notification.audience === 'cooperative' ? '' : (context.contact?.email ?? '');
  const mayTurnOff =
    notification.membershipId !== null && items.every(({ notification: { kind } }) => kindRule(kind).mayTurnOff);
  return {
    subject,
    text: plainEmail(parts),
    html: htmlEmail(language, subject, parts),
    fromName: context.cooperative,
    headers: {
      'Content-Language': language,
      'Auto-Submitted': 'auto-generated',
      ...(replyTo && { 'Reply-To': replyTo }),
      ...(mayTurnOff && { 'List-Unsubscribe': `<${unsubscribeLink ?? preferencesLink}>` }),
      ...(mayTurnOff && unsubscribeLink && { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }),
    },
  };
}
