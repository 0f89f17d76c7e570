import { defineCheck } from '../check.ts';
import { isQuantityMoney } from '../reading/line-arithmetic.ts';

export const quantityAsMoney = defineCheck({
  id: 'quantity-as-money',
  class: 56,
  severity: 'confirm',
  roles: ['quantity', 'amount'],
  run: ({ plan, say }) => ({
    line: (line) => {
      if (isQuantityMoney(line, plan))
        say({ line, role: 'quantity', params: { quantity: line.quantity }, cause: 'quantity' });
    },
  }),
});
