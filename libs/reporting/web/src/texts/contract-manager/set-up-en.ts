import { formatCount, plural } from '@tallgrunn/values';
import type { narrowingNb, setUpNb } from './set-up-nb.ts';

const count = (n: number) => formatCount(n, 'en');
const some = (n: number, one: string, other: string) => plural('en', n, { one, other: `${count(n)} ${other}` });

export const setUpEn = {
  title: 'Get started',
  lead: 'When this is in place, suppliers get reports to submit, and the page shows your tasks.',
  missing: 'Missing in the set-up',
  noReports: 'No reports are due yet.',
  states: { done: 'Done', next: 'Next step', waiting: 'Remaining' },
  steps: {
    managers: 'Contract managers',
    buyers: 'Municipalities and other buyers',
    agreements: 'Agreements',
    terms: 'Terms',
    prices: 'Prices',
    suppliers: 'Invitations to suppliers',
  },
  acts: {
    managers: 'Invite a contract manager',
    buyers: 'View the buyers',
    agreements: 'Import agreements',
    terms: 'Add terms to the agreements',
    prices: 'View the agreements',
    suppliers: 'Invite suppliers',
  },
  others: {
    managers: 'An administrator invites contract managers.',
    buyers: 'A contract manager or administrator does this.',
    agreements: 'A contract manager imports the agreements.',
    terms: 'A contract manager adds terms to the agreements.',
    prices: 'A contract manager imports the price forms.',
    suppliers: 'A contract manager or administrator invites suppliers.',
  },
  progress: {
    managers: (p) =>
      p.contractManagers === 0
        ? 'There is no contract manager yet.'
        : `${some(p.contractManagers, 'One contract manager', 'contract managers')}.`,
    buyers: (p) =>
      p.buyers === 0
        ? 'There are no buyers yet. They can be imported with the list of agreements.'
        : `${some(p.buyers, 'One buyer', 'buyers')}, ${p.buyersNotInvited === 0 ? 'all invited' : `${count(p.buyersNotInvited)} without users or an invitation`}.`,
    agreements: (p) =>
      p.agreements === 0
        ? 'There are no agreements yet.'
        : `${some(p.agreements, 'One agreement', 'agreements')} in force or about to begin.`,
    terms: (p) =>
      p.agreements === 0
        ? 'Terms define what suppliers report, and when.'
        : p.withoutTerms === 0
          ? 'All agreements have terms.'
          : `${some(p.withoutTerms, 'One agreement', 'agreements')} without terms, which do not require reports.`,
    prices: (p) =>
      p.agreements === 0
        ? 'With prices, each reported line can be checked.'
        : p.withoutPrices === 0
          ? 'All agreements have prices.'
          : `${some(p.withoutPrices, 'One agreement', 'agreements')} without prices: prices in reports cannot be checked.`,
    suppliers: (p) =>
      p.suppliers === 0
        ? 'Suppliers are imported with the agreements.'
        : p.suppliersNotInvited === 0
          ? 'All suppliers are invited.'
          : `${some(p.suppliersNotInvited, 'One supplier is', 'suppliers are')} not invited.`,
  },
} satisfies typeof setUpNb;

export const narrowingEn = {
  states: 'Show only rows with',
  createdAfterDueDate: 'created after its due date',
  search: 'Search in agreement and supplier',
  buyer: 'Buyer',
  allBuyers: 'All buyers',
  noneTitle: 'No reports match the filter',
  none: 'No rows match your selection.',
  clear: 'Show all',
} satisfies typeof narrowingNb;
