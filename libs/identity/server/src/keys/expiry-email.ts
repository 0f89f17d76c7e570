import type { EmailMessage } from '@tallgrunn/platform';
import { formatDate, languages, osloDate, type Language } from '@tallgrunn/values';

interface ExpiringKey {
  readonly email: string;
  readonly name: string;
  readonly prefix: string;
  readonly organisation: string;
  readonly expiresAt: Date;
}

const lines: Record<Language, (key: ExpiringKey, until: string) => string> = {
  nb: ({ name, prefix, organisation }, until) =>
    `API-nøkkelen «${name}» (tg_${prefix}…) som du opprettet for ${organisation}, utløper etter ${until}. Opprett en ny under Kolleger › API-nøkler, og bytt den ut i systemet før den dagen er over.`,
  nn: ({ name, prefix, organisation }, until) =>
    `API-nøkkelen «${name}» (tg_${prefix}…) som du oppretta for ${organisation}, går ut etter ${until}. Opprett ein ny under Kollegaer › API-nøklar, og byt han ut i systemet før den dagen er over.`,
  en: ({ name, prefix, organisation }, until) =>
    `The API key "${name}" (tg_${prefix}…) you created for ${organisation} expires at the end of ${until}. Create a new one under Colleagues › API keys and replace it before then.`,
};

/**
 * Returns the e-mail that an API key is about to expire, in all three languages. It identifies the key by its public
 * prefix.
 */
export function expiryEmail(key: ExpiringKey): EmailMessage {
  const lastDay = osloDate(new Date(key.expiresAt.getTime() - 1));
  return {
    to: key.email,
    subject: `Tallgrunn: ${key.name}`,
    text: languages.map((language) => lines[language](key, formatDate(lastDay, language))).join('\n\n'),
  };
}
