import type { Posting } from '../../latent/postings.ts';
import { ofSlot } from '../habit.ts';
import type { BookingHabit } from './booking-habit.ts';

const numbered =
  (change: (number: string, posting: Posting) => string) =>
  (posting: Posting): boolean => {
    const next = change(posting.invoiceNumber, posting);
    if (next === posting.invoiceNumber) return false;
    posting.invoiceNumber = next;
    return true;
  };

/** Habits for invoice numbers in a ledger, and for the payee. */
export const ledgerNumberHabits: readonly BookingHabit[] = [
  ...ofSlot<BookingHabit>('number', [
    {
      key: 'ledger-no-numbers',
      does: 'No invoice numbers at all.',
      leaves: 'Supplier, day and amount say the invoice, where no two are alike.',
      without: ['invoiceNumber'],
      posting: numbered(() => ''),
    },
    {
      key: 'ledger-number-in-text',
      does: 'The number stands in the text.',
      leaves: 'The number, once it is looked for in the text.',
      without: ['invoiceNumber'],
      posting: (posting) => {
        posting.text = `Faktura ${posting.invoiceNumber}`;
        posting.invoiceNumber = '';
      },
    },
    {
      key: 'ledger-voucher-for-number',
      does: 'The voucher’s number stands where the invoice’s should.',
      leaves: 'Supplier, day and amount say the invoice.',
      posting: (posting) => {
        posting.invoiceNumber = posting.voucher;
      },
    },
    {
      key: 'ledger-digits-only',
      does: 'Letters and signs of numbers are left out.',
      leaves: 'The number.',
      posting: numbered((number) => number.replaceAll(/\D/g, '')),
    },
    {
      key: 'ledger-last-eight',
      does: 'Numbers are cut to the last eight.',
      leaves: 'The number, where no more than eight say it.',
      posting: numbered((number) => number.slice(-8)),
    },
    {
      key: 'ledger-zeros-before',
      does: 'Numbers are filled up with zeros to twelve.',
      leaves: 'The number.',
      posting: numbered((number) => number.padStart(12, '0')),
    },
    {
      key: 'ledger-prefixed',
      does: 'The clerk writes “Fakt” before the number.',
      leaves: 'The number.',
      posting: numbered((number) => `Fakt ${number}`),
    },
    {
      key: 'ledger-typos',
      does: 'In some numbers two digits have changed places.',
      leaves: 'Supplier, day and amount say the invoice.',
      strength: [0.03, 0.1],
      posting: (posting, { draw, strength }) =>
        draw.chance(strength) && numbered((number) => number.replace(/(\d)(\d)$/, '$2$1'))(posting),
    },
  ]),
  ...ofSlot<BookingHabit>('supplier', [
    {
      key: 'ledger-own-supplier-numbers',
      does: 'Most postings have only the ledger’s own number of the supplier.',
      leaves: 'The supplier, by the postings that have both.',
      posting: (posting, { draw }) => {
        if (draw.chance(0.15)) return false;
        posting.supplierOrgNumber = '';
        return true;
      },
    },
    {
      key: 'ledger-supplier-short',
      does: 'Names of suppliers are cut and in capitals.',
      leaves: 'The number says the supplier.',
      posting: (posting) => {
        posting.supplierName = posting.supplierName.slice(0, 14).toUpperCase();
      },
    },
  ]),
];
