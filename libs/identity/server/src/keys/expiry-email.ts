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
    `Maskinnøkkelen «${name}» (tg_${prefix}…) som du laget for ${organisation}, virker til og med ${until}. Lag en ny under Kolleger › Maskinnøkler, og bytt den ut i systemet som bruker den, før den dagen er over.`,
  nn: ({ name, prefix, organisation }, until) =>
    `Maskinnøkkelen «${name}» (tg_${prefix}…) som du laga for ${organisation}, verkar til og med ${until}. Lag ein ny under Kollegaer › Maskinnøklar, og byt han ut i systemet som brukar han, før den dagen er over.`,
  en: ({ name, prefix, organisation }, until) =>
    `The machine key "${name}" (tg_${prefix}…) that you made for ${organisation} works until the end of ${until}. Make a new one under Colleagues › Machine keys, and put it into the system that uses it before that day is over.`,
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
