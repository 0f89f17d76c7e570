import { formatDate, osloDate } from '@tallgrunn/values';

const day = (instant: string) => formatDate(osloDate(new Date(instant)), 'nb');

export const nb = {
  title: 'Navn og nummer',
  help: 'Tidligere navn og nummer blir fortsatt gjenkjent i filer.',
  historyCaption: 'Tidligere navn og nummer',
  noHistory: 'Navnet og nummeret er ikke rettet.',
  heads: { name: 'Navn', orgNumber: 'Organisasjonsnummer', days: 'Gjaldt', reason: 'Begrunnelse', correctedBy: 'Rettet av' },
  days: (p: { from: string; to: string }) => `${day(p.from)} til ${day(p.to)}`,
  correct: 'Rett navn eller nummer',
  name: 'Navn',
  orgNumber: 'Organisasjonsnummer',
  orgNumberHelp: 'Ni sifre. La feltet stå tomt hvis virksomheten ikke har noe nummer.',
  reason: 'Begrunnelse',
  reasonHelp: 'Lagres i behandlingsloggen og vises bare for innkjøpssamarbeidet.',
  save: 'Lagre rettelsen',
  cancel: 'Avbryt',
  corrected: 'Rettelsen er lagret.',
};

export type OrganisationTexts = typeof nb;
