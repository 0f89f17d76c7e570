import { defineCheck } from '../check.ts';

export const feeLine = defineCheck({
  id: 'fee-line',
  class: 58,
  severity: 'info',
  run: ({ say }) => ({
    line: (line) => {
      if (line.kind !== 'fee') return;
      const name = line.itemName || line.itemNumber;
      say({ line, role: line.itemName ? 'itemName' : 'itemNumber', params: { name }, cause: 'fee' });
    },
  }),
});
