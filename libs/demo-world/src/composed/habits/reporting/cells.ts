import { addDays, monthOf } from '../../../values/calendar.ts';
import { vatPercentOf } from '../../latent/invoices.ts';
import type { ReportRow } from '../../latent/report-rows.ts';
import { ofSlot } from '../habit.ts';
import type { ReportingHabit } from './reporting-habit.ts';

const share = (ore: number, up: number, down: number): number =>
  Math.sign(ore) * Math.round((Math.abs(ore) * up) / down);
const lastOf = (day: string): string => addDays(`${monthOf(addDays(`${monthOf(day)}-28`, 4))}-01`, -1);

/** Changes the amount. The unit price changes in proportion, as in a real system. */
function changeAmount(change: (row: ReportRow) => number, alsoPrice = true) {
  return (row: ReportRow): void => {
    const before = row.amount;
    row.amount = change(row);
    if (row.unitPrice !== null && before !== 0 && alsoPrice)
      row.unitPrice = Math.round((row.unitPrice * row.amount) / before);
  };
}

const rounded =
  (step: number) =>
  (row: ReportRow): number =>
    share(row.amount, 1, step) * step;

/** Habits for the cells of a report row: items, amounts, dates. */
export const cellHabits: readonly ReportingHabit[] = [
  ...ofSlot<ReportingHabit>('item', [
    {
      key: 'texts-only',
      does: 'Names of items and no numbers.',
      leaves: 'The name and the amount say the item.',
      without: ['itemNumber', 'gtin'],
      row: (row) => {
        if (row.itemNumber === null) return false;
        row.itemNumber = null;
        row.gtin = null;
        return true;
      },
    },
    {
      key: 'own-words',
      does: 'Names of its own making, and no numbers.',
      leaves: 'The amount says the item.',
      without: ['itemNumber', 'gtin'],
      row: (row) => {
        if (row.itemNumber === null) return false;
        row.itemName = row.itemName
          .split(' ')
          .toReversed()
          .join(' ')
          .replaceAll(/[aeiouyæøå](?=\w)/g, '')
          .slice(0, 14);
        row.itemNumber = null;
        row.gtin = null;
        return true;
      },
    },
    {
      key: 'gtin-only',
      does: 'GTIN and no item numbers.',
      leaves: 'The GTIN says the item, where the invoice has it.',
      without: ['itemNumber'],
      row: (row) => {
        if (row.itemNumber === null) return false;
        row.itemNumber = null;
        return true;
      },
    },
    {
      key: 'zeros-lost',
      does: 'Item numbers have lost their leading zeros.',
      leaves: 'The number.',
      row: (row) => {
        if (!row.itemNumber?.startsWith('0')) return false;
        row.itemNumber = row.itemNumber.replace(/^0+/, '');
        return true;
      },
    },
    {
      key: 'numbers-suffixed',
      does: 'Item numbers have the unit behind them.',
      leaves: 'The number, once the unit is seen to be one.',
      row: (row) => {
        if (row.itemNumber === null) return false;
        row.itemNumber = `${row.itemNumber}-${(row.unit ?? 'stk').toUpperCase()}`;
        return true;
      },
    },
  ]),
  ...ofSlot<ReportingHabit>('price', [
    {
      key: 'no-prices',
      does: 'No prices.',
      leaves: 'The amount.',
      without: ['unitPrice'],
      row: (row) => {
        row.unitPrice = null;
      },
    },
    {
      key: 'no-quantities',
      does: 'Amounts alone, without quantities and prices.',
      leaves: 'The amount.',
      without: ['quantity', 'unit', 'unitPrice'],
      row: (row) => {
        Object.assign(row, { unitPrice: null, quantity: null, unit: null });
      },
    },
  ]),
  ...ofSlot<ReportingHabit>('amount', [
    {
      key: 'with-vat',
      does: 'Amounts with VAT, and no prices that would give it away.',
      leaves: 'The amount less VAT.',
      without: ['unitPrice'],
      excludes: ['price'],
      row: (row) => {
        row.unitPrice = null;
        row.amount = share(row.amount, 100 + vatPercentOf(row), 100);
      },
    },
    {
      key: 'less-bonus',
      does: 'Amounts less a bonus that is paid once a year.',
      leaves: 'The amount, once the share is seen.',
      strength: [2, 8],
      row: (row, { strength }) => changeAmount(({ amount }) => share(amount, 100 - Math.round(strength), 100))(row),
    },
    {
      key: 'list-prices',
      does: 'Amounts before the discount that the invoice takes off.',
      leaves: 'The amount, once the share is seen.',
      without: ['unitPrice'],
      excludes: ['price'],
      strength: [5, 20],
      row: (row, { strength }) => {
        row.unitPrice = null;
        row.amount = share(row.amount, 100, 100 - Math.round(strength));
      },
    },
    {
      key: 'whole-kroner',
      does: 'Amounts in whole kroner.',
      leaves: 'The amount to half a krone.',
      row: changeAmount(rounded(100), false),
    },
    {
      key: 'whole-tens',
      does: 'Amounts in whole tens of kroner, without prices.',
      leaves: 'The amount to five kroner.',
      without: ['unitPrice'],
      excludes: ['price'],
      row: (row) => {
        row.unitPrice = null;
        row.amount = rounded(1000)(row);
      },
    },
    {
      key: 'freight-within',
      needs: 'freight-line',
      does: 'The invoice’s fees are spread over the rows.',
      leaves: 'The invoice’s sum.',
      without: ['unitPrice'],
      excludes: ['price'],
      row: (row) => {
        const invoice = row.invoices[0];
        if (!invoice || row.amount <= 0) return false;
        const fees =
          invoice.charge + invoice.lines.reduce((sum, { kind, amount }) => sum + (kind === 'fee' ? amount : 0), 0);
        const goods = invoice.lines.reduce((sum, { shares }) => sum + shares.reduce((all, { ore }) => all + ore, 0), 0);
        if (fees === 0 || goods <= 0) return false;
        row.unitPrice = null;
        row.amount += Math.round((fees * row.amount) / goods);
        return true;
      },
    },
  ]),
  ...ofSlot<ReportingHabit>('day', [
    {
      key: 'days-of-order',
      does: 'The day of the order for that of delivery.',
      leaves: 'Days some days early.',
      row: (row) => {
        if (row.orderedOn === null) return false;
        row.deliveredOn = row.orderedOn;
        return true;
      },
    },
    {
      key: 'days-of-invoice',
      does: 'The day of the invoice for that of delivery.',
      leaves: 'The invoice’s day.',
      row: (row) => {
        const on = row.invoices[0]?.issuedOn;
        if (!on) return false;
        row.deliveredOn = on;
        return true;
      },
    },
    {
      key: 'days-late',
      does: 'Days are as many too late, always.',
      leaves: 'Days once the shift is seen.',
      strength: [5, 20],
      row: (row, { strength }) => {
        row.deliveredOn = addDays(row.deliveredOn, Math.round(strength));
      },
    },
    {
      key: 'month-late',
      does: 'What is delivered in a month is reported as of the next.',
      leaves: 'Days once the shift is seen.',
      row: (row) => {
        row.deliveredOn = addDays(lastOf(row.deliveredOn), 1);
      },
    },
    {
      key: 'days-month-later',
      does: 'Days are a month too late.',
      leaves: 'Days once the shift is seen.',
      row: (row) => {
        row.deliveredOn = addDays(row.deliveredOn, 30);
      },
    },
    {
      key: 'end-of-month',
      does: 'All days are the last of the month.',
      leaves: 'The month.',
      row: (row) => {
        row.deliveredOn = lastOf(row.deliveredOn);
      },
    },
    {
      key: 'days-of-payment',
      does: 'The day the invoice was paid for that of delivery.',
      leaves: 'Days a month or more late, each by its own.',
      row: (row, { draw }) => {
        const on = row.invoices[0]?.issuedOn;
        if (!on) return false;
        row.deliveredOn = addDays(on, draw.int(20, 40));
        return true;
      },
    },
  ]),
  ...ofSlot<ReportingHabit>('buyer', [
    {
      key: 'place-for-buyer',
      does: 'The place stands where the buyer should.',
      leaves: 'The place says the buyer.',
      without: ['site'],
      row: (row) => {
        if (row.site === null) return false;
        row.buyer = row.site;
        row.site = null;
        return true;
      },
    },
    {
      key: 'buyer-capitals',
      does: 'Names of buyers in capitals and shortened.',
      leaves: 'The buyer.',
      row: (row) => {
        row.buyer = row.buyer.toUpperCase().replace(' KOMMUNE', ' KOMM.');
      },
    },
  ]),
];
