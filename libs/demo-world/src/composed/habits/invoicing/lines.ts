import { oreOf } from '../../latent/deliveries.ts';
import { nameLines, netOf, type Invoice, type InvoiceLine, type LineKind } from '../../latent/invoices.ts';
import { addDays, onWorkingDay } from '../../../values/calendar.ts';
import { ofSlot } from '../habit.ts';
import type { InvoicingHabit } from './invoicing-habit.ts';

const extra = (kind: LineKind, name: string, amount: number, habit: string): InvoiceLine => ({
  id: '',
  kind,
  goods: null,
  itemNumber: null,
  gtin: null,
  name,
  unit: 'stk',
  quantity: amount < 0 ? -1000 : 1000,
  price: Math.abs(amount),
  amount,
  deliveredOn: null,
  shares: [],
  habits: new Set([habit]),
});

function add(invoice: Invoice, kind: LineKind, name: string, amount: number, habit: string): boolean {
  if (amount === 0) return false;
  invoice.lines.push(extra(kind, name, amount, habit));
  nameLines(invoice);
  return true;
}

const isSale = (invoice: Invoice): boolean => netOf(invoice) > 0;
/** Returns a percentage of an amount, in øre, rounded to whole kroner. `share` is in hundredths of a per cent. */
const percent = (ore: number, share: number): number => Math.round((ore * share) / 1_000_000) * 100;

/** Habits for invoice lines in addition to items at their price: fees, discounts, deposits and the like. */
export const lineHabits: readonly InvoicingHabit[] = [
  ...ofSlot<InvoicingHabit>('fee', [
    {
      key: 'freight-line',
      does: 'Freight is a line.',
      leaves: 'A fee, reported by nobody.',
      strength: [0.3, 0.8],
      invoice: (invoice, { draw, strength }) =>
        isSale(invoice) &&
        draw.chance(strength) &&
        add(invoice, 'fee', 'Frakt', draw.int(49, 390) * 100, 'freight-line'),
    },
    {
      key: 'freight-charge',
      does: 'Freight is a charge on the document.',
      leaves: 'The posting is more than the lines.',
      strength: [0.3, 0.8],
      invoice: (invoice, { draw, strength }) => {
        if (!isSale(invoice) || !draw.chance(strength)) return false;
        invoice.charge = draw.int(49, 390) * 100;
        return true;
      },
    },
    {
      key: 'invoice-fee',
      does: 'Each invoice has a fee of 59 kroner.',
      leaves: 'A fee, reported by nobody.',
      invoice: (invoice) => isSale(invoice) && add(invoice, 'fee', 'Fakturagebyr', 5900, 'invoice-fee'),
    },
    {
      key: 'surcharge',
      does: 'One to four per cent are put on for fuel and environment.',
      leaves: 'A fee, reported by nobody.',
      strength: [100, 400],
      invoice: (invoice, { strength }) =>
        isSale(invoice) && add(invoice, 'fee', 'Miljøtillegg', percent(netOf(invoice), strength), 'surcharge'),
    },
    {
      key: 'freight-unnamed',
      does: 'Freight is a line with a word of the supplier’s own.',
      leaves: 'A fee, reported by nobody; only the word and the lack of an item say so.',
      strength: [0.3, 0.8],
      invoice: (invoice, { draw, strength }) =>
        isSale(invoice) &&
        draw.chance(strength) &&
        add(
          invoice,
          'fee',
          draw.pick(['Utkjøring sone 2', 'Håndtering', 'Levering kjørt ut', 'Drivstofftillegg']),
          draw.int(49, 390) * 100,
          'freight-unnamed',
        ),
    },
  ]),
  ...ofSlot<InvoicingHabit>('line', [
    {
      key: 'discount-line',
      does: 'Lines have list prices, and a line takes the discount off.',
      leaves: 'Lines are more than what is reported; the invoice is right.',
      strength: [3, 12],
      invoice: (invoice, { strength }) => {
        const share = Math.round(strength);
        let off = 0;
        for (const line of invoice.lines)
          if (line.kind === 'goods') {
            const list = Math.round((line.amount * 100) / (100 - share));
            off += list - line.amount;
            line.amount = list;
            line.price = Math.round((line.price * 100) / (100 - share));
            line.habits.add('discount-line');
          }
        return add(invoice, 'discount', `Avtalerabatt ${share} %`, -off, 'discount-line');
      },
    },
    {
      key: 'deposit-lines',
      does: 'Deposits are charged and given back.',
      leaves: 'Lines that are no goods and often make nothing.',
      strength: [0.3, 0.8],
      invoice: (invoice, { draw, strength }) => {
        if (!isSale(invoice) || !draw.chance(strength)) return false;
        const ore = draw.int(2, 20) * 2500;
        add(invoice, 'deposit', 'Pant pall', ore, 'deposit-lines');
        if (draw.chance(0.6)) add(invoice, 'deposit', 'Retur pant pall', -ore, 'deposit-lines');
        return true;
      },
    },
    {
      key: 'rounding-line',
      does: 'The invoice is rounded to whole kroner by a line.',
      leaves: 'A line of øre.',
      invoice: (invoice) =>
        add(
          invoice,
          'rounding',
          'Øreavrunding',
          Math.round(netOf(invoice) / 100) * 100 - netOf(invoice),
          'rounding-line',
        ),
    },
    {
      key: 'same-item-once',
      needs: 'bundle-month',
      does: 'What an invoice has of an item stands on one line.',
      leaves: 'A line holds several deliveries.',
      excludes: ['charged'],
      invoice: (invoice) => {
        const groups = [
          ...Map.groupBy(invoice.lines, ({ itemNumber, amount }) => `${itemNumber} ${amount < 0}`).values(),
        ];
        if (groups.every(({ length }) => length === 1)) return false;
        invoice.lines = groups.map((own) => {
          const [first] = own as [InvoiceLine, ...InvoiceLine[]];
          if (own.length === 1) return first;
          const habits = new Set([...own.flatMap((line) => [...line.habits]), 'same-item-once']);
          return {
            ...first,
            quantity: own.reduce((sum, { quantity }) => sum + quantity, 0),
            amount: own.reduce((sum, { amount }) => sum + amount, 0),
            shares: own.flatMap(({ shares }) => shares),
            deliveredOn: null,
            habits,
          };
        });
        nameLines(invoice);
        return true;
      },
    },
    {
      key: 'other-item-numbers',
      does: 'The invoice has the maker’s numbers, the report the supplier’s own.',
      leaves: 'The name or amount says the item.',
      invoice: (invoice) => {
        for (const line of invoice.lines)
          if (line.itemNumber !== null) {
            line.itemNumber = `M${line.gtin?.slice(4, 10)}`;
            line.gtin = null;
            line.habits.add('other-item-numbers');
          }
      },
    },
    {
      key: 'names-cut',
      does: 'Names of items are cut after twelve letters and in capitals, without numbers of items.',
      leaves: 'The beginning of the name and the amount say the item.',
      invoice: (invoice) => {
        for (const line of invoice.lines)
          if (line.kind === 'goods') {
            line.name = line.name.slice(0, 12).toUpperCase();
            line.itemNumber = null;
            line.gtin = null;
            line.habits.add('names-cut');
          }
      },
    },
    {
      key: 'no-line-days',
      does: 'Lines of invoices have no day of delivery.',
      leaves: 'The invoice’s day only.',
      invoice: (invoice) => {
        for (const line of invoice.lines) line.deliveredOn = null;
      },
    },
    {
      key: 'packs-invoiced',
      does: 'The invoice counts packs of twelve, the report pieces.',
      leaves: 'The amount is the same.',
      invoice: (invoice) => {
        for (const line of invoice.lines)
          if (line.kind === 'goods' && line.quantity % 12_000 === 0) {
            line.quantity /= 12;
            line.price *= 12;
            line.unit = 'pk';
            line.habits.add('packs-invoiced');
          }
      },
    },
  ]),
  ...ofSlot<InvoicingHabit>('credit', [
    {
      key: 'credit-without-reference',
      needs: 'sent-back',
      does: 'Credit notes do not say what they give back.',
      leaves: 'Item and amount say it.',
      invoice: (invoice) => {
        if (netOf(invoice) >= 0) return false;
        invoice.names = false;
        return true;
      },
    },
    {
      key: 'credit-in-one-line',
      needs: 'sent-back',
      does: 'A credit note has one line: returned by enclosure.',
      leaves: 'The sum says which goods.',
      invoice: (invoice) => {
        if (netOf(invoice) >= 0) return false;
        const shares = invoice.lines.flatMap((line) => line.shares);
        invoice.lines = [
          {
            ...extra('goods', 'Retur iflg. vedlegg', oreOf(shares), 'credit-in-one-line'),
            shares,
            habits: new Set([...invoice.lines.flatMap((line) => [...line.habits]), 'credit-in-one-line']),
          },
        ];
        nameLines(invoice);
        return true;
      },
      excludes: ['line'],
    },
    {
      key: 'credited-and-rebilled',
      does: 'Some invoices are credited whole and made anew under another number; the report has the first.',
      leaves: 'Three documents hold the goods; the sum is once.',
      strength: [0.03, 0.1],
      invoices: (invoices, { draw, strength }) =>
        invoices.flatMap((invoice) => {
          if (netOf(invoice) <= 0 || !draw.chance(strength)) return [invoice];
          invoice.habits.add('credited-and-rebilled');
          const turned = (line: InvoiceLine): InvoiceLine => ({
            ...line,
            quantity: -line.quantity,
            amount: -line.amount,
            shares: line.shares.map(({ delivery, ore }) => ({ delivery, ore: -ore })),
            habits: new Set(line.habits),
          });
          const on = onWorkingDay(addDays(invoice.issuedOn, draw.int(5, 20)));
          const credit: Invoice = {
            ...invoice,
            issuedOn: on,
            charge: -invoice.charge,
            corrects: invoice,
            lines: invoice.lines.map(turned),
            habits: new Set(invoice.habits),
          };
          const anew: Invoice = {
            ...invoice,
            issuedOn: on,
            lines: invoice.lines.map((line) => ({ ...line, habits: new Set(line.habits) })),
            habits: new Set(invoice.habits),
          };
          return [invoice, credit, anew];
        }),
    },
  ]),
  ...ofSlot<InvoicingHabit>('currency', [
    {
      key: 'in-euro',
      does: 'Invoices are in euro; the ledger and the report are in kroner.',
      leaves: 'The number says the invoice; lines are known by item and by their share of it.',
      invoice: (invoice) => {
        invoice.currency = 'EUR';
      },
    },
  ]),
];
