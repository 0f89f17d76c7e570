import { defineCheck } from '../check.ts';

export const depositLine = defineCheck({
  id: 'deposit-line',
  class: 59,
  severity: 'info',
  run: ({ say }) => ({
    line: (line) => {
      if (line.kind !== 'deposit') return;
      const name = line.itemName || line.itemNumber;
      say({ line, role: line.itemName ? 'itemName' : 'itemNumber', params: { name }, cause: 'deposit' });
    },
  }),
});
