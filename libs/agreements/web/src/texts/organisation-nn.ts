import { formatDate, osloDate } from '@tallgrunn/values';
import type { OrganisationTexts } from './organisation-nb.ts';

const day = (instant: string) => formatDate(osloDate(new Date(instant)), 'nn');

export const nn = {
  title: 'Namn og nummer',
  help: 'Tidlegare namn og nummer blir framleis kjende att i filer.',
  historyCaption: 'Tidlegare namn og nummer',
  noHistory: 'Namnet og nummeret er ikkje retta.',
  heads: { name: 'Namn', orgNumber: 'Organisasjonsnummer', days: 'Galdt', reason: 'Grunngjeving', correctedBy: 'Retta av' },
  days: (p: { from: string; to: string }) => `${day(p.from)} til ${day(p.to)}`,
  correct: 'Rett namn eller nummer',
  name: 'Namn',
  orgNumber: 'Organisasjonsnummer',
  orgNumberHelp: 'Ni siffer. La feltet stå tomt om verksemda ikkje har noko nummer.',
  reason: 'Grunngjeving',
  reasonHelp: 'Blir lagra i behandlingsloggen og berre vist for innkjøpssamarbeidet.',
  save: 'Lagre rettinga',
  cancel: 'Avbryt',
  corrected: 'Rettinga er lagra.',
} satisfies OrganisationTexts;
