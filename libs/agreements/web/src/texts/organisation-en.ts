import { formatDate, osloDate } from '@tallgrunn/values';
import type { OrganisationTexts } from './organisation-nb.ts';

const day = (instant: string) => formatDate(osloDate(new Date(instant)), 'en');

export const en = {
  title: 'Name and number',
  help: 'Former names and numbers are still recognised in files.',
  historyCaption: 'Former names and numbers',
  noHistory: 'The name and number have not been corrected.',
  heads: { name: 'Name', orgNumber: 'Organisation number', days: 'In use', reason: 'Reason', correctedBy: 'Corrected by' },
  days: (p: { from: string; to: string }) => `${day(p.from)} to ${day(p.to)}`,
  correct: 'Correct name or number',
  name: 'Name',
  orgNumber: 'Organisation number',
  orgNumberHelp: 'Nine digits. Leave it empty if the organisation has no number.',
  reason: 'Reason',
  reasonHelp: 'Stored in the audit log and shown to the cooperative only.',
  save: 'Save correction',
  cancel: 'Cancel',
  corrected: 'The correction is saved.',
} satisfies OrganisationTexts;
