import { formatCount, formatInstant, plural } from '@tallgrunn/values';
import type { StatementsTexts } from './nb.ts';

interface BasisCounts {
  readonly counted: string;
  readonly total: string;
  readonly share: string;
}

export const en = {
  unknown: 'not known',
  ratings: {
    good: 'Good',
    'approaching-target': 'Approaching target',
    'requires-improvement': 'Requires improvement',
    inadequate: 'Inadequate',
    other: 'Other',
  },
  figures: {
    punctuality: 'Punctuality',
    'data-quality': 'Data quality',
    coverage: 'Coverage',
    prices: 'Price deviations',
    declarations: 'Environmental declarations',
    'open-cases': 'Open cases',
  },
  list: {
    title: 'Performance statements',
    lead: 'One statement for each supplier, agreement and year. Rules propose the ratings, and a person decides.',
    leadSupplier: 'Statements about you that the cooperative has decided. You can comment on each.',
    caption: (p: { year: string }) => `Performance statements for ${p.year}`,
    heads: {
      supplier: 'Supplier',
      agreement: 'Agreement',
      rating: 'Overall rating',
      decided: 'Decided',
      act: 'Action',
    },
    notDecided: 'Not decided',
    comments: (p: { count: number }) => plural('en', p.count, { one: 'one comment', other: `${p.count} comments` }),
    year: 'Year',
    otherYear: (p: { year: string }) => `Show ${p.year}`,
    decide: 'See the figures and decide',
    decideFor: (p: { supplier: string; agreement: string }) =>
      `See the figures and decide for ${p.supplier}, ${p.agreement}`,
    none: 'No suppliers in the year',
    noneReason: 'No supplier has an agreement in this year.',
    noneSupplier: 'The cooperative has not decided a statement about you for this year.',
  },
  statement: {
    heading: (p: { supplier: string; year: string }) => `Performance statement ${p.year}: ${p.supplier}`,
    lead: (p: { agreement: string; number: string; revision: number }) =>
      `${p.agreement}. ${p.number}, revision ${p.revision}.`,
    overall: 'Overall rating',
    reason: 'Reason',
    decided: (p: { name: string | null; at: string }) =>
      `Decided ${formatInstant(new Date(p.at), 'en')}${p.name ? ` by ${p.name}` : ''}.`,
    download: 'Download (PDF)',
    fileName: (p: { number: string }) => `performance-statement-${p.number}.pdf`,
    newer: 'The statement is superseded by a newer revision.',
    toNewer: 'See the newest',
    redo: 'Decide a new revision',
    revisions: 'Revisions',
    revision: (p: { number: string; revision: number; at: string }) =>
      `Revision ${p.revision}, ${p.number}, ${formatInstant(new Date(p.at), 'en')}`,
    comments: 'Supplier’s comment',
    noComments: 'The supplier has not commented.',
    comment: 'Comment',
    commentHelp: 'The cooperative gets it by e-mail. It belongs to the statement and cannot be changed.',
    commentMissing: 'Write a comment.',
    send: 'Send the comment',
    sent: 'The comment is sent.',
    by: (p: { name: string | null; at: string }) =>
      [p.name, formatInstant(new Date(p.at), 'en')].filter(Boolean).join(', '),
  },
  decide: {
    heading: (p: { supplier: string; year: string }) => `Rate ${p.supplier} for ${p.year}`,
    lead: (p: { agreement: string; asOf: string }) => `${p.agreement}. Figures until ${p.asOf}.`,
    title: 'Decide the statement',
    help: 'The rules have proposed a rating of each figure. You decide. The supplier sees the ratings, the figures and the reason.',
    overall: 'Overall rating',
    reason: 'Reason',
    reasonHelp: 'Shown to the supplier.',
    reasonMissing: 'Write why.',
    send: 'Decide and show the supplier',
    earlier: 'Earlier revisions',
  },
  table: {
    caption: 'Key figures, ratings proposed by rule, and ratings',
    heads: {
      figure: 'Key figure',
      result: 'Result',
      basis: 'Rests on',
      proposed: 'Proposed',
      rating: 'Rating',
      evidence: 'Evidence',
    },
    evidence: 'See the evidence',
    evidenceOf: (p: { figure: string }) => `See the evidence for ${p.figure.toLowerCase()}`,
  },
  results: {
    punctuality: (p: { due: string; onTime: string; late: string; missing: string; excused: string }) =>
      `${p.onTime} of ${p.due} reports were on time, ${p.late} were late, ${p.missing} have not been submitted. For ${p.excused} of them no day counts as a delay by the supplier.`,
    noneDue: 'No report was due in the year.',
    quality: (p: { level: string; reports: string; lines: string; returned: string }) =>
      `Level: ${p.level}. ${p.reports} reports with ${p.lines} lines, ${p.returned} returned.`,
    coverage: (p: { share: string; booked: string }) =>
      `${p.share} of ${p.booked} booked is linked to reported lines, across all agreements of the supplier.`,
    nothingBooked: 'Nothing is booked on the supplier in the year.',
    prices: (p: { basis: string; open: string; claimed: string; accepted: string; charged: string }) =>
      `${p.basis === 'reported' ? 'Reports' : 'Invoices'}: ${p.open} above the agreed price is open, ${p.claimed} is claimed, ${p.accepted} has an accepted reason, of ${p.charged} compared.`,
    nothingCompared: 'No line is compared with agreed prices.',
    declarations: (p: { declared: string; items: string; required: string | null }) =>
      `${p.declared} of ${p.items} items have an approved declaration. ${p.required === null ? 'The agreement requires no share yet.' : `The agreement requires ${p.required}.`}`,
    openCases: (p: { count: number }) =>
      p.count === 0
        ? 'No open cases that the supplier can see.'
        : `${plural('en', p.count, { one: 'One open case', other: `${p.count} open cases` })} that the supplier can see.`,
  },
  basis: {
    punctuality: ({ counted, total, share }: BasisCounts) => `${counted} of ${total} reports due in the year${share}`,
    'data-quality': ({ counted, total, share }: BasisCounts) =>
      `${counted} of ${total} reports that should have been submitted${share}`,
    coverage: ({ counted, total, share }: BasisCounts) =>
      `${counted} of ${total} months of the buyers’ ledgers${share}`,
    reported: ({ counted, total, share }: BasisCounts) => `${counted} of ${total} lines of reports${share}`,
    invoiced: ({ counted, total, share }: BasisCounts) => `${counted} of ${total} lines of invoices${share}`,
    declarations: ({ counted, total, share }: BasisCounts) =>
      `${counted} of ${total} items of the price forms, those with an agreed price${share}`,
    'open-cases': 'all open cases that the supplier can see',
    notStated: 'not stated',
  },
  late: {
    title: 'Reports after the due date',
    heads: { period: 'Period', due: 'Due', days: 'Working days late', counts: 'Counts in the rating' },
    missing: 'not submitted',
    counts: 'yes',
    excused: 'no',
  },
  rules: {
    title: 'How ratings are proposed',
    share: (p: { good: string; near: string; improve: string }) =>
      `Punctuality and coverage: good from ${p.good}, approaching target from ${p.near}, requires improvement from ${p.improve}, inadequate below.`,
    quality:
      'Data quality: good at the expected level or better, approaching target at the required level, requires improvement below it. Inadequate if at least as many reports were also returned.',
    prices: (p: { good: string; near: string; improve: string }) =>
      `Price deviations: the open and claimed amount is at most ${p.good} of what was compared for good, ${p.near} for approaching target, ${p.improve} for requires improvement.`,
    declarations:
      'Environmental declarations: good when the share that the agreement requires is reached. Below it the limits of punctuality apply, as a share of the requirement.',
    cases: (p: { near: string; improve: string }) =>
      `Open cases: none for good, at most ${p.near} for approaching target, at most ${p.improve} for requires improvement. Only cases that the supplier can see count.`,
    other:
      'Other is proposed when the figure is not known or the agreement has no such requirement. The overall proposal is the lowest of the others.',
  },
  quality: {
    title: 'Data quality',
    lead: (p: { from: string; to: string }) => `Reports submitted from ${p.from} to ${p.to}. The best first.`,
    leadSupplier: (p: { from: string; to: string }) =>
      `The reports you submitted from ${p.from} to ${p.to}. Other suppliers do not see this.`,
    period: (p: { from: string; to: string }) => `Reports submitted from ${p.from} to ${p.to}.`,
    caption: 'Suppliers by data quality',
    heads: {
      rank: 'Rank',
      supplier: 'Supplier',
      level: 'Level',
      lines: 'Lines',
      required: 'Required: findings per 1,000',
      expected: 'Expected: findings per 1,000',
      excellent: 'Excellent: findings per 1,000',
      overridden: 'Overridden findings',
      returned: 'Returned',
    },
    overridden: (p) => `${formatCount(p.count, 'en')} of ${formatCount(p.of, 'en')}`,
    levels: {
      'below-required': 'Below required',
      required: 'Required',
      expected: 'Expected',
      excellent: 'Excellent',
    },
    none: 'No reports in the period',
    noneReason: 'Data quality is calculated from submitted reports.',
    explained: 'How the levels are calculated',
    rule: 'Each check belongs to one level. A check is passed with at most 10 findings per 1,000 lines. A level is reached when all its checks, and those of the levels below, are passed.',
    counts:
      'Findings that were corrected before submission count. Overridden findings, which the supplier answered were not errors, do not. Prices, commitments and expired declarations have separate figures and do not count here.',
    meanings: [
      'Required: who bought, when, and for how much.',
      'Expected: which item, and in which unit.',
      'Excellent: what makes a line traceable and usable for emissions.',
    ],
    supplierHeading: (p: { supplier: string }) => `Data quality: ${p.supplier}`,
    reached: (p: { level: string }) => `Level: ${p.level}`,
    levelsCaption: 'The levels',
    levelHeads: {
      level: 'Level',
      reached: 'Reached',
      errors: 'Findings',
      perThousand: 'Per 1,000 lines',
      failed: 'Checks not passed',
    },
    yes: 'yes',
    no: 'no',
    checksCaption: 'Checks with findings',
    checkHeads: {
      check: 'Check',
      level: 'Level',
      findings: 'Findings',
      overridden: 'Answered: not an error',
      perThousand: 'Per 1,000 lines',
      passed: 'Passed',
    },
    noLevel: 'does not count',
    noChecks: 'No findings in the period.',
  },
} satisfies StatementsTexts;
