import type { EmailMessage } from '@tallgrunn/platform';
import { languages, type Language } from '@tallgrunn/values';

interface Reset {
  readonly email: string;
  readonly link: string;
  readonly minutes: number;
}

const lines: Record<Language, (reset: Reset) => string> = {
  nb: ({ link, minutes }) =>
    `Noen, trolig du, ba om nytt passord. Lenken gjelder i ${minutes} minutter og kan brukes én gang. Ba du ikke om det, trenger du ikke gjøre noe.\n${link}`,
  nn: ({ link, minutes }) =>
    `Nokon, truleg du, bad om nytt passord. Lenkja gjeld i ${minutes} minutt og kan brukast éin gong. Bad du ikkje om det, treng du ikkje gjere noko.\n${link}`,
  en: ({ link, minutes }) =>
    `Someone, probably you, asked for a new password. The link is valid for ${minutes} minutes and works once. If it was not you, there is nothing to do.\n${link}`,
};

/** Returns the e-mail with a link to set a new password, in all three languages. */
export function passwordResetEmail(reset: Reset): EmailMessage {
  return {
    to: reset.email,
    subject: 'Tallgrunn: nytt passord / new password',
    text: languages.map((language) => lines[language](reset)).join('\n\n'),
  };
}
