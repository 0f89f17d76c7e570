import { defineCheck } from '../check.ts';
import { cellFix } from '../fixes.ts';
import { valueOf } from '../line.ts';

export const leadingZerosLost = defineCheck({
  id: 'leading-zeros-lost',
  class: 25,
  severity: 'confirm',
  needs: ['items'],
  roles: ['itemNumber'],
  run: ({ plan, say, tell }) => ({
    line: (line) => {
      if (line.itemHow !== 'zeros') return;
      const [number, name, found] = [
        plan.items.number(line.item),
        plan.items.name(line.item),
        valueOf(line, 'itemNumber'),
      ];
      if (line.itemProven)
        return tell({
          line,
          role: 'itemNumber',
          expected: number,
          params: { found, read: number, name },
          cause: 'zeros',
        });
      say({
        line,
        role: 'itemNumber',
        expected: number,
        params: { found, number, name },
        cause: 'zeros',
        fix: cellFix('use-item', line, 'itemNumber', number, { name }),
      });
    },
  }),
});
