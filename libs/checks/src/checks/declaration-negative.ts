import { defineCheck } from '../check.ts';
import { declarationsByItem, oncePerItem } from '../reading/declarations.ts';

export const declarationNegative = defineCheck({
  id: 'declaration-negative',
  class: 71,
  severity: 'confirm',
  needs: ['declarations'],
  run: ({ plan, say }) => {
    const byItem = declarationsByItem(plan);
    const { declarations } = plan.context;
    return {
      line: oncePerItem((line) => {
        const at = byItem.get(line.item)?.find((row) => Number(declarations!.value?.[row] ?? 0) < 0);
        if (at === undefined) return false;
        const number = declarations!.number[at]!;
        say({
          line,
          role: 'itemNumber',
          expected: '≥ 0',
          params: {
            number,
            value: Number(declarations!.value![at]),
            unit: declarations!.unit[at]!,
            item: line.itemName || line.itemNumber,
          },
          cause: number,
        });
        return true;
      }),
    };
  },
});
