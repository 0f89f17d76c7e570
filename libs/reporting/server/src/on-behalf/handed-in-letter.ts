import { Period, formatDate, formatPeriod, type Language } from '@tallgrunn/values';

export interface HandedIn {
  readonly number: string;
  readonly periodKey: string;
  readonly agreement: string;
  readonly by: string;
  readonly cooperative: string;
  readonly received_from: string;
  readonly received_on: string;
  readonly reason: string;
  readonly link: string;
}

type Said = HandedIn & { readonly period: string; readonly on: string };

const letters: Record<Language, (said: Said) => { subject: string; text: string }> = {
  nb: (said) => ({
    subject: `${said.cooperative} har levert en rapport for dere: ${said.number}`,
    text: `${said.by}, ${said.cooperative}, har levert rapporten ${said.number} for ${said.period} på avtalen «${said.agreement}» på vegne av dere.\n\nFilen kom fra ${said.received_from} ${said.on}.\nBegrunnelse: ${said.reason}\n\nSe rapporten, si om den stemmer, eller send en ny som erstatter den:\n${said.link}`,
  }),
  nn: (said) => ({
    subject: `${said.cooperative} har levert ein rapport for dykk: ${said.number}`,
    text: `${said.by}, ${said.cooperative}, har levert rapporten ${said.number} for ${said.period} på avtalen «${said.agreement}» på vegner av dykk.\n\nFila kom frå ${said.received_from} ${said.on}.\nGrunngiving: ${said.reason}\n\nSjå rapporten, sei om han stemmer, eller send ein ny som erstattar han:\n${said.link}`,
  }),
  en: (said) => ({
    subject: `${said.cooperative} has delivered a report for you: ${said.number}`,
    text: `${said.by}, ${said.cooperative}, has delivered the report ${said.number} for ${said.period} under the agreement “${said.agreement}” on your behalf.\n\nThe file came from ${said.received_from} on ${said.on}.\nReason: ${said.reason}\n\nSee the report, say whether it is right, or send a new one in its place:\n${said.link}`,
  }),
};

/** Returns the e-mail that informs a supplier of a report uploaded on its behalf. */
export function handedInLetter(language: Language, handed: HandedIn): { subject: string; text: string } {
  const period = Period.tryParse(handed.periodKey);
  return letters[language]({
    ...handed,
    period: period ? formatPeriod(period, language) : handed.periodKey,
    on: formatDate(handed.received_on, language),
  });
}
