import { addDays, monthOf, quarterOf, weekday } from '../../../values/calendar.ts';
import type { ReportRow } from '../../latent/report-rows.ts';
import { ofSlot } from '../habit.ts';
import type { ReportField } from '../../cast/report-form.ts';
import type { ReportingHabit } from './reporting-habit.ts';

const week = (day: string): string => addDays(day, -((weekday(day) + 6) % 7));
const key = (...parts: (string | null)[]): string => parts.join('|');
const months = ['jan', 'feb', 'mars', 'april', 'mai', 'juni', 'juli', 'aug', 'sept', 'okt', 'nov', 'des'];
const named = ({ deliveredOn }: ReportRow): string => `Varekjøp ${months[Number(deliveredOn.slice(5, 7)) - 1]}`;
const noInvoice: readonly ReportField[] = ['invoiceNumber', 'invoiceLine', 'orderNumber', 'orderedOn'];
const noItem: readonly ReportField[] = [...noInvoice, 'itemNumber', 'gtin', 'quantity', 'unit', 'unitPrice'];

/**
 * Habits for aggregation: the lines that one report row sums. In a report of sums, all purchases of the same buyer and
 * days are in one row. Two equal purchases can then not be distinguished.
 */
export const sumHabits: readonly ReportingHabit[] = ofSlot<ReportingHabit>('sum', [
  {
    key: 'item-month',
    does: 'A row for each item, buyer and month.',
    leaves: 'Item and month say which lines.',
    loses: noInvoice,
    sum: (row) => key(row.buyer, row.itemNumber, monthOf(row.deliveredOn)),
  },
  {
    key: 'item-week',
    does: 'A row for each item, buyer and week.',
    leaves: 'Item and week say which lines.',
    loses: noInvoice,
    sum: (row) => key(row.buyer, row.itemNumber, week(row.deliveredOn), monthOf(row.deliveredOn)),
  },
  {
    key: 'item-site-month',
    does: 'A row for each item, place and month.',
    leaves: 'Item, place and month say which lines.',
    loses: noInvoice,
    sum: (row) => key(row.buyer, row.site, row.itemNumber, monthOf(row.deliveredOn)),
  },
  {
    key: 'item-quarter',
    does: 'A row for each item, buyer and quarter.',
    leaves: 'Item and quarter say which lines.',
    loses: noInvoice,
    sum: (row) => key(row.buyer, row.itemNumber, quarterOf(row.deliveredOn)),
  },
  {
    key: 'buyer-month',
    does: 'A row for each buyer and month.',
    leaves: 'Buyer and month; which lines only where everything of them is in it.',
    loses: [...noItem, 'site'],
    named,
    sum: (row) => key(row.buyer, monthOf(row.deliveredOn)),
  },
  {
    key: 'site-month',
    does: 'A row for each place and month.',
    leaves: 'Place and month; which lines only where everything of them is in it.',
    loses: noItem,
    named,
    sum: (row) => key(row.buyer, row.site, monthOf(row.deliveredOn)),
  },
  {
    key: 'buyer-week',
    does: 'A row for each buyer and week.',
    leaves: 'Buyer and week; which lines only where everything of them is in it.',
    loses: [...noItem, 'site'],
    named,
    sum: (row) => key(row.buyer, week(row.deliveredOn), monthOf(row.deliveredOn)),
  },
  {
    key: 'sum-of-invoice',
    does: 'A row for each invoice.',
    leaves: 'The number says the invoice.',
    loses: ['itemNumber', 'gtin', 'quantity', 'unit', 'unitPrice', 'invoiceLine'],
    named: () => 'Varer iflg. faktura',
    sum: (row) =>
      key(
        row.buyer,
        row.invoices[0]?.party.orgNumber ?? '',
        row.invoices[0]?.number ?? row.orderNumber,
        monthOf(row.deliveredOn),
      ),
    excludes: ['number'],
  },
  {
    key: 'category-month',
    does: 'A row for each kind of goods, buyer and month.',
    leaves: 'Kind and month; which lines only where accounts or names say the kind.',
    loses: [...noItem, 'site'],
    named: (row) => row.shares[0]?.delivery.goods.category.name ?? 'Varer',
    sum: (row) => key(row.buyer, row.shares[0]?.delivery.goods.category.key ?? '', monthOf(row.deliveredOn)),
  },
  {
    key: 'sum-of-order',
    does: 'A row for each order.',
    leaves: 'The order’s lines together.',
    loses: ['itemNumber', 'gtin', 'quantity', 'unit', 'unitPrice', 'invoiceLine'],
    named: () => 'Varer iflg. ordre',
    sum: (row) => key(row.buyer, row.orderNumber, String(row.amount < 0), monthOf(row.deliveredOn)),
  },
  {
    key: 'small-things-together',
    does: 'What is under 300 kroner is one row a month.',
    leaves: 'The large rows; of the small ones buyer and month.',
    loses: [...noItem, 'site'],
    named: () => 'Diverse småvarer',
    sum: (row) => (Math.abs(row.amount) < 30_000 ? key(row.buyer, monthOf(row.deliveredOn)) : null),
  },
]);
