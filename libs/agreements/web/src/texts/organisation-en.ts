import { formatDate, osloDate } from '@tallgrunn/values';
import type { Conflict, OrganisationTexts } from './organisation-nb.ts';

const day = (instant: string) => formatDate(osloDate(new Date(instant)), 'en');

export const en = {
  title: 'Name and number',
  help: 'Former names and numbers are still recognised in files.',
  historyCaption: 'Former names and numbers',
  noHistory: 'The name and number have not been corrected.',
  heads: {
    name: 'Name',
    orgNumber: 'Organisation number',
    days: 'In use',
    reason: 'Reason',
    correctedBy: 'Corrected by',
  },
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
  merge: 'Merge with another …',
  mergeTitle: (p: { name: string }) => `Merge ${p.name} with another`,
  mergeHelp: (p: { name: string }) =>
    `Use this when the same organisation is registered twice. ${p.name} is removed, and everything that belongs to it moves to the one you choose. This cannot be undone.`,
  into: 'Organisation to keep',
  intoMissing: 'Choose the organisation to keep',
  choose: 'Choose …',
  preview: 'See what will be moved',
  previewTitle: (p: { from: string; into: string }) => `From ${p.from} to ${p.into}`,
  countHeads: { kind: 'What', moved: 'Moved', removed: 'Already exists', retained: 'Not moved' },
  nothingMoves: 'There is no data to move. Only the name and the number are transferred.',
  countsHelp:
    'What already exists is removed as a duplicate. Calculations, published figures and the audit log are not changed.',
  kinds: {
    users: 'Users',
    'api-keys': 'API keys',
    invitations: 'Invitations',
    'former-identities': 'Former names and numbers',
    agreements: 'Agreements and participations',
    contacts: 'Contacts',
    obligations: 'Reporting obligations',
    prices: 'Prices',
    items: 'Items and packs',
    names: 'Names and customer numbers',
    learned: 'Units and columns',
    sites: 'Places',
    bodies: 'Participation in others',
    belongings: 'Related entities',
    reports: 'Reports',
    'report-lines': 'Report lines',
    files: 'Files',
    invoices: 'Invoices',
    'ledger-lines': 'Ledger lines',
    deliveries: 'Despatch advices',
    'supplier-numbers': 'Supplier numbers',
    declarations: 'Environmental declarations',
    matches: 'Matches',
    decisions: 'Answers and decisions',
    figures: 'Calculated and published figures',
    'audit-entries': 'Audit log',
    other: 'Working data',
  },
  conflictsTitle: 'Resolve this first',
  conflicts: {
    duplicates: (p: Conflict) =>
      `Both have the same, with different content: ${p.kind}. Correct or end one of them before you merge.`,
    'agreement-overlaps': (p: Conflict) =>
      `Both are suppliers in ${p.found} in the same period. End one of them in the agreement.`,
    'participation-overlaps': (p: Conflict) =>
      `Both take part in ${p.found} in the same period. End one of them in the agreement.`,
    'obligations-overlap': (p: Conflict) =>
      `Both must report for ${p.expected} in ${p.found}. Exempt the one that is removed.`,
    'reports-overlap': (p: Conflict) =>
      `A report for ${p.expected} was submitted for a period that the other one also reports. Decide which report applies.`,
    'customer-number-differs': (p: Conflict) =>
      `Customer number ${p.found} refers to different customers at the two. Undo one of them.`,
    'part-of-each-other': () => 'One takes part in the other, or hosts it. End that first.',
    'ledger-months-overlap': (p: Conflict) =>
      `Both have a ledger for ${p.found}. Reverse one of them, so that amounts are not counted twice.`,
    'work-in-progress': (p: Conflict) => `${p.found} is being processed. Wait until it is done.`,
  },
  conflictCount: (p: { count: number }) => (p.count > 1 ? ` (${p.count} places)` : ''),
  isNumberWrong: (p: { number: string; name: string }) => `${p.number} is the wrong number for ${p.name}`,
  isNumberWrongHelp: (p: { number: string }) => `The organisation you keep has the number ${p.number}.`,
  numberMissing: 'Confirm that the number is wrong, or do not merge the two',
  reasonMissing: 'Enter why they are the same organisation',
  mergeReasonHelp: 'Why they are the same organisation. Stored in the audit log and shown to the cooperative only.',
  mergeConfirm: (p: { from: string; into: string }) => `Merge ${p.from} with ${p.into}`,
  mergedInto: 'This record was merged with',
} satisfies OrganisationTexts;
