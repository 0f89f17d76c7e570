import { defineCheck } from '../check.ts';
import { memoiseText } from '@tallgrunn/tabular';

export const itemGtinDiffer = defineCheck({
  id: 'item-gtin-differ',
  class: 0,
  severity: 'confirm',
  needs: ['items'],
  roles: ['itemNumber', 'gtin'],
  run: ({ plan, say }) => {
    const itemOf = memoiseText((gtin) => ({ found: plan.items.find('', gtin, '') }));
    return {
      line: (line) => {
        if (
          line.gtin === '' ||
          line.item < 0 ||
          line.itemHow === 'gtin' ||
          line.itemHow === 'name' ||
          line.itemHow === 'suffix'
        )
          return;
        const { found } = itemOf(line.gtin);
        if (found?.how !== 'gtin' || found.item === line.item) return;
        const [number, other] = [plan.items.number(line.item), plan.items.number(found.item)];
        say({
          line,
          role: 'gtin',
          cause: `${number} ${other}`,
          params: { number, name: plan.items.name(line.item), other, otherName: plan.items.name(found.item) },
        });
      },
    };
  },
});
