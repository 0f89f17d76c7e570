import { Period, formatDate, formatPeriod, type Language } from '@tallgrunn/values';

export interface OnBehalfUpload {
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

type OnBehalfEmailData = OnBehalfUpload & { readonly period: string; readonly on: string };

const emails: Record<Language, (data: OnBehalfEmailData) => { subject: string; text: string }> = {
  nb: (data) => ({
    subject: `${data.cooperative} har levert en rapport for dere: ${data.number}`,
    text: `${data.by}, ${data.cooperative}, har levert rapporten ${data.number} for ${data.period} på avtalen «${data.agreement}» på vegne av dere.\n\nFilen kom fra ${data.received_from} ${data.on}.\nBegrunnelse: ${data.reason}\n\nSe rapporten, bekreft at den er riktig, eller send inn en ny:\n${data.link}`,
  }),
  nn: (data) => ({
    subject: `${data.cooperative} har levert ein rapport for dykk: ${data.number}`,
    text: `${data.by}, ${data.cooperative}, har levert rapporten ${data.number} for ${data.period} på avtalen «${data.agreement}» på vegner av dykk.\n\nFila kom frå ${data.received_from} ${data.on}.\nGrunngiving: ${data.reason}\n\nSjå rapporten, stadfest at han er rett, eller send inn ein ny:\n${data.link}`,
  }),
  en: (data) => ({
    subject: `${data.cooperative} has submitted a report for you: ${data.number}`,
    text: `${data.by}, ${data.cooperative}, has submitted the report ${data.number} for ${data.period} under the agreement “${data.agreement}” on your behalf.\n\nThe file came from ${data.received_from} on ${data.on}.\nReason: ${data.reason}\n\nView the report, confirm it, or submit a new version:\n${data.link}`,
  }),
};

/** Returns the e-mail that informs a supplier of a report uploaded on its behalf. */
export function onBehalfEmail(language: Language, upload: OnBehalfUpload): { subject: string; text: string } {
  const period = Period.tryParse(upload.periodKey);
  return emails[language]({
    ...upload,
    period: period ? formatPeriod(period, language) : upload.periodKey,
    on: formatDate(upload.received_on, language),
  });
}
