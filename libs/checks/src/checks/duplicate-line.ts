import { defineCheck } from '../check.ts';
import { fix } from '../fixes.ts';
import type { Line } from '../line.ts';
import { valueOf } from '../line.ts';
import { FirstSeen } from '../reading/compact-set.ts';

/** Everything that tells two deliveries apart. A line that says neither item nor amount is no line to compare. */
function sameAs(line: Line): string {
  // two places of one buyer, each under its own name, are two customers
  const who = `${line.buyer}|${line.buyerText}`;
  const numbers = `${line.quantity}|${line.unitPrice}|${line.amount}`;
  const papers = `${valueOf(line, 'invoiceNumber')}|${valueOf(line, 'invoiceLine')}|${valueOf(line, 'orderNumber')}|${valueOf(line, 'site')}`;
  return `${line.itemNumber}|${line.gtin}|${line.itemNumber === '' ? line.itemName : ''}|${who}|${line.date}|${line.unit ?? line.unitText}|${numbers}|${papers}`;
}

export const duplicateLine = defineCheck({
  id: 'duplicate-line',
  class: 46,
  severity: 'confirm',
  run: ({ say }) => {
    const first = new FirstSeen();
    const sheets: string[] = [];
    return {
      line: (line) => {
        if (line.itemNumber === '' && line.gtin === '' && line.itemName === '') return;
        const { index, name } = line.sheet;
        sheets[index] = name;
        const before = first.seen(sameAs(line), index, line.row);
        if (!before || (before.sheet === index && before.row === line.row)) return;
        say({
          line, found: null, expected: null, params: { row: line.row, other: before.row, sheet: before.sheet === index ? '' : (sheets[before.sheet] ?? '') }, cause: 'duplicate',
          fix: fix('leave-out', { row: line.row }, [{ set: 'leave-out', sheet: name, row: line.row }]),
        });
      },
    };
  },
});
