import { defineCheck } from '../check.ts';
import { cellPatch, fix } from '../fixes.ts';

export const negativePrice = defineCheck({
  id: 'negative-price',
  class: 24,
  severity: 'blocksRow',
  mayBeRight: true,
  roles: ['unitPrice'],
  run: ({ say }) => ({
    line: (line) => {
      // A negative price with a negative quantity would turn a credit into a sale.
      if (!(line.unitPrice < 0) || line.kind === 'fee' || line.kind === 'deposit') return;
      const asCredit = Number.isNaN(line.quantity)
        ? []
        : [
            ...cellPatch(line, 'unitPrice', String(-line.unitPrice)),
            ...cellPatch(line, 'quantity', String(-Math.abs(line.quantity))),
          ];
      say({
        line,
        role: 'unitPrice',
        params: { price: line.unitPrice },
        cause: 'price',
        fix: fix('make-credit', {}, asCredit),
      });
    },
  }),
});
