import { defineCheck } from '../check.ts';
import { cellFix } from '../fixes.ts';

export const leadingZerosLost = defineCheck({
  id: 'leading-zeros-lost',
  class: 25,
  severity: 'confirm',
  needs: ['items'],
  roles: ['itemNumber'],
  run: ({ plan, say }) => ({
    line: (line) => {
      if (line.itemHow !== 'zeros') return;
      const [number, name] = [plan.items.number(line.item), plan.items.name(line.item)];
      say({ line, role: 'itemNumber', expected: number, params: { found: line.itemNumber, number, name }, cause: 'zeros', fix: cellFix('use-item', line, 'itemNumber', number, { name }) });
    },
  }),
});
