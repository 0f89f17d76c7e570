import { defineCheck, numberParam } from '../check.ts';
import type { Plan } from '../plan/plan.ts';

/** Returns the largest delivery per item to any buyer; the largest monthly sum when the digest lacks it. */
function largestEarlier(plan: Plan): Map<string, number> {
  const largest = new Map<string, number>();
  for (const { sums } of plan.context.earlier ?? []) {
    sums?.item.forEach((item, at) =>
      largest.set(item, Math.max(largest.get(item) ?? 0, Number(sums.largest?.[at] ?? sums.quantity[at]))),
    );
  }
  return largest;
}

export const extremeQuantity = defineCheck({
  id: 'extreme-quantity',
  class: 64,
  severity: 'confirm',
  needs: ['earlier'],
  roles: ['quantity'],
  params: { timesMin: 10 },
  run: ({ plan, params, say }) => {
    const largest = largestEarlier(plan);
    const timesMin = numberParam(params, 'timesMin');
    return {
      line: (line) => {
        const before = largest.get(line.itemNumber);
        const agreed = line.item < 0 ? null : plan.units.priceUnit(line.item);
        // Digests are in the agreed unit; a line in pieces of a pack is converted first.
        const factor =
          agreed === null || line.unit === null ? 1 : (plan.units.factor(line.item, line.unit, agreed) ?? 1);
        const quantity = line.quantity * factor;
        if (!before || !(quantity >= before * timesMin)) return;
        const buyer = line.buyer >= 0 ? plan.buyers.name(line.buyer) : line.buyerText;
        say({
          line,
          role: 'quantity',
          expected: `≤ ${before}`,
          cause: line.itemNumber,
          params: {
            quantity: line.quantity,
            item: line.itemName || line.itemNumber,
            buyer,
            times: Math.floor(quantity / before),
            largest: before,
          },
        });
      },
    };
  },
});
