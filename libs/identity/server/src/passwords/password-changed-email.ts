import type { EmailMessage } from '@tallgrunn/platform';
import { languages, type Language } from '@tallgrunn/values';
import type { OwnApiKey } from '../keys/own-api-keys.ts';

interface PasswordChange {
  readonly email: string;
  readonly cause: 'changed' | 'reset';
  /** The person's valid API keys. */
  readonly apiKeys: readonly OwnApiKey[];
  readonly forgottenPage: string;
  readonly keysPage: string;
}

type Sentences = Record<'changed' | 'reset', string> & {
  readonly notYou: (page: string) => string;
  readonly keys: (names: string, page: string) => string;
};

const sentences: Record<Language, Sentences> = {
  nb: {
    changed: 'Passordet ditt i Tallgrunn er endret. Du er logget ut på alle andre enheter.',
    reset: 'Du har fått nytt passord i Tallgrunn ved hjelp av en lenke på e-post. Du er logget ut på alle enheter.',
    notYou: (page) =>
      `Var det ikke du, lag et nytt passord med en gang, og gi beskjed til administratoren i virksomheten din: ${page}`,
    keys: (names, page) =>
      `API-nøklene du har opprettet, virker fortsatt: ${names}. Trekk tilbake dem som kan være på avveie: ${page}`,
  },
  nn: {
    changed: 'Passordet ditt i Tallgrunn er endra. Du er logga ut på alle andre einingar.',
    reset: 'Du har fått nytt passord i Tallgrunn ved hjelp av ei lenkje på e-post. Du er logga ut på alle einingar.',
    notYou: (page) =>
      `Var det ikkje du, lag eit nytt passord med ein gong, og gi beskjed til administratoren i verksemda di: ${page}`,
    keys: (names, page) =>
      `API-nøklane du har oppretta, verkar framleis: ${names}. Trekk tilbake dei som kan vere på avvegar: ${page}`,
  },
  en: {
    changed: 'Your password in Tallgrunn has been changed. You are signed out on all other devices.',
    reset: 'You have a new password in Tallgrunn, set with a link sent by e-mail. You are signed out on all devices.',
    notYou: (page) =>
      `If this was not you, set a new password at once and notify the administrator of your organisation: ${page}`,
    keys: (names, page) =>
      `The API keys that you have created still work: ${names}. Revoke any that may be in the wrong hands: ${page}`,
  },
};

/**
 * Returns the notice that a password was changed or reset, in all three languages. It lists the API keys that are still
 * valid.
 */
export function passwordChangedEmail({ email, cause, apiKeys, forgottenPage, keysPage }: PasswordChange): EmailMessage {
  const names = apiKeys.map(({ name, prefix }) => `${name} (tg_${prefix}…)`).join(', ');
  const text = languages.map((language) => {
    const { notYou, keys, ...causes } = sentences[language];
    return [causes[cause], notYou(forgottenPage), ...(apiKeys.length > 0 ? [keys(names, keysPage)] : [])].join('\n');
  });
  return { to: email, subject: 'Tallgrunn: passordet er endret / password changed', text: text.join('\n\n') };
}
