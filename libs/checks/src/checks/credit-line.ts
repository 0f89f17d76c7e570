import { defineCheck } from '../check.ts';

export const creditLine = defineCheck({
  id: 'credit-line',
  class: 22,
  severity: 'info',
  run: ({ say }) => ({
    line: (line) => {
      if (line.kind !== 'credit' || line.unitPrice < 0) return;
      say({
        line,
        role: Number.isNaN(line.quantity) ? 'amount' : 'quantity',
        params: { quantity: line.quantity || '', item: line.itemName || line.itemNumber },
      });
    },
  }),
});
