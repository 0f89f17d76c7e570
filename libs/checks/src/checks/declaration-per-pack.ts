import { defineCheck } from '../check.ts';
import { declarationsByItem, declaredPack, oncePerItem } from '../reading/declarations.ts';

export const declarationPerPack = defineCheck({
  id: 'declaration-per-pack',
  class: 73,
  severity: 'confirm',
  needs: ['declarations'],
  roles: ['unit'],
  run: ({ plan, say }) => {
    const byItem = declarationsByItem(plan);
    const { declarations } = plan.context;
    return {
      line: oncePerItem((line) => {
        const at =
          line.unit === 'stk'
            ? byItem.get(line.item)?.find((row) => declaredPack(declarations!.unit[row]!) !== null)
            : undefined;
        if (at === undefined) return false;
        const [number, declared] = [declarations!.number[at]!, declarations!.unit[at]!];
        const { pieces } = declaredPack(declared)!;
        say({
          line,
          role: 'unit',
          expected: declared,
          params: { number, declared, pieces, unit: line.unitText, item: line.itemName || line.itemNumber },
          cause: number,
        });
        return true;
      }),
    };
  },
});
