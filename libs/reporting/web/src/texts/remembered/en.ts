import { plural } from '@tallgrunn/values';
import { count, dayOf, rows } from '../terms/en.ts';
import type { RememberedTexts } from './nb.ts';

const quoted = (text: string) => `“${text}”`;

/** Texts of remembered answers to earlier files. */
export const rememberedEn: RememberedTexts = {
  title: 'Your earlier answers',
  help: 'These answers are used in this file too. If you revoke one, we ask again, in this file and the next ones. Reports that have been submitted do not change.',
  given: (p: { at: string; by: string | null; report: string | null }) =>
    `as you answered on ${dayOf(p.at)}${p.by || p.report ? ` (${[p.by, p.report].filter(Boolean).join(', ')})` : ''}`,
  column: (p: { heading: string; field: string }) => `${quoted(p.heading)} is ${p.field}`,
  means: (p: { text: string; meaning: string }) => `${quoted(p.text)} is ${p.meaning}`,
  fillDown: (p: { field: string }) => `${p.field} applies to the rows below, until the next row that is filled in`,
  decimal: (p: { field: string; sign: string }) => `${p.field}: ${quoted(p.sign)} is the decimal sign`,
  dayFirst: (p: { field: string }) => `${p.field}: the day comes first`,
  monthFirst: (p: { field: string }) => `${p.field}: the month comes first`,
  inPeriod: (p: { field: string }) => `${p.field}: the table has none, everything was delivered in the period`,
  tableOfKroner: 'The figures in the table are amounts in NOK',
  tableOfQuantities: 'The figures in the table are quantities',
  question: (p: { title: string; cause: string; reason: string }) =>
    `${p.title}${p.cause === '' ? '' : `, ${p.cause}`}: “${p.reason}”`,
  ours: (p: { name: string; rows: number }) => `${p.name} is part of the agreement (${rows(p.rows)})`,
  notOurs: (p: { name: string; rows: number }) => `${p.name} is not our customer: ${rows(p.rows)} stay on your machine`,
  someOfOurs: 'A customer that is part of the agreement',
  someOther: 'A customer that is not ours',
  someCustomerHelp: 'Names of customers are not stored, only a hash. They are shown when they are in the file.',
  others: (p: { count: number }) =>
    plural('en', p.count, {
      one: 'We remember one more answer, about something that is not in this file',
      other: `We remember ${count(p.count)} more answers, about things that are not in this file`,
    }),
  undo: 'Revoke the answer',
  undoOf: (p: { answer: string }) => `Revoke the answer: ${p.answer}`,
  failed: 'The answer was not revoked. Try again.',
};
