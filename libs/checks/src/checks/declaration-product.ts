import { defineCheck } from '../check.ts';
import { normaliseItemName } from '../plan/item-index.ts';
import { declarationsByItem, oncePerItem } from '../reading/declarations.ts';

/** Returns the first five letters of the significant words: "kontorstol" and "kontorstoler" become equal. */
function stems(name: string): string[] {
  return normaliseItemName(name)
    .split(' ')
    .filter((word) => word.length >= 4)
    .map((word) => word.slice(0, 5));
}

export const declarationProduct = defineCheck({
  id: 'declaration-product',
  class: 69,
  severity: 'confirm',
  needs: ['declarations'],
  run: ({ plan, say }) => {
    const byItem = declarationsByItem(plan);
    const { declarations } = plan.context;
    return {
      line: oncePerItem((line) => {
        const rows = byItem.get(line.item);
        if (!rows) return false;
        const item = stems(`${plan.items.name(line.item)} ${line.itemName}`);
        const strange = rows.find((at) => {
          const product = stems(declarations!.product[at]!);
          return product.length > 0 && item.length > 0 && !product.some((stem) => item.includes(stem));
        });
        if (strange === undefined) return false;
        const [number, product] = [declarations!.number[strange]!, declarations!.product[strange]!];
        say({
          line,
          role: 'itemName',
          expected: product,
          params: { number, product, item: plan.items.name(line.item) || line.itemName },
          cause: number,
        });
        return true;
      }),
    };
  },
});
