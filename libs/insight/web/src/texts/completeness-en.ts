import { formatCount, formatDate, formatPeriod, Period, plural } from '@tallgrunn/values';
import type { CompletenessTexts } from './completeness-nb.ts';

const count = (n: number) => formatCount(n, 'en');

export const completenessEn: CompletenessTexts = {
  title: 'Data completeness',
  lead: 'Ledger, e-invoices and reports, month by month. Figures are compared for complete months only.',
  municipality: 'Municipality',
  caption: (p: { year: string }) => `Data completeness in ${p.year}`,
  scroll: 'The table can be scrolled sideways.',
  month: (p: { month: string }) => formatPeriod(Period.parse(p.month), 'en'),
  ledger: 'Ledger',
  invoices: 'E-invoices',
  reports: 'Reports',
  ledgerStates: {
    complete: 'complete',
    open: 'imported, more may come',
    partial: 'only a few postings',
    missing: 'missing',
    'not-expected': 'not expected',
  },
  reportsStates: {
    complete: 'all submitted',
    waiting: 'in review',
    partial: 'incomplete',
    late: 'overdue',
    open: 'not due yet',
    'not-expected': 'none expected',
  },
  postings: (p: { count: number; on: string | null }) =>
    plural('en', p.count, { one: 'One posting', other: `${count(p.count)} postings` }) +
    (p.on ? `, most recently ${formatDate(p.on, 'en')}` : ''),
  invoiceCount: (p: { count: number }) => plural('en', p.count, { one: 'one', other: count(p.count) }),
  noInvoices: 'none',
  reportCount: (p: { complete: number; expected: number; late: number }) =>
    `${count(p.complete)} of ${count(p.expected)} submitted${p.late > 0 ? `, ${count(p.late)} overdue` : ''}`,
  statement: (p: { reason: string }) => `Stated: “${p.reason}”`,
  legend: 'Legend',
  isCut: 'There are more reports than are counted here. The reports are not complete.',
  noneTitle: 'No data yet',
  noneReason: 'Import a ledger or e-invoices to see here which months are complete.',
  chosen: (p: { name: string; month: string }) => `${p.name}, ${formatPeriod(Period.parse(p.month), 'en')}`,
  stateTitle: 'Is the month complete?',
  stateLead:
    'A month counts as complete when the ledger of a later month has been imported. If that is not right, state it here.',
  reason: 'Reason',
  reasonMissing: 'Give a reason',
  stateComplete: 'The month is complete',
  stateIncomplete: 'Something is missing',
  stated: 'Saved.',
  close: 'Close',
};
