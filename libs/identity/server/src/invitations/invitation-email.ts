import type { EmailMessage, Role } from '@tallgrunn/platform';
import {
  fillEmailSubject,
  fillEmailTemplate,
  formatDate,
  formatPeriod,
  languages,
  osloDate,
  Period,
  type EmailTemplateText,
  type Language,
} from '@tallgrunn/values';
import { invitationTexts, type Audience } from './invitation-texts.ts';
import type { InvitationKind, InvitationVariable } from './templates/invitation-kinds.ts';

/** Subject of an invitation, as described in the e-mail. */
export interface InvitationSubject {
  /** Titles of the agreements, in display order. */
  readonly agreements: readonly string[];
  /** The first report due, with its period key and due date; null without one. */
  readonly report: { readonly periodKey: string; readonly dueOn: string } | null;
  /** Contact for questions; null: the inviter. */
  readonly contact: { readonly name: string; readonly email: string } | null;
}

export interface InvitationEmail {
  readonly email: string;
  readonly role: Role;
  readonly organisation: string;
  readonly cooperative: string;
  /** The inviter and their organisation; null when the operator invited on the command line. */
  readonly inviter: { readonly name: string; readonly email: string; readonly organisation: string } | null;
  readonly subject: InvitationSubject;
  /** The inviter's message, plain text. */
  readonly message: string | null;
  /** Last day of the membership; null without an end. */
  readonly endsOn: string | null;
  readonly link: string;
  readonly expiresAt: Date;
  /** The recipient's language; null when it is unknown. */
  readonly language: Language | null;
  /** What is written about the invitation, in each language. */
  readonly templates: Readonly<Record<Language, EmailTemplateText>>;
}

const AGREEMENTS_NAMED_MAX = 10;

/**
 * Returns the e-mail with a personal link, in three languages, the recipient's first. It states who invites, to what,
 * why, the expiry date and the contact.
 */
export function invitationEmail(invitation: InvitationEmail): EmailMessage {
  const first = invitation.language ?? 'nb';
  const order = [first, ...languages.filter((language) => language !== first)];
  const parts = order.map((language) => bodyOf(invitation, language));
  return {
    to: invitation.email,
    subject: fillEmailSubject(invitation.templates[first].subject, valuesOf(invitation, first)),
    text: parts.join(`\n\n${'-'.repeat(40)}\n\n`),
  };
}

const audiences: Partial<Record<Role, Audience>> = {
  'supplier-clerk': 'supplier',
  'supplier-administrator': 'supplier',
  buyer: 'buyer',
  'buyer-administrator': 'buyer',
  reader: 'reader',
  auditor: 'auditor',
};

export const audienceOf = (role: Role): Audience => audiences[role] ?? 'cooperative';

/** Returns which text an invitation to a role has. */
export const invitationKindOf = (role: Role): InvitationKind => `invitation-${audienceOf(role)}`;

const namesOf = ({ organisation, cooperative, inviter }: InvitationEmail) => ({
  organisation: oneLine(organisation),
  cooperative: oneLine(cooperative),
  inviter: inviter ? `${oneLine(inviter.name)} (${oneLine(inviter.organisation)})` : oneLine(cooperative),
});

function bodyOf(invitation: InvitationEmail, language: Language): string {
  const t = invitationTexts[language];
  const audience = audienceOf(invitation.role);
  const until = formatDate(osloDate(invitation.expiresAt), language);
  return [
    t.greeting,
    fillEmailTemplate(invitation.templates[language].body, valuesOf(invitation, language)),
    audience === 'auditor' && invitation.endsOn ? t.readingUntil({ day: formatDate(invitation.endsOn, language) }) : '',
    invitation.message ? t.message({ inviter: namesOf(invitation).inviter, message: quoted(invitation.message) }) : '',
    `${t.link(audience, { until })}\n${invitation.link}`,
    contactOf(invitation, language),
    t.unexpected,
  ]
    .filter(Boolean)
    .join('\n\n');
}

function valuesOf(invitation: InvitationEmail, language: Language): Readonly<Record<InvitationVariable, string>> {
  const { agreements, report } = invitation.subject;
  return {
    ...namesOf(invitation),
    agreements: agreementsOf(agreements, language),
    firstReport: report
      ? invitationTexts[language].report({
          period: formatPeriod(Period.parse(report.periodKey), language),
          due: formatDate(report.dueOn, language),
        })
      : '',
  };
}

function agreementsOf(agreements: readonly string[], language: Language): string {
  if (agreements.length === 0) return '';
  const named = agreements.slice(0, AGREEMENTS_NAMED_MAX).map((title) => `- ${oneLine(title)}`);
  const rest = agreements.length - named.length;
  const t = invitationTexts[language];
  return [
    t.agreements({ count: agreements.length }),
    ...named,
    ...(rest > 0 ? [`- ${t.more({ count: rest })}`] : []),
  ].join('\n');
}

function contactOf({ subject, inviter }: InvitationEmail, language: Language): string {
  const contact = subject.contact ?? inviter;
  return contact ? invitationTexts[language].contact({ name: oneLine(contact.name), email: contact.email }) : '';
}

const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();

/** Quotes the message line by line, so that it cannot imitate the text of the service. */
const quoted = (message: string): string =>
  message
    .split(/\r?\n/)
    .map((line) => `> ${oneLine(line)}`)
    .join('\n');
