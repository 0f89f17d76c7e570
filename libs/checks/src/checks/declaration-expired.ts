import { defineCheck } from '../check.ts';
import { declarationsByItem, oncePerItem } from '../reading/declarations.ts';

export const declarationExpired = defineCheck({
  id: 'declaration-expired',
  class: 68,
  severity: 'confirm',
  needs: ['declarations'],
  run: ({ plan, say }) => {
    const byItem = declarationsByItem(plan);
    const { declarations } = plan.context;
    return {
      line: oncePerItem((line) => {
        const rows = byItem.get(line.item);
        if (!rows || line.date === '') return false;
        const validTo = rows.map((at) => declarations!.validTo[at]).sort();
        const last = validTo.at(-1);
        if (validTo.includes(null) || !last || last >= line.date) return false;
        const number = declarations!.number[rows.find((at) => declarations!.validTo[at] === last)!]!;
        say({
          line,
          role: line.dateRole,
          expected: `≤ ${last}`,
          params: { number, date: last, item: line.itemName || line.itemNumber },
          cause: number,
        });
        return true;
      }),
    };
  },
});
