import type { Language } from '@tallgrunn/values';

/** Descriptions of the expected value when a document or table names a party or a number. */
export interface ExpectedTexts {
  readonly party: string;
  readonly orgNumber: string;
}

export const expectedTexts: Readonly<Record<Language, ExpectedTexts>> = {
  nb: {
    party: 'et organisasjonsnummer, kommunenummer eller navn som er kjent her',
    orgNumber: 'ni sifre, der det siste kontrollerer de andre',
  },
  nn: {
    party: 'eit organisasjonsnummer, kommunenummer eller namn som er kjent her',
    orgNumber: 'ni siffer, der det siste kontrollerer dei andre',
  },
  en: {
    party: 'an organisation number, municipality number or name that is known here',
    orgNumber: 'nine digits, the last of which checks the others',
  },
};
