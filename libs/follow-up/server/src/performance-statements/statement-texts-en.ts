import { plural } from '@tallgrunn/values';
import type { StatementTexts } from './statement-text-dto.ts';

export const en: StatementTexts = {
  fileName: 'performance-statement',
  title: ({ supplier, year }) => `Performance statement ${year}: ${supplier}`,
  subtitle: ({ agreement, number, revision, decided, asOf }) =>
    `${agreement}. ${number}, revision ${revision}, decided ${decided}. Figures until ${asOf}.`,
  footer: ({ cooperative, number }) => `${cooperative} · ${number}`,
  overall: {
    heading: 'Overall rating',
    rating: ({ decided, proposed }) => `${decided}. Proposed by rule: ${proposed}.`,
  },
  reason: 'Reason',
  decidedBy: ({ name, date }) => `Decided by ${name}, ${date}.`,
  figures: {
    heading: 'Key figures',
    caption: 'Key figures with the rating proposed by rule and the one decided',
    heads: ['Key figure', 'Result', 'Rests on', 'Proposed', 'Rating'],
    names: {
      punctuality: 'Punctuality',
      'data-quality': 'Data quality',
      coverage: 'Coverage',
      prices: 'Price deviations',
      declarations: 'Environmental declarations',
      'open-cases': 'Open cases',
    },
  },
  unknown: 'not known',
  punctuality: ({ due, onTime, late, missing, excused }) =>
    `${onTime} of ${due} reports were on time, ${late} were late, ${missing} have not been submitted. For ${excused} of them no day counts as a delay by the supplier.`,
  noneDue: 'No report was due in the year.',
  quality: ({ level, reports, lines, returned }) =>
    `${level[0]?.toUpperCase() ?? ''}${level.slice(1)}. ${reports} reports with ${lines} lines, ${returned} returned.`,
  coverage: ({ share, booked }) =>
    `${share} of ${booked} booked is linked to reported lines, across all agreements of the supplier.`,
  nothingBooked: 'Nothing is booked on the supplier in the year.',
  prices: ({ basis, open, claimed, accepted, charged }) =>
    `${basis === 'reported' ? 'Reports' : 'Invoices'}: ${open} above the agreed price is open, ${claimed} is claimed, ${accepted} has an accepted reason, of ${charged} compared.`,
  nothingCompared: 'No line is compared with agreed prices.',
  declarations: ({ declared, items, required }) =>
    `${declared} of ${items} items have an approved declaration. ${required === null ? 'The agreement requires no share yet.' : `The agreement requires ${required}.`}`,
  openCases: ({ count }) =>
    count === 0
      ? 'No open cases that the supplier can see.'
      : plural('en', count, { one: 'One open case', other: `${count} open cases` }) + ' that the supplier can see.',
  basis: {
    punctuality: ({ counted, total, share }) => `${counted} of ${total} reports due in the year${share}`,
    'data-quality': ({ counted, total, share }) =>
      `${counted} of ${total} reports that should have been submitted${share}`,
    coverage: ({ counted, total, share }) => `${counted} of ${total} months of the buyers’ ledgers${share}`,
    reported: ({ counted, total, share }) => `${counted} of ${total} lines of reports${share}`,
    invoiced: ({ counted, total, share }) => `${counted} of ${total} lines of invoices${share}`,
    declarations: ({ counted, total, share }) =>
      `${counted} of ${total} items of the price forms, those with an agreed price${share}`,
    'open-cases': 'all open cases that the supplier can see',
    notStated: 'not stated',
  },
  late: {
    heading: 'Reports after the due date',
    caption: 'Reports that were late or have not been submitted',
    heads: ['Period', 'Due', 'Working days late', 'Counts in the rating'],
    missing: 'not submitted',
    excused: 'no',
    counts: 'yes',
  },
  checks: {
    heading: 'Checks not passed',
    caption: 'Checks with more findings than the level permits',
    heads: ['Check', 'Level', 'Findings per 1,000 lines'],
  },
  cases: {
    heading: 'Open cases',
    caption: 'Open cases that the supplier can see',
    heads: ['Case', 'About', 'Status', 'Opened'],
    kinds: {
      late: 'Missing report',
      'poor-data': 'Data quality',
      overcharging: 'Possible overcharging',
      'off-contract': 'Off-contract sales',
      'missing-declaration': 'Missing declaration',
      dispute: 'Disputed delivery',
      'report-correction': 'Correction of an approved report',
      other: 'Other',
    },
    statuses: {
      open: 'Open',
      'waiting-for-supplier': 'Waiting for the supplier',
      'waiting-for-us': 'Waiting for the cooperative',
      closed: 'Closed',
    },
  },
  rules: {
    heading: 'How ratings are proposed',
    list: ({ share, prices, cases, limit }) => [
      `Punctuality and coverage: good from ${share[0]}, approaching target from ${share[1]}, requires improvement from ${share[2]}, inadequate below.`,
      `Data quality: good at the expected level or better, approaching target at the required level, requires improvement below it. Inadequate if at least as many reports were also returned. A level is reached when each check of it, and of the levels below, has at most ${limit} findings per 1,000 lines.`,
      `Price deviations: the open and claimed amount is at most ${prices[0]} of what was compared for good, ${prices[1]} for approaching target, ${prices[2]} for requires improvement.`,
      `Environmental declarations: good when the share that the agreement requires is reached. Below it, ${share.join(', ')} of the requirement count as for punctuality.`,
      `Open cases: none for good, at most ${cases[1]} for approaching target, at most ${cases[2]} for requires improvement.`,
      'Other is proposed when the figure is not known or the agreement has no such requirement. The overall proposal is the lowest of the others.',
      'The rules propose. A person has decided.',
    ],
  },
  comments: { heading: 'Supplier’s comment', none: 'The supplier has not commented.' },
};
