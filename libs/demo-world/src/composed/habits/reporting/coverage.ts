import { addDays, monthOf } from '../../../values/calendar.ts';
import type { InvoiceLine } from '../../latent/invoices.ts';
import type { ReportRow } from '../../latent/report-rows.ts';
import { ofSlot } from '../habit.ts';
import type { ReportingHabit } from './reporting-habit.ts';

const feeRow = (
  row: ReportRow,
  { name, amount, id, itemNumber }: Pick<InvoiceLine, 'name' | 'amount' | 'id' | 'itemNumber'>,
): ReportRow => ({
  ...row,
  kind: 'fee',
  itemNumber,
  gtin: null,
  itemName: name,
  quantity: amount < 0 ? -1000 : 1000,
  unit: 'stk',
  unitPrice: Math.abs(amount),
  amount,
  invoiceLine: id,
  shares: [],
  habits: new Set(['fees-reported']),
});

/** Habits for the completeness of reports. */
export const coverageHabits: readonly ReportingHabit[] = [
  ...ofSlot<ReportingHabit>('coverage', [
    {
      key: 'forgets-lines',
      does: 'Some rows are forgotten.',
      leaves: 'Booked and truly not reported.',
      strength: [0.02, 0.08],
      rows: (rows, { draw, strength }) => rows.filter(() => !draw.chance(strength)),
    },
    {
      key: 'forgets-place',
      does: 'One place is never reported.',
      leaves: 'Booked and truly not reported.',
      rows: (rows, { draw }) => {
        const left = draw.pick([...new Set(rows.map(({ site }) => site))].sort());
        return rows.filter(({ site }) => site !== left);
      },
    },
    {
      key: 'forgets-month',
      does: 'One month is missing for one buyer.',
      leaves: 'Booked and truly not reported.',
      rows: (rows, { draw }) => {
        const [month, buyer] = [
          draw.pick([...new Set(rows.map(({ deliveredOn }) => monthOf(deliveredOn)))].sort()),
          draw.pick([...new Set(rows.map(({ buyer }) => buyer))].sort()),
        ];
        return rows.filter((row) => monthOf(row.deliveredOn) !== month || row.buyer !== buyer);
      },
    },
    {
      key: 'returns-not-reported',
      needs: 'sent-back',
      does: 'What is given back is not reported.',
      leaves: 'The credit note is truly not reported.',
      rows: (rows) => rows.filter(({ amount }) => amount > 0),
    },
    {
      key: 'returns-taken-off',
      needs: 'sent-back',
      does: 'What is given back is taken off the row it was sold on.',
      leaves: 'The row holds the sale and the return.',
      rows: (rows) => {
        const back = new Map(
          rows
            .filter(({ shares }) => shares[0]?.delivery.returns)
            .map((row) => [row.shares[0]?.delivery.returns?.id, row]),
        );
        return rows
          .filter(({ shares }) => !shares[0]?.delivery.returns)
          .map((row) => {
            const own = back.get(row.shares[0]?.delivery.id);
            if (!own) return row;
            return {
              ...row,
              amount: row.amount + own.amount,
              quantity: (row.quantity ?? 0) + (own.quantity ?? 0),
              shares: [...row.shares, ...own.shares],
              invoices: [...row.invoices, ...own.invoices],
              habits: new Set([...row.habits, 'returns-taken-off']),
            };
          })
          .filter(({ amount }) => amount !== 0);
      },
    },
    {
      key: 'late-rows',
      does: 'Some rows come a quarter late, with a day in it.',
      leaves: 'The number; or item and amount far from their day.',
      strength: [0.03, 0.1],
      rows: (rows, { draw, strength }) =>
        rows.map((row) =>
          draw.chance(strength)
            ? { ...row, deliveredOn: addDays(row.deliveredOn, 90), habits: new Set([...row.habits, 'late-rows']) }
            : row,
        ),
    },
    {
      key: 'reports-twice',
      does: 'Some rows are reported once more a month later.',
      leaves: 'One of the two is booked.',
      strength: [0.02, 0.06],
      rows: (rows, { draw, strength }) =>
        rows.flatMap((row) =>
          draw.chance(strength)
            ? [
                row,
                {
                  ...row,
                  deliveredOn: addDays(row.deliveredOn, 30),
                  habits: new Set([...row.habits, 'reports-twice']),
                },
              ]
            : [row],
        ),
    },
  ]),
  ...ofSlot<ReportingHabit>('fees', [
    {
      key: 'fees-reported',
      needs: 'freight-line',
      does: 'Freight and fees are rows.',
      leaves: 'A fee on both sides.',
      rows: (rows) => {
        const seen = new Set<unknown>();
        return rows.flatMap((row) => {
          const invoice = row.invoices[0];
          if (!invoice || seen.has(invoice)) return [row];
          seen.add(invoice);
          return [
            row,
            ...invoice.lines.filter(({ kind }) => kind === 'fee').map((line) => feeRow(row, line)),
            ...(invoice.charge > 0
              ? [feeRow(row, { name: 'Frakt', amount: invoice.charge, id: '', itemNumber: null })]
              : []),
          ];
        });
      },
    },
  ]),
];
