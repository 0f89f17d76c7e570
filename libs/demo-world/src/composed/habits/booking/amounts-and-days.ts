import { addDays, monthOf, onWorkingDay, type Day } from '../../../values/calendar.ts';
import type { Posting } from '../../latent/postings.ts';
import { ofSlot } from '../habit.ts';
import type { BookingHabit } from './booking-habit.ts';

const at = (posting: Posting, day: Day): void => {
  const bookedOn = onWorkingDay(day);
  posting.bookedOn = bookedOn;
  posting.period = monthOf(bookedOn);
};

/** Returns a reversal of the posting, booked `days` later. */
const reversalOf = (posting: Posting, days: number, habit: string): Posting => {
  const turned: Posting = {
    ...posting,
    amount: -posting.amount,
    shares: posting.shares.map(({ delivery, ore }) => ({ delivery, ore: -ore })),
    voucher: `${posting.voucher}9`,
    habits: new Set([...posting.habits, habit]),
  };
  at(turned, addDays(posting.bookedOn, days));
  return turned;
};

const repeatPosting = (posting: Posting, days: number, voucher: string, habit: string): Posting => {
  const copy: Posting = {
    ...posting,
    voucher: `${posting.voucher}${voucher}`,
    habits: new Set([...posting.habits, habit]),
  };
  at(copy, addDays(posting.bookedOn, days));
  return copy;
};

/** Habits for ledger amounts, booking dates and corrections. */
export const ledgerAmountHabits: readonly BookingHabit[] = [
  ...ofSlot<BookingHabit>('vat', [
    { key: 'with-vat-in-ledger', does: 'Amounts with VAT.', leaves: 'The amount less VAT.', amounts: 'gross' },
  ]),
  ...ofSlot<BookingHabit>('rounding', [
    {
      key: 'ledger-whole-kroner',
      does: 'Amounts in whole kroner.',
      leaves: 'The amount to half a krone.',
      roundsTo: 100,
    },
    {
      key: 'ledger-thousands',
      does: 'Amounts in thousands with two decimals, made kroner by whoever sends them.',
      leaves: 'The amount to five kroner.',
      roundsTo: 1000,
    },
  ]),
  ...ofSlot<BookingHabit>('when', [
    {
      key: 'booked-late',
      does: 'Some invoices are booked one to three months late.',
      leaves: 'The number.',
      strength: [0.1, 0.35],
      ledger: (postings, { draw, strength }) => {
        for (const posting of postings)
          if (draw.chance(strength)) {
            at(posting, addDays(posting.bookedOn, draw.int(25, 95)));
            posting.habits.add('booked-late');
          }
        return [...postings];
      },
    },
    {
      key: 'booked-when-paid',
      does: 'Invoices are booked when they are paid.',
      leaves: 'The number.',
      ledger: (postings, { draw }) => {
        for (const posting of postings) {
          at(posting, addDays(posting.bookedOn, draw.int(12, 25)));
          posting.habits.add('booked-when-paid');
        }
        return [...postings];
      },
    },
    {
      key: 'closed-in-period-13',
      does: 'What December brought is closed in period 13.',
      leaves: 'The number and the amount.',
      ledger: (postings, { draw }) => {
        for (const posting of postings)
          if (posting.bookedOn.slice(5, 7) === '12' && draw.chance(0.6)) {
            posting.period = `${posting.bookedOn.slice(0, 4)}-13`;
            posting.habits.add('closed-in-period-13');
          }
        return [...postings];
      },
    },
    {
      key: 'no-invoice-days',
      does: 'No day of the invoice, only of booking.',
      leaves: 'The number.',
      without: ['invoiceDate'],
      posting: (posting) => {
        posting.invoiceDate = null;
      },
    },
  ]),
  ...ofSlot<BookingHabit>('correction', [
    {
      key: 'booked-twice',
      does: 'Some invoices are booked twice, and taken off once a month later.',
      leaves: 'Three postings hold the goods; the sum is once.',
      strength: [0.02, 0.08],
      ledger: (postings, { draw, strength }) =>
        postings.flatMap((posting) =>
          draw.chance(strength)
            ? [posting, repeatPosting(posting, 6, '8', 'booked-twice'), reversalOf(posting, 35, 'booked-twice')].map(
                (each) => {
                  each.habits.add('booked-twice');
                  return each;
                },
              )
            : [posting],
        ),
    },
    {
      key: 'moved-account',
      does: 'Some postings are turned and booked anew on another account.',
      leaves: 'Three postings hold the goods; the sum is once.',
      strength: [0.03, 0.1],
      ledger: (postings, { draw, strength }) =>
        postings.flatMap((posting) => {
          if (!draw.chance(strength)) return [posting];
          posting.habits.add('moved-account');
          return [
            posting,
            reversalOf(posting, 20, 'moved-account'),
            { ...repeatPosting(posting, 20, '7', 'moved-account'), account: '240' },
          ];
        }),
    },
    {
      key: 'corrected-difference',
      does: 'Some postings are some hundred kroner wrong, and the difference is booked later.',
      leaves: 'Two postings make the invoice.',
      strength: [0.03, 0.1],
      ledger: (postings, { draw, strength }) =>
        postings.flatMap((posting) => {
          if (posting.amount < 50_000 || posting.shares.length === 0 || !draw.chance(strength)) return [posting];
          const off = draw.int(50, 400) * 100;
          const rest = repeatPosting(posting, 15, '6', 'corrected-difference');
          posting.habits.add('corrected-difference');
          posting.amount += off;
          return [posting, { ...rest, amount: -off, shares: [] }];
        }),
    },
    {
      key: 'never-booked',
      does: 'A few invoices are never booked.',
      leaves: 'Reported and truly not booked.',
      strength: [0.01, 0.04],
      booked: (_, { draw, strength }) => !draw.chance(strength),
    },
  ]),
];
