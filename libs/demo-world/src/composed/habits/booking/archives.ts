import { monthOf } from '../../../values/calendar.ts';
import { nameLines, netOf } from '../../latent/invoices.ts';
import { ofSlot } from '../habit.ts';
import type { BookingHabit } from './booking-habit.ts';

/** Habits for e-invoice archives: which invoices they contain, and how the access point changes them. */
export const archiveHabits: readonly BookingHabit[] = [
  ...ofSlot<BookingHabit>('archive', [
    {
      key: 'no-e-invoices',
      does: 'No e-invoices are handed over.',
      leaves: 'The ledger’s postings.',
      holds: () => false,
    },
    {
      key: 'some-e-invoices',
      does: 'Some e-invoices are missing.',
      leaves: 'The ledger’s postings of those.',
      strength: [0.2, 0.7],
      holds: (_, __, { draw, strength }) => draw.chance(strength),
    },
    {
      key: 'some-suppliers-on-paper',
      does: 'Some suppliers send none.',
      leaves: 'The ledger’s postings of those.',
      holds: ({ seller }, customer) => (Number(seller.orgNumber.slice(3, 8)) + Number(customer.place.number)) % 3 !== 0,
    },
    {
      key: 'archive-gap',
      does: 'A month of e-invoices is missing.',
      leaves: 'The ledger’s postings of that month.',
      holds: ({ issuedOn }, { place }) => Number(monthOf(issuedOn).slice(5)) !== (Number(place.number) % 6) + 1,
    },
    {
      key: 'no-credit-notes',
      does: 'Credit notes are not handed over.',
      leaves: 'The ledger’s postings of those.',
      holds: (invoice) => netOf(invoice) >= 0,
    },
  ]),
  ...ofSlot<BookingHabit>('carrier', [
    {
      key: 'carrier-zeros',
      does: 'The access point fills numbers up with zeros.',
      leaves: 'The number.',
      document: (invoice) => ({ ...invoice, number: invoice.number.padStart(12, '0') }),
    },
    {
      key: 'carrier-no-items',
      does: 'The access point drops numbers of items.',
      leaves: 'Names and amounts.',
      document: (invoice) => {
        for (const line of invoice.lines) Object.assign(line, { itemNumber: null, gtin: null });
        return invoice;
      },
    },
    {
      key: 'carrier-one-line',
      does: 'The access point makes one line of each invoice.',
      leaves: 'The invoice.',
      document: (invoice) => {
        const [first] = invoice.lines;
        if (!first || invoice.lines.length === 1) return invoice;
        const amount = netOf(invoice) - invoice.charge;
        invoice.lines = [
          {
            ...first,
            itemNumber: null,
            gtin: null,
            goods: null,
            name: 'Varer',
            unit: 'stk',
            quantity: amount < 0 ? -1000 : 1000,
            price: Math.abs(amount),
            amount,
            deliveredOn: null,
            shares: invoice.lines.flatMap(({ shares }) => shares),
          },
        ];
        nameLines(invoice);
        return invoice;
      },
    },
    {
      key: 'carrier-no-days',
      does: 'The access point drops days of delivery.',
      leaves: 'The invoice’s day.',
      document: (invoice) => {
        for (const line of invoice.lines) line.deliveredOn = null;
        return invoice;
      },
    },
    {
      key: 'carrier-no-orders',
      does: 'The access point drops numbers of orders.',
      leaves: 'The number of the invoice.',
      document: (invoice) => ({ ...invoice, order: null }),
    },
  ]),
  ...ofSlot<BookingHabit>('ledgers', [
    {
      key: 'ledger-missing',
      does: 'The last quarter’s ledger is not handed over.',
      leaves: 'Reported; nobody can know whether it is booked.',
      misses: (quarter, { scene }) => quarter === scene.quarters.at(-1),
    },
  ]),
];
