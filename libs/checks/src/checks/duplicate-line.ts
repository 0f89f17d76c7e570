import { defineCheck } from '../check.ts';
import { fix } from '../fixes.ts';
import type { Line } from '../line.ts';
import { valueOf } from '../line.ts';
import { FirstOccurrences, PartsHash } from '../reading/compact-set.ts';

/** Hashes all fields that distinguish two deliveries. A line with neither item nor amount is not compared. */
function hashLine(line: Line, hash: PartsHash): PartsHash {
  hash
    .begin()
    .text(line.itemNumber)
    .text(line.gtin)
    .text(line.itemNumber === '' ? line.itemName : '')
    .text(line.date)
    .text(line.unit ?? line.unitText);
  // two sites of one buyer, each under its own name, are different customers
  hash.number(line.buyer).text(line.buyerText);
  hash.number(line.quantity).number(line.unitPrice).number(line.amount);
  return hash
    .text(valueOf(line, 'invoiceNumber'))
    .text(valueOf(line, 'invoiceLine'))
    .text(valueOf(line, 'orderNumber'))
    .text(valueOf(line, 'site'));
}

export const duplicateLine = defineCheck({
  id: 'duplicate-line',
  class: 46,
  severity: 'confirm',
  run: ({ say }) => {
    const first = new FirstOccurrences();
    const hash = new PartsHash();
    const sheets: string[] = [];
    return {
      line: (line) => {
        if (line.itemNumber === '' && line.gtin === '' && line.itemName === '') return;
        const { index, name } = line.sheet;
        sheets[index] = name;
        const before = first.findOrRecord(hashLine(line, hash), index, line.row);
        if (!before || (before.sheet === index && before.row === line.row)) return;
        say({
          line,
          found: null,
          expected: null,
          params: {
            row: line.row,
            other: before.row,
            sheet: before.sheet === index ? '' : (sheets[before.sheet] ?? ''),
          },
          cause: 'duplicate',
          fix: fix('leave-out', { row: line.row }, [{ set: 'leave-out', sheet: name, row: line.row }]),
        });
      },
    };
  },
});
