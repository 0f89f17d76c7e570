import { formatMoney, plural } from '@tallgrunn/values';
import { count, day } from '../terms/en.ts';
import type { Booked, NothingTexts } from './nb.ts';

const invoices = (n: number) =>
  n === 0 ? '' : ` on ${plural('en', n, { one: 'one invoice', other: `${count(n)} invoices` })}`;
const booked = ({ amount, currency, invoices: n }: Booked) =>
  `${formatMoney(amount, currency, 'en')} excluding VAT${invoices(n)}`;

export const nothingEn = {
  act: 'No deliveries in the period',
  title: 'Report no deliveries in the period',
  sure: (p: { period: string; agreement: string; supplier: string }) =>
    `${p.supplier} delivered nothing under “${p.agreement}” in ${p.period}. This is a report like any other: it gets a number and a receipt, and can be replaced later.`,
  replaces:
    'A report for the period has already been submitted. This one replaces it when the contract manager has accepted it.',
  confirm: 'Report no deliveries',
  confirmAll: 'Report no deliveries with this explanation',
  booked: 'What the customers have booked',
  why: 'Why was nothing delivered?',
  whyHelp:
    'For example, the invoices are for another agreement or another period. The contract manager reviews the explanation.',
  whyMissing: 'Enter a reason, or cancel and upload the lines.',
  cancel: 'Cancel',
  later: {
    title: 'Booked after the report of no deliveries',
    toSupplier: (p: Booked) =>
      `After you reported no deliveries, invoices from you have arrived in the period. In all, ${booked(p)} is booked.`,
    toManager: (p: Booked & { supplier: string }) =>
      `After ${p.supplier} reported no deliveries, invoices have arrived in the period. In all, ${booked(p)} is booked.`,
    maybe: 'They may be for another agreement or another period.',
    explained: (p: { date: string }) => `The supplier explained on ${day(p.date)}:`,
    answer:
      'If something was delivered, submit a report. It replaces the report of no deliveries. If not, write a short explanation.',
    reason: 'Why is it correct that nothing was delivered?',
    reasonHelp: 'The contract manager reads the explanation.',
    reasonMissing: 'Enter an explanation, or submit a report.',
    send: 'Send the explanation',
    mark: 'Booked since',
  },
} satisfies NothingTexts;
