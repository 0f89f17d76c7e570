import { defineCheck, numberParam } from '../check.ts';
import type { Line } from '../line.ts';
import type { Plan } from '../plan/plan.ts';
import { isInOtherCurrency, paidPriceOf, priceOfLine } from '../reading/line-arithmetic.ts';

/** Returns the average price paid per unit of each item in earlier reports (NOK). */
function earlierAveragePrices(plan: Plan): Map<string, number> {
  const sums = new Map<string, { quantity: number; amount: number }>();
  for (const { sums: table } of plan.context.earlier ?? []) {
    table?.item.forEach((item, at) => {
      const sum = sums.get(item) ?? { quantity: 0, amount: 0 };
      sums.set(item, {
        quantity: sum.quantity + Number(table.quantity[at]),
        amount: sum.amount + Number(table.amount[at]),
      });
    });
  }
  return new Map(
    [...sums].flatMap(([item, { quantity, amount }]) =>
      quantity > 0 && amount > 0 ? [[item, amount / quantity] as const] : [],
    ),
  );
}

/**
 * Returns whether the line has an agreed price. Other checks cover those; this one covers items without, for which only
 * earlier prices exist.
 */
function hasAgreedPrice(line: Line, plan: Plan): boolean {
  return line.item >= 0 && priceOfLine(line, plan).known;
}

export const priceJump = defineCheck({
  id: 'price-jump',
  class: 0,
  severity: 'confirm',
  needs: ['earlier'],
  params: { timesMin: 3 },
  run: ({ plan, params, say }) => {
    const earlier = earlierAveragePrices(plan);
    const timesMin = numberParam(params, 'timesMin');
    return {
      line: (line) => {
        const before = earlier.get(line.itemNumber);
        if (
          before === undefined ||
          line.kind === 'fee' ||
          line.kind === 'deposit' ||
          isInOtherCurrency(line) ||
          hasAgreedPrice(line, plan)
        )
          return;
        const { each, role } = paidPriceOf(line);
        const ratio = each / before;
        if (!(each > 0) || (ratio < timesMin && ratio > 1 / timesMin)) return;
        say({
          line,
          role,
          cause: line.itemNumber,
          params: {
            item: line.itemName || line.itemNumber,
            price: Number(each.toFixed(4)),
            before: Number(before.toFixed(2)),
            ...(ratio > 1 ? { times: Number(ratio.toFixed(1)) } : { part: Number((1 / ratio).toFixed(1)) }),
            ...(line.unit !== null && { unit: line.unit }),
          },
        });
      },
    };
  },
});
