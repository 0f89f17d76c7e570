import { listing, plural } from '@tallgrunn/values';
import { count, rows } from '../terms/en.ts';
import type { CutTexts } from './nb.ts';

/** Texts of the redaction before upload and before storage. */
export const cutEn = {
  rowsStay: (p: { count: number }) =>
    plural('en', p.count, {
      one: 'one row concerns other customers and is not sent from your computer',
      other: `${count(p.count)} rows concern other customers and are not sent from your computer`,
    }),
  customers: (p: { count: number }) =>
    plural('en', p.count, {
      one: 'Show the customer that is not sent',
      other: `Show the ${count(p.count)} customers that are not sent`,
    }),
  customersHelp:
    'Only you see these names. They are not sent, nor are they part of the file that is. Rows with totals for all customers are not sent either.',
  columnsStay: (p: { headings: readonly string[] }) =>
    plural('en', p.headings.length, {
      one: `The column ${listing('en', p.headings)} may contain personal data. It is neither used nor sent.`,
      other: `The columns ${listing('en', p.headings)} may contain personal data. They are neither used nor sent.`,
    }),
  cellsMasked: (p: { count: number }) =>
    plural('en', p.count, {
      one: 'One cell contains personal data, such as a name, a telephone number or an identity number. It is not sent.',
      other: `${count(p.count)} cells contain personal data, such as names, telephone numbers or identity numbers. It is not sent.`,
    }),
  unusedStay: (p: { headings: readonly string[]; count: number }) =>
    plural('en', p.count, {
      one: `The column ${listing('en', p.headings)} is not used, and its content is not sent.`,
      other:
        p.headings.length > 0
          ? `${count(p.count)} columns are not used, and their content is not sent: ${listing('en', p.headings)}.`
          : `${count(p.count)} columns are not used, and their content is not sent.`,
    }),
  sheetsStay: (p: { count: number }) =>
    plural('en', p.count, {
      one: 'One sheet without item lines is not sent.',
      other: `${count(p.count)} sheets without item lines are not sent.`,
    }),
  notOurs: 'No, not our customer',
  notOursOf: (p: { name: string }) => `No, not our customer: ${p.name}`,
  saidNo: (p: { count: number }) =>
    plural('en', p.count, {
      one: 'You answered no for one customer. Its rows are not sent, and we do not ask next time.',
      other: `You answered no for ${count(p.count)} customers. Their rows are not sent, and we do not ask next time.`,
    }),
  unusedColumns: (p: { count: number; headings: readonly string[] }) =>
    `${plural('en', p.count, { one: 'one column that is not used', other: `${count(p.count)} columns that are not used` })}${p.headings.length > 0 ? ` (${listing('en', p.headings)})` : ''}`,
  unusedSheets: (p: { count: number }) =>
    plural('en', p.count, {
      one: 'one sheet without item lines',
      other: `${count(p.count)} sheets without item lines`,
    }),
  rowsNotRight: (p: { count: number }) =>
    plural('en', p.count, {
      one: 'one line that could not be accepted',
      other: `${count(p.count)} lines that could not be accepted`,
    }),
  asked: (p: { count: number }) =>
    plural('en', p.count, {
      one: 'Does this customer belong to the purchasing cooperative?',
      other: `Do these ${count(p.count)} customers belong to the purchasing cooperative?`,
    }),
  askedHelp:
    'They resemble registered customers, but we are not sure. If you answer no, the rows are not sent from your computer.',
  yes: 'Yes',
  no: 'No',
  yesOf: (p: { name: string }) => `Yes, ${p.name} belongs`,
  noOf: (p: { name: string }) => `No, ${p.name} does not belong`,
  yesToRest: (p: { count: number }) => `Yes to ${count(p.count)} without an answer`,
  noToRest: (p: { count: number }) => `No to ${count(p.count)} without an answer`,
  belongs: 'Belongs after all',
  belongsOf: (p: { name: string }) => `${p.name} belongs after all`,
  takenAlong: (p: { count: number }) =>
    plural('en', p.count, {
      one: 'One customer is included based on your answer.',
      other: `${count(p.count)} customers are included based on your answers.`,
    }),
  askAgain: 'Withdraw the answers',
  nobody: 'Rows without a customer',
  rowsOf: (p: { count: number }) => rows(p.count),
  more: (p: { left: number }) => `Show more (${count(p.left)} left)`,
  answerFirst: (p: { count: number }) =>
    plural('en', p.count, {
      one: 'Answer in step 1 whether one customer belongs to the purchasing cooperative',
      other: `Answer in step 1 whether ${count(p.count)} customers belong to the purchasing cooperative`,
    }),
  wholeSha256: 'Checksum of the file as it was at the supplier',
  sentSha256: 'Checksum of what was sent (SHA-256)',
  columnNeedsFile:
    'If a column that was not sent is to be used after all, the file is needed again: open the report, choose the file and choose a field for the column in step 2.',
  neverLeft: 'Sent without',
  notKept: 'Stored without',
  rowsOfOthers: (p: { count: number }) => `${rows(p.count)} about other customers`,
  columnsOfPersons: (p: { headings: readonly string[] }) =>
    plural('en', p.headings.length, {
      one: `the column ${listing('en', p.headings)}`,
      other: `the columns ${listing('en', p.headings)}`,
    }),
  numbersMasked: (p: { count: number }) =>
    plural('en', p.count, { one: 'personal data in one cell', other: `personal data in ${count(p.count)} cells` }),
} satisfies CutTexts;
