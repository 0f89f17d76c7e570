import type { Letter, Role } from '@tallgrunn/platform';
import { formatDate, languages, osloDate, type Language } from '@tallgrunn/values';

interface Invitation {
  readonly email: string;
  readonly role: Role;
  readonly organisation: string;
  /** The last day of the membership, where one is set. */
  readonly endsOn: string | null;
  readonly link: string;
  readonly expiresAt: Date;
}

const subject = 'Tallgrunn';

const lines: Record<Language, (invitation: Invitation, until: string) => string> = {
  nb: ({ organisation, link }, until) => `Du er invitert til å levere tall for ${organisation}. Lenken er personlig og gjelder til ${until}. Du kan kontrollere en fil før du lager konto.\n${link}`,
  nn: ({ organisation, link }, until) => `Du er invitert til å levere tal for ${organisation}. Lenkja er personleg og gjeld til ${until}. Du kan kontrollere ei fil før du lagar konto.\n${link}`,
  en: ({ organisation, link }, until) => `You are invited to report figures for ${organisation}. The link is personal and valid until ${until}. You can check a file before making an account.\n${link}`,
};

const toAuditors: Record<Language, (invitation: Invitation, until: string) => string> = {
  nb: ({ organisation, link, endsOn }, until) => `Du er invitert til å kontrollere de publiserte klimatallene til ${organisation}. Tilgangen er bare for lesing og varer til og med ${dayOf(endsOn, 'nb')}. Lenken er personlig og gjelder til ${until}.\n${link}`,
  nn: ({ organisation, link, endsOn }, until) => `Du er invitert til å kontrollere dei publiserte klimatala til ${organisation}. Tilgangen er berre for lesing og varer til og med ${dayOf(endsOn, 'nn')}. Lenkja er personleg og gjeld til ${until}.\n${link}`,
  en: ({ organisation, link, endsOn }, until) => `You are invited to audit the published climate figures of ${organisation}. Access is for reading only and lasts until ${dayOf(endsOn, 'en')}, that day included. The link is personal and valid until ${until}.\n${link}`,
};
const dayOf = (day: string | null, language: Language): string => (day === null ? '–' : formatDate(day, language));

/** The letter that carries a personal link, in all three languages: we do not know yet which one its reader wants. */
export function invitationLetter(invitation: Invitation): Letter {
  const text = languages.map((language) => (invitation.role === 'auditor' ? toAuditors : lines)[language](invitation, formatDate(osloDate(invitation.expiresAt), language))).join('\n\n');
  return { to: invitation.email, subject: `${subject}: ${invitation.organisation}`, text };
}
