import { listing, plural } from '@tallgrunn/values';
import { count, rows } from '../words/en.ts';
import type { CutTexts } from './nb.ts';

/** What never leaves the machine, and what was cut of a file that was sent. */
export const cutEn = {
  rowsStay: (p: { count: number }) => plural('en', p.count, { one: 'one row concerns other customers and does not leave your computer', other: `${count(p.count)} rows concern other customers and do not leave your computer` }),
  customers: (p: { count: number }) => plural('en', p.count, { one: 'Show the customer that is held back', other: `Show the ${count(p.count)} customers that are held back` }),
  customersHelp: 'Only you see these names. They are not sent, nor are they part of the file that is. Rows that sum up all customers are held back too.',
  columnsStay: (p: { headings: readonly string[] }) =>
    plural('en', p.headings.length, { one: `The column ${listing('en', p.headings)} may be about persons. It is not used, and is not sent.`, other: `The columns ${listing('en', p.headings)} may be about persons. They are not used, and are not sent.` }),
  cellsMasked: (p: { count: number }) => plural('en', p.count, { one: 'One cell holds what may be a national identity number. The number is not sent.', other: `${count(p.count)} cells hold what may be national identity numbers. The numbers are not sent.` }),
  asked: (p: { count: number }) => plural('en', p.count, { one: 'Does this customer belong to the purchasing cooperative?', other: `Do these ${count(p.count)} customers belong to the purchasing cooperative?` }),
  askedHelp: 'They resemble something we know, but we are not sure. If you answer no, the rows do not leave your computer.',
  yes: 'Yes',
  no: 'No',
  yesOf: (p: { name: string }) => `Yes, ${p.name} belongs`,
  noOf: (p: { name: string }) => `No, ${p.name} does not belong`,
  noToRest: (p: { count: number }) => `No to ${count(p.count)} without an answer`,
  belongs: 'Belongs after all',
  belongsOf: (p: { name: string }) => `${p.name} belongs after all`,
  takenAlong: (p: { count: number }) => plural('en', p.count, { one: 'One customer is included because you said so.', other: `${count(p.count)} customers are included because you said so.` }),
  askAgain: 'Undo the answers',
  nobody: 'Rows without a customer',
  rowsOf: (p: { count: number }) => rows(p.count),
  more: (p: { left: number }) => `Show more (${count(p.left)} left)`,
  answerFirst: (p: { count: number }) => plural('en', p.count, { one: 'Say in step 1 whether one customer belongs to the purchasing cooperative', other: `Say in step 1 whether ${count(p.count)} customers belong to the purchasing cooperative` }),
  wholeSha256: 'Checksum of the file as it lay at the supplier',
  sentSha256: 'Checksum of what was sent (SHA-256)',
  neverLeft: 'Sent without',
  notKept: 'Stored without',
  rowsOfOthers: (p: { count: number }) => `${rows(p.count)} about other customers`,
  columnsOfPersons: (p: { headings: readonly string[] }) => plural('en', p.headings.length, { one: `the column ${listing('en', p.headings)}`, other: `the columns ${listing('en', p.headings)}` }),
  numbersMasked: (p: { count: number }) => plural('en', p.count, { one: 'one possible identity number', other: `${count(p.count)} possible identity numbers` }),
} satisfies CutTexts;
