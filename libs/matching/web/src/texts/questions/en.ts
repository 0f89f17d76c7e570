import { formatCount, formatMoney, plural } from '@tallgrunn/values';
import type { QuestionTexts } from './nb.ts';

const count = (n: number) => formatCount(n, 'en');
const lines = (n: number) => plural('en', n, { one: 'one line', other: `${count(n)} lines` });
const pairs = (n: number) => plural('en', n, { one: 'one pair', other: `${count(n)} pairs` });
const days = (n: number) => plural('en', n, { one: 'one day', other: `${count(n)} days` });

export const en: QuestionTexts = {
  tab: 'One answer for many',
  explain:
    'When many lines from a supplier differ in the same way, you get one question about all of them. See what your answer does before you give it. It can be taken back for all at once.',
  size: (p) => `${p.isPairs ? pairs(p.count) : lines(p.count)}, ${formatMoney(p.amount, 'NOK', 'en', 0)} together`,
  buyers: (p) => plural('en', p.count, { one: 'in one municipality', other: `in ${count(p.count)} municipalities` }),
  invoice: 'The report and the ledger have the same invoice number',
  item: 'The report and the ledger have the same item number',
  days: (p) =>
    p.days === 0
      ? 'The report and the ledger have the same day'
      : `The ledger has them ${days(Math.abs(p.days))} ${p.days < 0 ? 'before' : 'after'} the report`,
  sameAmount: 'and the same amount.',
  otherAmount: (p) =>
    `and the report has a ${p.percent}% ${p.more ? 'higher' : 'lower'} amount.${p.vat ? (p.more ? ' That may be VAT.' : ' The report may be without VAT, and the ledger with it.') : ''}`,
  isSame: 'Is each pair the same purchase?',
  text: (p) => `The lines have the same text: “${p.value}”.`,
  account: (p) => `The lines are on account ${p.value} at ${p.buyer}.`,
  buyer: (p) => `The lines are at ${p.buyer}, and differ in the same way.`,
  says: (p) => `The reconciliation says: ${p.state}, ${p.cause.toLowerCase()}.`,
  why: 'Why do they belong with nothing?',
  samples: 'For example',
  reported: 'Reported',
  booked: 'Booked',
  answerAll: (p) => `Answer for ${p.isPairs ? `all ${pairs(p.count)}` : `all ${lines(p.count)}`}`,
  answer: 'Your answer',
  verdicts: { same: 'Same purchase: match the pairs', 'not-same': 'Not the same purchase: leave the lines open' },
  preview: 'See what the answer does',
  missingAnswer: 'Choose an answer.',
  missingReason: 'Say briefly why.',
  effects: {
    tied: (p) => `${pairs(p.count)} will be matched, with the same amount.`,
    'tied-with-difference': (p) =>
      `${pairs(p.count)} will be matched, with amounts that differ. The difference remains as a different amount or VAT.`,
    named: (p) => `${lines(p.count)} get the cause you chose.`,
    'stays-open': (p) => `${pairs(p.count)} will not be matched. The lines stay open.`,
    'several-fit': (p) =>
      `${pairs(p.count)} more are similar, but several lines fit equally well. They do not get the answer and stay open.`,
  },
  effectHead: 'The answer',
  effectNames: {
    tied: 'matches',
    'tied-with-difference': 'matches, amounts differ',
    named: 'gives the cause',
    'stays-open': 'leaves open',
    'several-fit': 'leaves open, several fit',
  },
  second: 'The amount is so large together that someone else must approve it. The answer holds once that is done.',
  caption: 'The lines, highest amounts first',
  shown: (p) => `The ${count(p.shown)} with the highest amounts of ${count(p.count)}.`,
  left: (p: { isPairs: boolean; answered: number; left: number }) =>
    `The answer is for the ${p.isPairs ? pairs(p.answered) : lines(p.answered)} with most kroner. ${p.isPairs ? pairs(p.left) : lines(p.left)} more are asked about afterwards.`,
  done: (p) =>
    `${p.isPairs ? pairs(p.count) : lines(p.count)} have got the answer.${p.second ? ' It holds once someone else has approved it.' : ' The reconciliation runs again by itself.'}`,
  noneTitle: 'No questions about many lines',
  noneReason: 'No open lines differ in the same way. Look at the lines one by one.',
  given: 'Answers given for many',
  givenTo: (p) =>
    `${p.isPairs ? pairs(p.count) : lines(p.count)}, ${formatMoney(p.amount, 'NOK', 'en', 0)} together${p.left === p.count ? '' : p.left === 0 ? ', all taken back or answered again' : `, ${count(p.left)} still hold`}`,
  takeBack: 'Take back the answer for all',
  takeBackHelp: 'All lines without a newer answer are as before. It is in the audit log.',
  takenBack: (p) => `The answer is taken back for ${count(p.count)}.`,
};
