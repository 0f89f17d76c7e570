import { addDays, daysBetween, onWorkingDay, weekday } from '../../../values/calendar.ts';
import { ofSlot } from '../habit.ts';
import type { InvoicingHabit } from './invoicing-habit.ts';

const month = (day: string): string => day.slice(0, 7);
const week = (day: string): string => addDays(day, -((weekday(day) + 6) % 7));
const lastOf = (day: string): string => addDays(`${month(addDays(`${month(day)}-28`, 4))}-01`, -1);

/** Habits for the content of one invoice and its date of issue. */
export const bundlingHabits: readonly InvoicingHabit[] = [
  ...ofSlot<InvoicingHabit>('bundle', [
    {
      key: 'bundle-month',
      does: 'One invoice a month for each buyer.',
      leaves: 'Each line is on one invoice.',
      bundle: ({ day, part }) => `${month(day)}/${part}`,
    },
    {
      key: 'bundle-month-site',
      does: 'One invoice a month for each place.',
      leaves: 'Each line is on one invoice.',
      bundle: ({ day, delivery, part }) => `${month(day)}/${delivery.site.id}/${part}`,
    },
    {
      key: 'bundle-week',
      does: 'One invoice a week for each buyer.',
      leaves: 'Each line is on one invoice.',
      bundle: ({ day, part }) => `${week(day)}/${part}`,
    },
    {
      key: 'bundle-line',
      does: 'Each line is an invoice.',
      leaves: 'The invoice is the line.',
      bundle: ({ delivery, part }) => `${delivery.id}/${part}`,
    },
    {
      key: 'bundle-returns-too',
      needs: 'sent-back',
      does: 'What is given back stands on the month’s invoice.',
      leaves: 'Lines with minus among the others.',
      bundle: ({ day, delivery, part }) => `both/${month(day)}/${delivery.site.id}/${part}`,
    },
  ]),
  ...ofSlot<InvoicingHabit>('issued', [
    {
      key: 'issued-late',
      does: 'Invoices come one to two months after the goods.',
      leaves: 'Days are far apart.',
      issuedOn: (last, { draw }) => onWorkingDay(addDays(last, draw.int(28, 60))),
    },
    {
      key: 'issued-before',
      does: 'Goods are invoiced before they are delivered.',
      leaves: 'The invoice’s day is before the delivery’s.',
      issuedOn: (last, { draw }) => onWorkingDay(addDays(last, -draw.int(3, 9))),
    },
    {
      key: 'issued-end-of-month',
      does: 'All invoices have the last day of the month.',
      leaves: 'Days tell nothing but the month.',
      issuedOn: (last) => lastOf(last),
    },
  ]),
  ...ofSlot<InvoicingHabit>('charged', [
    {
      key: 'split-delivery',
      does: 'Some deliveries are charged with a half on each of two invoices.',
      leaves: 'Both lines hold the delivery.',
      strength: [0.08, 0.3],
      charges: (charges, { draw, strength }) =>
        charges.flatMap((charge) => {
          if (charge.ore < 200 || charge.quantity % 2000 !== 0 || charge.ore % 2 !== 0 || !draw.chance(strength))
            return [charge];
          return ['', 'b'].map((part) => ({
            ...charge,
            part,
            ore: charge.ore / 2,
            quantity: charge.quantity / 2,
            habits: new Set([...charge.habits, 'split-delivery']),
          }));
        }),
    },
    {
      key: 'back-order',
      does: 'Of some deliveries a part comes, and is charged, weeks later; the report says the whole.',
      leaves: 'Both lines hold the delivery.',
      strength: [0.05, 0.2],
      charges: (charges, { draw, strength }) =>
        charges.flatMap((charge) => {
          const units = charge.quantity / 1000;
          if (!Number.isInteger(units) || units < 3 || !draw.chance(strength)) return [charge];
          const now = draw.int(1, units - 1);
          const ore = charge.delivery.goods.price * now;
          const habits = [...charge.habits, 'back-order'];
          return [
            { ...charge, ore, quantity: now * 1000, habits: new Set(habits) },
            {
              ...charge,
              ore: charge.ore - ore,
              quantity: charge.quantity - now * 1000,
              day: addDays(charge.day, draw.int(10, 30)),
              part: 'rest',
              habits: new Set(habits),
            },
          ];
        }),
    },
    {
      key: 'never-invoiced',
      does: 'A few deliveries are never charged.',
      leaves: 'Reported, and nowhere in the books.',
      strength: [0.01, 0.04],
      charges: (charges, { draw, strength }) =>
        charges.filter(({ delivery }) => delivery.returns !== null || !draw.chance(strength)),
    },
  ]),
  ...ofSlot<InvoicingHabit>('billed', [
    {
      key: 'billed-to-host',
      does: 'What one municipality buys is invoiced to another that pays for it.',
      leaves: 'Reported on one, booked by the other.',
      billed: ({ delivery }, { scene }) => {
        const own = scene.customers.filter(({ booksAt }) => booksAt === null);
        const [smallest, largest] = [own.at(-1), own[0]];
        return delivery.customer === smallest ? (largest ?? null) : null;
      },
    },
    {
      key: 'billed-to-host-at-times',
      does: 'Some places of a municipality are invoiced to the host.',
      leaves: 'Reported on one, booked by the other.',
      billed: ({ delivery }, { scene }) =>
        delivery.customer.booksAt === null &&
        delivery.site === delivery.customer.sites[0] &&
        delivery.customer !== scene.customers[0]
          ? (scene.customers[0] ?? null)
          : null,
    },
  ]),
  ...ofSlot<InvoicingHabit>('party', [
    {
      key: 'paid-to-factor',
      does: 'A factoring company is paid, and the ledgers have its number.',
      leaves: 'Who is paid says the supplier.',
      party: (seller, { scene }) => {
        seller.payee = {
          name: `${seller.name.split(' ')[0]} Demo-faktor AS`,
          orgNumber: seller.kin[0],
          from: scene.firstDay,
        };
      },
    },
    {
      key: 'branch-invoices',
      does: 'Some invoices come from a branch with a number of its own.',
      leaves: 'The branch says the supplier.',
      strength: [0.2, 0.6],
      party: (seller) => {
        seller.branch = { name: `${seller.name.split(' ')[0]} Demo-avdeling`, orgNumber: seller.kin[1] };
      },
      invoice: (invoice, { draw, strength }) => {
        if (!invoice.seller.branch || !draw.chance(strength)) return false;
        invoice.party = invoice.seller.branch;
        return true;
      },
    },
    {
      key: 'merged',
      does: 'Until a day another company sold, whose numbers overlap with those of the new one.',
      leaves: 'Who invoiced and the number say the invoice; the report says only the number.',
      party: (seller, { scene }) => {
        seller.predecessor = {
          name: `${seller.name.split(' ')[0]} Demo-gammel AS`,
          orgNumber: seller.kin[2],
          until: addDays(scene.firstDay, Math.floor(daysBetween(scene.firstDay, scene.endDay) / 2)),
        };
      },
      invoice: (invoice) => {
        const { predecessor } = invoice.seller;
        if (!predecessor || invoice.issuedOn > predecessor.until) return false;
        invoice.party = predecessor;
        return true;
      },
      series: ({ party }) => party.orgNumber,
      number: (count) => String(30_000 + count),
      excludes: ['invoice-number'],
    },
  ]),
];
