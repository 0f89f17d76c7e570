import { defineCheck } from '../check.ts';
import { cellPatch, fix } from '../fixes.ts';
import type { Line } from '../line.ts';
import { agreedPrice, amountRatio, isQuantityMoney, paidPriceOf, scaleOfPrice } from '../reading/line-arithmetic.ts';

/**
 * Returns patches that bring price and amount to the right order of magnitude; the amount only when it has the same
 * error.
 */
function patchesOf(line: Line, scale: number): ReturnType<typeof cellPatch> {
  const amount =
    Number.isNaN(line.unitPrice) || Math.abs(amountRatio(line) - 1) < 0.02
      ? cellPatch(line, 'amount', (line.amount / scale).toFixed(2))
      : [];
  return [
    ...(Number.isNaN(line.unitPrice) ? [] : cellPatch(line, 'unitPrice', (line.unitPrice / scale).toFixed(2))),
    ...amount,
  ];
}

export const priceScale = defineCheck({
  id: 'price-scale',
  class: 16,
  severity: 'confirm',
  needs: ['prices'],
  run: ({ plan, say }) => ({
    line: (line) => {
      const scale = scaleOfPrice(line, plan);
      if (scale === null || isQuantityMoney(line, plan)) return;
      const { each, role } = paidPriceOf(line);
      const agreed = Number(agreedPrice(line, plan)!.perUnit.toFixed(4));
      const expected = role === 'amount' ? (line.amount / scale).toFixed(2) : (each / scale).toFixed(2);
      say({
        line,
        role,
        expected,
        amount: line.amount - line.amount / scale,
        cause: String(scale),
        params: {
          price: Number(each.toFixed(4)),
          agreed,
          ...(scale > 1 ? { times: scale } : { part: Math.round(1 / scale) }),
        },
        fix: fix('use-scale', { value: Number(expected) }, patchesOf(line, scale)),
      });
    },
  }),
});
