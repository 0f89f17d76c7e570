import type { EmailMessage } from '@tallgrunn/platform';
import { languages, type Language } from '@tallgrunn/values';

interface Reset {
  readonly email: string;
  readonly link: string;
  readonly minutes: number;
}

const lines: Record<Language, (reset: Reset) => string> = {
  nb: ({ link, minutes }) =>
    `Vi har fått en forespørsel om nytt passord for denne adressen. Lenken gjelder i ${minutes} minutter og kan brukes én gang. Hvis det ikke var du som ba om det, kan du se bort fra denne e-posten.\n${link}`,
  nn: ({ link, minutes }) =>
    `Vi har fått ein førespurnad om nytt passord for denne adressa. Lenkja gjeld i ${minutes} minutt og kan brukast éin gong. Dersom det ikkje var du som bad om det, kan du sjå bort frå denne e-posten.\n${link}`,
  en: ({ link, minutes }) =>
    `We received a request for a new password for this address. The link is valid for ${minutes} minutes and works once. If this was not you, ignore this e-mail.\n${link}`,
};

/** Returns the e-mail with a link to set a new password, in all three languages. */
export function passwordResetEmail(reset: Reset): EmailMessage {
  return {
    to: reset.email,
    subject: 'Tallgrunn: nytt passord / new password',
    text: languages.map((language) => lines[language](reset)).join('\n\n'),
  };
}
