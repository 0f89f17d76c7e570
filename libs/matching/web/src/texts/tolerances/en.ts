import { formatCount, formatDate, formatMoney, formatQuantity, listing, plural } from '@tallgrunn/values';
import type { TolerancesTexts } from './nb.ts';

const lines = (n: number) => plural('en', n, { one: 'one line', other: `${formatCount(n, 'en')} lines` });
const kroner = (amount: string) => formatMoney(amount, 'NOK', 'en');

export const en = {
  title: 'Tolerance limits',
  lead: 'The cooperative decides how large a variance of price and quantity may be without follow-up. No variance is hidden, and the totals include all of them.',
  back: 'Reconciliation',
  explain:
    'A linked line is within tolerance when both its price and its quantity are. If there is both a percentage and an amount limit, the one reached first applies. Without a limit there is no tolerance. Lines whose split between quantity and price is unknown always need follow-up.',
  list: 'Limits',
  caption: 'Versions of the limits, newest first',
  none: 'No limits are set. All variances need follow-up.',
  heads: {
    scope: 'For',
    from: 'From',
    to: 'To',
    price: 'Price',
    quantity: 'Quantity',
    state: 'Status',
    reason: 'Reason',
    decided: 'Decided',
  },
  cooperative: 'The cooperative',
  limit: (p) =>
    p.percent === null && p.amount === null
      ? 'no tolerance'
      : `at most ${listing('en', [...(p.percent === null ? [] : [`${formatQuantity(p.percent, 'en')} %`]), ...(p.amount === null ? [] : [kroner(p.amount)])])}`,
  inherited: 'as the cooperative',
  states: { inForce: 'in force', later: 'in force later', ended: 'ended', replaced: 'replaced by a newer one' },
  noEnd: 'no end',
  by: (p) => `${p.at}, by ${p.you ? 'you' : [p.person, p.organisation].filter(Boolean).join(', ') || 'another person'}`,
  mayNot: 'Contract managers and administrators set the limits.',
  form: {
    title: 'Set new limits',
    scope: 'The limits are for',
    scopeHelp: 'An agreement’s own limits take precedence over the cooperative’s.',
    wholeCooperative: 'The whole cooperative',
    inherited: 'The agreement is to follow the cooperative’s limits',
    validFrom: 'From',
    validFromHelp: 'Lines booked on this day or later. Earlier lines keep their result.',
    pricePercent: 'Price: maximum variance in per cent',
    pricePercentHelp: 'Of the reported quantity at the booked price.',
    priceAmount: 'Price: maximum variance in NOK per line',
    quantityPercent: 'Quantity: maximum variance in per cent',
    quantityPercentHelp: 'Of the booked quantity.',
    quantityAmount: 'Quantity: maximum variance in NOK per line',
    reason: 'Why?',
    reasonHelp: 'The reason is shown with the limits.',
    preview: 'See the effect',
    save: 'Save the limits',
    faults: {
      validFrom: 'Choose the first day of the limits.',
      percent: 'Enter a number from 0 to 999, such as 2.5.',
      amount: 'Enter an amount in NOK, such as 100.',
      reason: 'Briefly explain why.',
    },
  },
  effect: {
    title: 'The effect',
    nothing: 'No lines change assessment when you save.',
    onSaving: (p) =>
      `When you save, ${lines(p.toWithin.lineCount)} of ${kroner(p.toWithin.amount)} move to “within tolerance”, and ${lines(p.toFollowUp.lineCount)} of ${kroner(p.toFollowUp.amount)} to “to follow up”.`,
    wholePeriod: (p) =>
      `If the limits had been in force since ${formatDate(p.from, 'en')}, ${lines(p.toWithin.lineCount)} of ${kroner(p.toWithin.amount)} would have moved to “within tolerance”, and ${lines(p.toFollowUp.lineCount)} of ${kroner(p.toFollowUp.amount)} to “to follow up”.`,
    basis: (p) =>
      `Linked lines with a variance, booked from ${formatDate(p.from, 'en')} to ${formatDate(p.to, 'en')} or later: ${lines(p.lines.lineCount)}, ${kroner(p.lines.amount)} in all. Within tolerance today: ${lines(p.within.lineCount)}, ${kroner(p.within.amount)} in all. The amounts are variances without sign and excluding VAT.`,
    validTo: (p) => `The limits are in force until ${formatDate(p.day, 'en')}. A later version then takes over.`,
    caption: 'Lines that change assessment, by supplier',
    heads: {
      supplier: 'Supplier',
      savingWithin: 'When you save: within tolerance',
      savingFollowUp: 'When you save: to follow up',
      periodWithin: 'Whole period: within tolerance',
      periodFollowUp: 'Whole period: to follow up',
    },
    total: (p) => `${lines(p.lineCount)}, ${kroner(p.amount)}`,
    saved: 'The limits are saved.',
  },
} satisfies TolerancesTexts;
