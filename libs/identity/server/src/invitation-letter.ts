import type { Letter } from '@tallgrunn/platform';
import { formatDate, languages, osloDate, type Language } from '@tallgrunn/values';

interface Invitation {
  readonly email: string;
  readonly organisation: string;
  readonly link: string;
  readonly expiresAt: Date;
}

const subject = 'Tallgrunn';

const lines: Record<Language, (invitation: Invitation, until: string) => string> = {
  nb: ({ organisation, link }, until) => `Du er invitert til å levere tall for ${organisation}. Lenken er personlig og gjelder til ${until}. Du kan kontrollere en fil før du lager konto.\n${link}`,
  nn: ({ organisation, link }, until) => `Du er invitert til å levere tal for ${organisation}. Lenkja er personleg og gjeld til ${until}. Du kan kontrollere ei fil før du lagar konto.\n${link}`,
  en: ({ organisation, link }, until) => `You are invited to report figures for ${organisation}. The link is personal and valid until ${until}. You can check a file before making an account.\n${link}`,
};

/** The letter that carries a personal link, in all three languages: we do not know yet which one its reader wants. */
export function invitationLetter(invitation: Invitation): Letter {
  const text = languages.map((language) => lines[language](invitation, formatDate(osloDate(invitation.expiresAt), language))).join('\n\n');
  return { to: invitation.email, subject: `${subject}: ${invitation.organisation}`, text };
}
