import type { Language } from '@tallgrunn/values';

/** Descriptions of the expected value when a document or table names a party or a number. */
export interface ExpectedTexts {
  readonly party: string;
  readonly orgNumber: string;
}

export const expectedTexts: Readonly<Record<Language, ExpectedTexts>> = {
  nb: {
    party: 'et organisasjonsnummer, kommunenummer eller navn som er registrert',
    orgNumber: 'ni sifre, der det siste er et kontrollsiffer',
  },
  nn: {
    party: 'eit organisasjonsnummer, kommunenummer eller namn som er registrert',
    orgNumber: 'ni siffer, der det siste er eit kontrollsiffer',
  },
  en: {
    party: 'an organisation number, municipality number or name that is registered',
    orgNumber: 'nine digits, the last of which is a check digit',
  },
};
