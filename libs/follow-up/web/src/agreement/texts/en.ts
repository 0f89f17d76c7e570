import { formatCount, formatDate, plural } from '@tallgrunn/values';
import type { AgreementFollowUpTexts } from './nb.ts';

const count = (n: number) => formatCount(n, 'en');

export const en = {
  intro:
    'Everything here is about this agreement only. Each table shows at most ten rows. The link below it leads to the page with all rows and what you can do.',
  reports: {
    late: 'Overdue reports',
    lateCaption: 'Overdue reports, the most overdue first',
    next: 'Next reports',
    nextCaption: 'The next report of each supplier, and reports that came in time and were returned',
    heads: { period: 'Period', supplier: 'Supplier', due: 'Due date', state: 'Status' },
    extended: (p) => `extended from ${formatDate(p.from, 'en')}: ${p.reason}`,
    inTime: 'came in time',
    createdAfterDue: 'was created after the due date and does not count as late',
    remind: 'Remind the suppliers',
    acts: { head: 'Act', extend: 'Extend the due date', open: 'Open a case' },
    noneLate: 'No reports are overdue.',
    noneNext: 'No unsubmitted reports are due today or later.',
    noTerms: 'The agreement has no terms yet, so there are no reports to submit.',
    exempt: (p) =>
      plural('en', p.count, {
        one: 'The supplier is exempt from one report with an earlier due date.',
        other: `The suppliers are exempt from ${count(p.count)} reports with earlier due dates.`,
      }),
    cut: (p) =>
      `Only the ${count(p.count)} latest due dates are included. There may be older reports that are not submitted.`,
    all: 'See all reports of the agreement',
  },
  cases: {
    open: 'Open a case about the agreement',
    title: 'Open cases',
    lead: 'Cases about this agreement. Cases without a chosen agreement are not included.',
    caption: 'Open cases about the agreement, the earliest next date first',
    none: 'No cases about the agreement are open.',
    all: 'See the cases about the agreement',
  },
  penalties: {
    title: 'Penalties awaiting a decision',
    lead: 'Calculated from the terms, for reports submitted late or not submitted. Nothing happens until one of you decides.',
    caption: 'Late reports with an undecided penalty, the latest due date first',
    amount: 'Calculated penalty',
    none: 'No late reports await a decision.',
    cut: 'Only the newest reports are included. There may be older ones that are not decided.',
    all: 'See late reports of the agreement',
  },
  deviations: {
    title: 'Price deviations',
    lead: 'Amounts above the agreed price, excluding VAT, of all compared months. Reported and invoiced amounts may be of the same purchases and are never added.',
    caption: 'Price deviations of the agreement by supplier, the largest open amount first',
    heads: {
      open: 'Above agreed price, open',
      unknown: 'not known',
      openLines: 'Open lines',
      compared: 'Lines compared',
      notCompared: 'Lines that could not be compared',
    },
    none: 'None of the compared lines is above the agreed price.',
    unknown:
      'No prices of the agreement have been compared yet. It is not known whether anything is above the agreed price.',
    all: 'See price deviations of the agreement',
  },
  claims: {
    title: 'Claims',
    lead: 'Claims against suppliers for prices above the agreed price, excluding VAT.',
    caption: 'Claims of the agreement, the newest first',
    none: 'No claims have been made in the agreement.',
    all: 'See claims of the agreement',
  },
  quality: {
    title: 'Data quality',
    lead: (p) => `Reports of the agreement submitted from ${p.from} to ${p.to}.`,
    caption: 'Suppliers of the agreement by data quality, the best first',
    reports: 'Reports',
    unlisted: 'Suppliers that are not listed have not submitted reports in the period. Their level is not known.',
    unknown: 'No reports of the agreement were submitted in the period. The data quality is not known.',
    all: 'See data quality of the agreement',
  },
  declarations: {
    title: 'Environmental declarations',
    lead: 'Items of the agreement with an agreed price today, and how many of them have an approved declaration that is valid today.',
    caption: 'Items with an environmental declaration, by supplier',
    heads: { supplier: 'Supplier', items: 'Items', declared: 'With declaration', share: 'Share' },
    shareUnknown: 'not known',
    unknown: 'No items of the agreement have an agreed price today. The share with a declaration is not known.',
    missing: {
      title: 'Items without an approved environmental declaration',
      lead: 'Items without an approved declaration, those delivered most first. Amounts are accepted reports of the last twelve months, without VAT.',
      heads: { number: 'Item number', name: 'Item', supplier: 'Supplier', amount: 'Delivered' },
      none: 'All items with an agreed price have an approved declaration.',
      askOf: (p) => `Ask ${p.supplier} for the missing declarations`,
      cut: (p) => `Only the first ${count(p.shown)} of ${count(p.total)} items are listed.`,
    },
    all: 'See declarations of the agreement',
  },
  statements: {
    title: 'Performance statements',
    lead: (p) => `Statements for ${p.year} and ${p.yearBefore}.`,
    caption: 'Performance statements of the agreement, the newest year first',
    none: 'No supplier has had the agreement in these years.',
    all: 'See and decide statements of the agreement',
  },
} satisfies AgreementFollowUpTexts;
