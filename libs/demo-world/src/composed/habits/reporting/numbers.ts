import { ofSlot } from '../habit.ts';
import type { ReportRow } from '../../latent/report-rows.ts';
import type { ReportingHabit } from './reporting-habit.ts';

/** Changes the invoice number, if there is one. */
const changeNumber =
  (change: (number: string, row: ReportRow) => string | null) =>
  (row: ReportRow): boolean => {
    if (row.invoiceNumber === null) return false;
    row.invoiceNumber = change(row.invoiceNumber, row);
    return true;
  };

const withSpaces = (number: string): string => number.replace(/(\d)(?=(\d{3})+$)/g, '$1 ');

/** Habits for invoice numbers in a report. */
export const reportNumberHabits: readonly ReportingHabit[] = ofSlot<ReportingHabit>('number', [
  {
    key: 'no-numbers',
    does: 'No invoice numbers.',
    leaves: 'Item, amount and day say the line.',
    without: ['invoiceNumber', 'invoiceLine'],
    row: changeNumber(() => null),
  },
  {
    key: 'some-numbers',
    does: 'Many rows have no invoice number.',
    leaves: 'Item, amount and day say those lines.',
    strength: [0.3, 0.7],
    row: (row, { draw, strength }) => {
      if (row.invoiceNumber === null || !draw.chance(strength)) return false;
      row.invoiceNumber = null;
      row.invoiceLine = null;
      return true;
    },
  },
  {
    key: 'prefixed',
    does: 'The report puts letters before numbers that the invoice does not have.',
    leaves: 'The number, once the letters are seen to be the supplier’s own.',
    row: changeNumber((number) => `F-${number}`),
  },
  {
    key: 'suffixed',
    does: 'The row of the invoice stands behind its number.',
    leaves: 'The number, once the row is seen to be one.',
    without: ['invoiceLine'],
    row: changeNumber((number, { invoiceLine }) => `${number}/${invoiceLine ?? 1}`),
  },
  {
    key: 'zeros-before',
    does: 'Numbers are filled up with zeros to ten.',
    leaves: 'The number.',
    row: changeNumber((number) => number.padStart(10, '0')),
  },
  {
    key: 'spaces-within',
    does: 'Numbers are written with spaces, as amounts are.',
    leaves: 'The number.',
    row: changeNumber(withSpaces),
  },
  {
    key: 'digits-only',
    does: 'Letters and signs of numbers are left out.',
    leaves: 'The number, where nothing but signs is lost.',
    row: changeNumber((number) => number.replaceAll(/\D/g, '')),
  },
  {
    key: 'last-four',
    does: 'Only the last four of a number.',
    leaves: 'A part of the number, which several invoices may share.',
    row: changeNumber((number) => number.slice(-4)),
  },
  {
    key: 'order-for-invoice',
    does: 'The order’s number stands where the invoice’s should.',
    leaves: 'The order, where the invoice names it.',
    row: (row) => {
      row.invoiceNumber = row.orderNumber;
      row.invoiceLine = null;
    },
  },
  {
    key: 'credit-has-original',
    needs: 'sent-back',
    does: 'What was given back has the number of the invoice, not the credit note.',
    leaves: 'Item and amount say the credit note’s line.',
    row: (row) => {
      const corrects = row.invoices[0]?.corrects;
      if (!corrects || row.amount >= 0) return false;
      row.invoiceNumber = corrects.number;
      row.invoiceLine = null;
      return true;
    },
  },
]);
