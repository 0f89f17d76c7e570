import { plural } from '@tallgrunn/values';
import { count, day, month, workingDays, inDays } from '../terms/en.ts';
import type { ManagingTexts } from './nb.ts';

/** Texts of the follow-up pages: the compliance matrix, overridden checks, and today's tasks. */
export const managingEn: ManagingTexts = {
  compliance: {
    remind: 'Remind suppliers of missing reports',
    messages: 'View sent messages',
    title: 'Reporting',
    lead: 'Who has submitted, who has not, and what you must review. Each cell opens its report.',
    caption: (p: { agreement: string }) => `Suppliers and periods of ${p.agreement}`,
    supplier: 'Supplier',
    range: (p: { from: string; until: string }) => `Periods from ${day(p.from)} to ${day(p.until)}`,
    keys: 'The arrow keys move between cells.',
    agreement: 'Agreement',
    all: 'All agreements',
    noneTitle: 'No reports to show',
    none: 'When an agreement has suppliers and terms, its periods appear here.',
    cut: 'There are more than we can show at once. Choose one agreement.',
    noObligation: 'No report',
    lateBy: (p: { days: number }) => `${workingDays(p.days)} late`,
    deliveredInTime: 'submitted on time',
    counts: (p: { state: string; count: number }) => `${p.state}: ${count(p.count)}`,
  },
  overrides: {
    title: 'Checks that are often overridden',
    lead: 'If suppliers often answer that it is not an error, the check may be too strict. Prices above the agreed price are followed up as price deviations. Reports submitted in the last 12 months, without superseded versions.',
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
      standing: 'Assessment',
    },
    of: (p: { overridden: number; found: number }) => `${count(p.overridden)} of ${count(p.found)}`,
    review: 'Above 10 %: to review',
    prices: 'View the price deviations',
    few: 'Too few to assess',
    fine: 'As expected',
  },
  today: {
    title: 'Today',
    heading: (p) =>
      `Today: ${p.count === 0 ? 'no tasks' : plural('en', p.count, { one: 'one task', other: `${count(p.count)} tasks` })}`,
    lead: 'Most urgent first, then by amount.',
    noneTitle: 'No tasks today',
    noneReason: 'No reports, due dates, options or price cases need follow-up today.',
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
      rulings: 'Calculation methods',
      figures: 'Official figures',
      case: 'Case',
      'nil-question': 'Question',
    },
    what: {
      decide: (p) => `The report for ${p.period} is in review`,
      overdue: (p) =>
        plural('en', p.count, {
          one: `The report for ${p.period} is missing`,
          other: `${count(p.count)} reports are missing, the oldest for ${p.period}`,
        }),
      returned: (p) => `The report for ${p.period} has not been resubmitted`,
      option: (p) => `Option ${count(p.number)} must be decided`,
      maximum: (p) =>
        p.days < 0
          ? 'The maximum value is reached before the agreement ends'
          : 'The maximum value may be reached before the agreement ends',
      'price-case': (p) => `Request for new prices, ${p.note}`,
      register: (p) =>
        p.count === 0
          ? `${p.note} is ready to import`
          : `${plural('en', p.count, { one: 'One question', other: `${count(p.count)} questions` })} about ${p.note}`,
      checks: (p) =>
        plural('en', p.count, {
          one: 'One check is often overridden',
          other: `${count(p.count)} checks are often overridden`,
        }),
      declarations: (p) =>
        plural('en', p.count, {
          one: 'One declaration is awaiting approval',
          other: `${count(p.count)} declarations are awaiting approval`,
        }),
      factors: (p) =>
        plural('en', p.count, {
          one: 'One proposed factor is awaiting approval',
          other: `${count(p.count)} proposed factors are awaiting approval`,
        }),
      rulings: (p) =>
        plural('en', p.count, {
          one: 'One proposal for calculation methods is awaiting approval',
          other: `${count(p.count)} proposals for calculation methods are awaiting approval`,
        }),
      figures: (p) =>
        plural('en', p.count, {
          one: 'One proposal to publish figures is awaiting approval',
          other: `${count(p.count)} proposals to publish figures are awaiting approval`,
        }),
      case: (p) => `Follow up case ${p.note}`,
      'nil-question': (p) =>
        `${plural('en', p.count, { one: 'One invoice', other: `${count(p.count)} invoices` })} may contradict that nothing was delivered in ${p.period}`,
    },
    why: {
      decide: (p) =>
        p.days === 0
          ? 'Received today. It is not in force until you have reviewed it.'
          : `Has waited ${workingDays(p.days)}. It is not in force until you have reviewed it.`,
      overdue: (p) =>
        p.days === 0 ? `The due date was ${day(p.due)}.` : `${workingDays(p.days)} past the due date ${day(p.due)}.`,
      returned: (p) =>
        p.note === ''
          ? 'The supplier has not submitted a new one.'
          : `The supplier has not submitted a new one. You wrote: “${p.note}”`,
      option: (p) =>
        p.days < 0
          ? `The last day to give notice was ${day(p.due)}.`
          : `The last day to give notice is ${day(p.due)}, ${inDays(p.days)}.`,
      maximum: (p) =>
        p.days < 0
          ? `It was reached ${day(p.due)}, and the agreement continues.`
          : `At the current rate, it runs out in ${month(p.due.slice(0, 7))} at the earliest.`,
      'price-case': (p) =>
        p.days < 0 ? `Was to apply from ${day(p.due)}.` : `Is to apply from ${day(p.due)}, ${inDays(p.days)}.`,
      register: 'The agreements in the file are not in use until you have answered.',
      checks:
        'Suppliers answer in more than 10 % of cases that it is not an error. Consider whether the terms are too strict.',
      declarations: 'The figure is not used until you have reviewed the checklist.',
      proposals: 'Someone other than the proposer must approve before the figures change.',
      case: (p) => `The next date was ${day(p.due)}`,
      'nil-question':
        'The purchases were booked after the supplier stated that nothing was delivered. The supplier has been asked, and has not explained them.',
    },
    amounts: {
      decide: (p) => p.amount,
      overdue: (p) => `last report: ${p.amount}`,
      returned: (p) => p.amount,
      option: (p) => `last twelve months: ${p.amount}`,
      maximum: (p) => `over, at the current rate: ${p.amount}`,
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
    actMissing: 'View what is missing',
    act: {
      decide: 'Review the report',
      overdue: 'Open the report',
      returned: 'View the report',
      option: 'View the dates',
      maximum: 'View the utilisation',
      'price-case': 'Review the price case',
      register: 'Answer the questions',
      checks: 'View the checks',
      declarations: 'View the declarations',
      factors: 'View the proposals',
      rulings: 'View the proposals',
      figures: 'View the proposals',
      case: 'Open the case',
      'nil-question': 'View the question',
    },
    matrix: 'Suppliers with reports that are missing, in review or due soon',
    noExceptions: 'No report is missing, awaits review or is due within two weeks.',
    wholeMatrix: 'View the whole matrix',
  },
};
