import { formatCount, formatMoney, plural } from '@tallgrunn/values';
import type { QuestionTexts } from './nb.ts';

const count = (n: number) => formatCount(n, 'en');
const lines = (n: number) => plural('en', n, { one: 'one line', other: `${count(n)} lines` });
const pairs = (n: number) => plural('en', n, { one: 'one pair', other: `${count(n)} pairs` });
const days = (n: number) => plural('en', n, { one: 'one day', other: `${count(n)} days` });

export const en: QuestionTexts = {
  tab: 'One answer for many',
  explain:
    'When many lines from a supplier differ in the same way, you get one question about all of them. Preview the effect of your answer before you save it. The answer can be revoked for all at once.',
  size: (p) => `${p.isPairs ? pairs(p.count) : lines(p.count)}, ${formatMoney(p.amount, 'NOK', 'en', 0)} in total`,
  buyers: (p) => plural('en', p.count, { one: 'in one municipality', other: `in ${count(p.count)} municipalities` }),
  invoice: 'The report and the ledger have the same invoice number',
  item: 'The report and the ledger have the same item number',
  days: (p) =>
    p.days === 0
      ? 'The report and the ledger have the same day'
      : `They are in the ledger ${days(Math.abs(p.days))} ${p.days < 0 ? 'before' : 'after'} the report`,
  sameAmount: 'and the same amount.',
  otherAmount: (p) =>
    `and the report has a ${p.percent}% ${p.more ? 'higher' : 'lower'} amount.${p.vat ? (p.more ? ' That may be VAT.' : ' The report may exclude VAT, and the ledger include it.') : ''}`,
  isSame: 'Is each pair the same purchase?',
  text: (p) => `The lines have the same text: “${p.value}”.`,
  account: (p) => `The lines are on account ${p.value} at ${p.buyer}.`,
  buyer: (p) => `The lines are for ${p.buyer}, and differ in the same way.`,
  says: (p) => `Reconciliation result: ${p.state}, ${p.cause.toLowerCase()}.`,
  why: 'Why do the lines have no match?',
  samples: 'For example',
  reported: 'Reported',
  booked: 'Booked',
  answerAll: (p) => `Answer for ${p.isPairs ? `all ${pairs(p.count)}` : `all ${lines(p.count)}`}`,
  answer: 'Your answer',
  verdicts: { same: 'Same purchase: link the pairs', 'not-same': 'Not the same purchase: do not link the lines' },
  preview: 'Preview the effect',
  missingAnswer: 'Choose an answer.',
  missingReason: 'Briefly explain why.',
  effects: {
    tied: (p) => `${pairs(p.count)} will be linked, with the same amount.`,
    'tied-with-difference': (p) =>
      `${pairs(p.count)} will be linked, with different amounts. The difference is shown as an amount difference or VAT.`,
    named: (p) => `${lines(p.count)} get the cause you chose.`,
    'stays-open': (p) => `${pairs(p.count)} will not be linked. The lines stay unmatched.`,
    'several-fit': (p) =>
      `${pairs(p.count)} more are similar, but several lines fit equally well. They do not get the answer and stay unmatched.`,
  },
  effectHead: 'The answer',
  effectNames: {
    tied: 'links',
    'tied-with-difference': 'links, amounts differ',
    named: 'gives the cause',
    'stays-open': 'leaves unmatched',
    'several-fit': 'leaves unmatched, several fit',
  },
  second:
    'The total amount is so large that someone else must approve it. The answer takes effect when it is approved.',
  caption: 'The lines, largest amounts first',
  shown: (p) => `The ${count(p.shown)} with the largest amounts of ${count(p.count)}.`,
  left: (p: { isPairs: boolean; answered: number; left: number }) =>
    `The answer covers the ${p.isPairs ? pairs(p.answered) : lines(p.answered)} with the largest amounts. ${p.isPairs ? pairs(p.left) : lines(p.left)} more come in a new question afterwards.`,
  done: (p) =>
    `${p.isPairs ? pairs(p.count) : lines(p.count)} have the answer.${p.second ? ' It takes effect when someone else approves it.' : ' The reconciliation reruns automatically.'}`,
  noneTitle: 'No questions about many lines',
  noneReason: 'No unmatched lines differ in the same way. Review the lines one by one.',
  given: 'Answers given for many',
  givenTo: (p) =>
    `${p.isPairs ? pairs(p.count) : lines(p.count)}, ${formatMoney(p.amount, 'NOK', 'en', 0)} in total${p.left === p.count ? '' : p.left === 0 ? ', all revoked or resolved again' : `, ${count(p.left)} in force`}`,
  takeBack: 'Revoke the answer for all',
  takeBackHelp:
    'All lines without a newer answer return to their earlier state. The change is recorded in the audit log.',
  takenBack: (p) => `The answer is revoked for ${count(p.count)}.`,
};
