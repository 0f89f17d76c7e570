import { defineCheck, numberParam } from '../check.ts';
import type { DeclarationTable } from '../context.ts';
import { declarationsByItem, oncePerItem } from '../reading/declarations.ts';

/** Returns the total of a declaration and the sum of its parts; null when one of them is not stated. */
function sumOf(
  { total, fossil, biogenic, landUse }: DeclarationTable,
  at: number,
): { total: number; sum: number; size: number } | null {
  const [whole, ...parts] = [total, fossil, biogenic, landUse].map((column) => column?.[at] ?? null);
  if (whole === null || parts.includes(null)) return null;
  const numbers = parts.map(Number);
  return {
    total: Number(whole),
    sum: numbers.reduce((so, part) => so + part, 0),
    size: Math.max(Math.abs(Number(whole)), ...numbers.map(Math.abs)),
  };
}

export const declarationSum = defineCheck({
  id: 'declaration-sum',
  class: 70,
  severity: 'confirm',
  needs: ['declarations'],
  params: { tolerancePercent: 1 },
  run: ({ plan, params, say }) => {
    const byItem = declarationsByItem(plan);
    const { declarations } = plan.context;
    return {
      line: oncePerItem((line) => {
        for (const at of byItem.get(line.item) ?? []) {
          const stated = sumOf(declarations!, at);
          if (
            !stated ||
            Math.abs(stated.total - stated.sum) <= (stated.size * numberParam(params, 'tolerancePercent')) / 100
          )
            continue;
          const number = declarations!.number[at]!;
          say({
            line,
            role: 'itemNumber',
            expected: String(Number(stated.sum.toFixed(6))),
            params: { number, total: stated.total, sum: stated.sum, item: line.itemName || line.itemNumber },
            cause: number,
          });
          return true;
        }
        return false;
      }),
    };
  },
});
