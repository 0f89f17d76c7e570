import { defineCheck, numberParam } from '../check.ts';
import { cellFix } from '../fixes.ts';
import { isInOtherCurrency, isQuantityMoney, looksVatIncluded, roundingSlack } from '../reading/line-arithmetic.ts';

export const amountDiffers = defineCheck({
  id: 'amount-differs',
  class: 56,
  severity: 'confirm',
  params: { tolerance: 0 },
  roles: ['quantity', 'unitPrice', 'amount'],
  run: ({ plan, params, say }) => {
    const tolerance = numberParam(params, 'tolerance');
    const vat = plan.terms.vat === 'excluded';
    return {
      line: (line) => {
        const product = line.unitPrice * line.quantity;
        const difference = line.amount - product;
        if (
          !(Math.abs(difference) > tolerance) ||
          Math.abs(difference) <= roundingSlack(line) ||
          line.unitPrice < 0 ||
          isInOtherCurrency(line) ||
          isQuantityMoney(line, plan)
        )
          return;
        if (vat && (looksVatIncluded(line, 25, plan) === 'amount' || looksVatIncluded(line, 15, plan) === 'amount'))
          return;
        const expected = product.toFixed(2);
        say({
          line,
          role: 'amount',
          expected,
          amount: difference,
          params: { amount: line.amount, product, difference },
          cause: 'amount',
          fix: cellFix('use-product', line, 'amount', expected),
        });
      },
    };
  },
});
