import type { EmailMessage } from '@tallgrunn/platform';
import { languages, type Language } from '@tallgrunn/values';

type Reason = 'reset-by-administrator' | 'reset-by-operator';

const actorTexts: Record<Language, Record<Reason, string>> = {
  nb: {
    'reset-by-administrator': 'En administrator i virksomheten din',
    'reset-by-operator': 'Systemansvarlig',
  },
  nn: { 'reset-by-administrator': 'Ein administrator i verksemda di', 'reset-by-operator': 'Systemansvarleg' },
  en: {
    'reset-by-administrator': 'An administrator of your organisation',
    'reset-by-operator': 'The system administrator',
  },
};

const sentences: Record<Language, (by: string) => string> = {
  nb: (by) =>
    `${by} har fjernet passnøklene, engangskodene og gjenopprettingskodene dine i Tallgrunn. Du er logget ut på alle enheter. Logg inn med passordet ditt, og legg til en ny faktor under Min konto. Har du ikke bedt om dette, gi beskjed til administratoren i virksomheten din med en gang.`,
  nn: (by) =>
    `${by} har fjerna passnøklane, eingongskodane og gjenopprettingskodane dine i Tallgrunn. Du er logga ut på alle einingar. Logg inn med passordet ditt, og legg til ein ny faktor under Min konto. Har du ikkje bede om dette, gi beskjed til administratoren i verksemda di med ein gong.`,
  en: (by) =>
    `${by} has removed your passkeys, one-time codes and recovery codes in Tallgrunn. You are signed out on all devices. Sign in with your password, and add a new factor under My account. If you did not ask for this, contact the administrator of your organisation at once.`,
};

/** Returns the notice that a person's second factors were reset, in all three languages. */
export function factorsResetEmail(email: string, reason: Reason): EmailMessage {
  return {
    to: email,
    subject: 'Tallgrunn: innlogging tilbakestilt / sign-in reset',
    text: languages.map((language) => sentences[language](actorTexts[language][reason])).join('\n\n'),
  };
}
