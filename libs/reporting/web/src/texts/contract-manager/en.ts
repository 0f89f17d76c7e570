import { plural } from '@tallgrunn/values';
import { count, day, workingDays, inDays } from '../terms/en.ts';
import type { ManagingTexts } from './nb.ts';

/** Texts of the follow-up pages: the compliance matrix, overridden checks, and today's tasks. */
export const managingEn: ManagingTexts = {
  compliance: {
    remind: 'Remind of missing reports',
    messages: 'See what was sent',
    title: 'Reporting',
    lead: 'Who has delivered, who is missing, and what waits for you. Each cell opens its report.',
    caption: (p: { agreement: string }) => `Suppliers and periods of ${p.agreement}`,
    supplier: 'Supplier',
    range: (p: { from: string; until: string }) => `Periods from ${day(p.from)} to ${day(p.until)}`,
    keys: 'The arrow keys move between cells.',
    agreement: 'Agreement',
    all: 'All agreements',
    noneTitle: 'No reports to show',
    none: 'When an agreement has suppliers and terms, its periods appear here.',
    cut: 'There are more than we can show at once. Choose one agreement.',
    noDuty: 'No report',
    lateBy: (p: { days: number }) => `${workingDays(p.days)} late`,
    deliveredInTime: 'delivered in time',
    counts: (p: { state: string; count: number }) => `${p.state}: ${count(p.count)}`,
  },
  overrides: {
    title: 'Checks that are often overridden',
    lead: 'Where suppliers often answer that it is not an error, a check weighs too much or is set too narrow. Prices above the agreed price are followed up as price deviations. Over the reports of the last twelve months that stand.',
    caption: 'Checks by how often what they find is not an error',
    noneTitle: 'No check has been overridden',
    none: 'When a supplier answers “This is not an error”, the check is listed here.',
    heads: {
      check: 'Check',
      agreement: 'Agreement',
      share: 'Overridden',
      of: 'Findings',
      reports: 'Reports',
      amount: 'Amount',
      standing: 'Standing',
    },
    of: (p: { overridden: number; found: number }) => `${count(p.overridden)} of ${count(p.found)}`,
    review: 'Above 10 %: to review',
    prices: 'See the price deviations',
    few: 'Too few to tell',
    fine: 'As expected',
  },
  today: {
    title: 'Today',
    heading: (p) =>
      `Today: ${p.count === 0 ? 'nothing needs' : plural('en', p.count, { one: 'one thing needs', other: `${count(p.count)} things need` })} you`,
    lead: 'What presses comes first, and of that the largest amounts.',
    noneTitle: 'Nothing waits for you',
    noneReason: 'No reports, due dates, options or price cases need anybody today.',
    showAll: (p) => `Show all ${count(p.count)}`,
    showFew: 'Show the first',
    kind: {
      decide: 'Report',
      overdue: 'Overdue',
      returned: 'Returned',
      option: 'Option',
      maximum: 'Maximum value',
      'price-case': 'Price case',
      register: 'Import',
      checks: 'Checks',
      declarations: 'Declarations',
      factors: 'Factors',
      rulings: 'Rules',
      figures: 'Official figures',
      case: 'Case',
      'nil-question': 'Question',
    },
    what: {
      decide: (p) => `The report for ${p.period} waits for a decision`,
      overdue: (p) =>
        plural('en', p.count, {
          one: `The report for ${p.period} is missing`,
          other: `${count(p.count)} reports are missing, the oldest for ${p.period}`,
        }),
      returned: (p) => `The report for ${p.period} has not come back`,
      option: (p) => `Option ${count(p.number)} must be decided`,
      maximum: () => 'The maximum value will not last the agreement out',
      'price-case': (p) => `New prices are asked for, ${p.note}`,
      register: (p) =>
        p.count === 0
          ? `${p.note} is ready to be used`
          : `${plural('en', p.count, { one: 'One question', other: `${count(p.count)} questions` })} about ${p.note}`,
      checks: (p) =>
        plural('en', p.count, {
          one: 'One check is often overridden',
          other: `${count(p.count)} checks are often overridden`,
        }),
      declarations: (p) =>
        plural('en', p.count, {
          one: 'One declaration waits for a decision',
          other: `${count(p.count)} declarations wait for a decision`,
        }),
      factors: (p) =>
        plural('en', p.count, {
          one: 'One proposed factor waits for your answer',
          other: `${count(p.count)} proposed factors wait for your answer`,
        }),
      rulings: (p) =>
        plural('en', p.count, {
          one: 'One proposal of what counts waits for your answer',
          other: `${count(p.count)} proposals of what counts wait for your answer`,
        }),
      figures: (p) =>
        plural('en', p.count, {
          one: 'One proposal of figures to publish waits for your answer',
          other: `${count(p.count)} proposals of figures to publish wait for your answer`,
        }),
      case: (p) => `Follow up case ${p.note}`,
      'nil-question': (p) =>
        `${plural('en', p.count, { one: 'One invoice', other: `${count(p.count)} invoices` })} may contradict that nothing was delivered in ${p.period}`,
    },
    why: {
      decide: (p) =>
        p.days === 0
          ? 'Came today, and does not count until you have looked at it.'
          : `Has waited ${workingDays(p.days)}, and does not count until you have looked at it.`,
      overdue: (p) =>
        p.days === 0 ? `The due date was ${day(p.due)}.` : `${workingDays(p.days)} past the due date ${day(p.due)}.`,
      returned: (p) =>
        p.note === ''
          ? 'The supplier has not sent a new one.'
          : `The supplier has not sent a new one. You wrote: “${p.note}”`,
      option: (p) =>
        p.days < 0
          ? `The last day to give notice was ${day(p.due)}.`
          : `The last day to give notice is ${day(p.due)}, ${inDays(p.days)}.`,
      maximum: (p) =>
        p.days < 0
          ? `It was reached ${day(p.due)}, and the agreement goes on.`
          : `As it goes now, it is used up ${day(p.due)}, ${inDays(p.days)}.`,
      'price-case': (p) =>
        p.days < 0 ? `Was to hold from ${day(p.due)}.` : `Is to hold from ${day(p.due)}, ${inDays(p.days)}.`,
      register: 'The agreements in the file are not in use until you have answered.',
      checks:
        'Suppliers say in more than 10 % of the cases that it is not an error. See whether the terms weigh it right.',
      declarations: 'The figure does not count until you have looked at the checklist.',
      proposals: 'Two persons must say the same before the figures change.',
      case: (p) => `The next date was ${day(p.due)}`,
      'nil-question':
        'The purchases were booked after the supplier stated that nothing was delivered. The supplier has been asked, and has not explained them.',
    },
    amounts: {
      decide: (p) => p.amount,
      overdue: (p) => `last report: ${p.amount}`,
      returned: (p) => p.amount,
      option: (p) => `last twelve months: ${p.amount}`,
      maximum: (p) => `over: ${p.amount}`,
      'price-case': (p) => `last twelve months: ${p.amount}`,
      register: (p) => p.amount,
      checks: (p: { amount: string }) => `concerns ${p.amount}`,
      declarations: (p) => p.amount,
      factors: (p) => p.amount,
      rulings: (p) => p.amount,
      figures: (p) => p.amount,
      case: (p) => p.amount,
      'nil-question': (p) => `booked ${p.amount}`,
    },
    actMissing: 'See what is missing',
    act: {
      decide: 'Decide the report',
      overdue: 'Open the report',
      returned: 'See the report',
      option: 'See the dates',
      maximum: 'See the use',
      'price-case': 'Decide the case',
      register: 'Answer the questions',
      checks: 'See the checks',
      declarations: 'Decide',
      factors: 'See the proposals',
      rulings: 'See the proposals',
      figures: 'See the proposals',
      case: 'Open the case',
      'nil-question': 'See the question',
    },
    matrix: 'Suppliers of whom something is missing, waits or is due soon',
    noExceptions: 'Everyone has delivered what was due.',
    wholeMatrix: 'See the whole matrix',
  },
};
