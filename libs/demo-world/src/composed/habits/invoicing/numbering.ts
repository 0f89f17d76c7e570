import { ofSlot } from '../habit.ts';
import type { InvoicingHabit } from './invoicing-habit.ts';

const sum = (text: string): number => [...text].reduce((total, digit, at) => total + Number(digit) * (at + 2), 0);
const checkLetter = (number: string): string => 'ABCDEFGHJKLMNPRSTUVWXYZ'[sum(number) % 23] as string;
const year = (day: string): string => day.slice(0, 4);

/** Habits for the format of invoice numbers. They lose no information as long as both sides write the same number. */
export const numberingHabits: readonly InvoicingHabit[] = ofSlot<InvoicingHabit>('invoice-number', [
  {
    key: 'number-letters',
    does: 'Numbers begin with letters.',
    leaves: 'The number says the invoice.',
    number: (count) => `F-${10_000 + count}`,
  },
  {
    key: 'number-year',
    does: 'Numbers begin with the year.',
    leaves: 'The number says the invoice.',
    number: (count, { issuedOn }) => `${year(issuedOn)}${String(count).padStart(6, '0')}`,
  },
  {
    key: 'number-slash-year',
    does: 'Numbers end with the year and begin anew each year.',
    leaves: 'The number says the invoice, where the year is not left out.',
    series: ({ issuedOn }) => year(issuedOn),
    number: (count, { issuedOn }) => `${count}/${year(issuedOn).slice(2)}`,
  },
  {
    key: 'number-check-letter',
    does: 'Numbers end with a check letter.',
    leaves: 'The number says the invoice.',
    number: (count) => `${50_000 + count}${checkLetter(String(50_000 + count))}`,
  },
  {
    key: 'number-payment-id',
    does: 'Numbers are long payment references with a check digit.',
    leaves: 'The number says the invoice.',
    number: (count, { seller }) =>
      `${seller.orgNumber.slice(3, 7)}${String(count).padStart(8, '0')}${sum(String(count)) % 10}`,
  },
  {
    key: 'number-per-buyer',
    does: 'Each buyer has a series, and the series are alike.',
    leaves: 'Buyer and number say the invoice.',
    series: ({ billed }) => billed.place.number,
    number: (count) => String(1000 + count),
  },
  {
    key: 'number-short',
    does: 'Numbers are short: one to four digits.',
    leaves: 'The number says the invoice, and is easily another’s.',
    number: (count) => String(count),
  },
  {
    key: 'number-site',
    does: 'Numbers begin with the number of the place.',
    leaves: 'The number says the invoice.',
    number: (count, { site }) => `${site.costCentre}-${String(count).padStart(5, '0')}`,
  },
]);
