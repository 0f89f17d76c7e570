import { defineCheck } from '../check.ts';

export const buyerSucceeded = defineCheck({
  id: 'buyer-succeeded',
  class: 0,
  severity: 'info',
  run: ({ plan, say }) => ({
    line: (line) => {
      if (line.buyerHow !== 'succeeded' && line.buyerHow !== 'former-name') return;
      const buyer = plan.buyers.name(line.buyer);
      say({
        line,
        role: line.buyerRole,
        expected: buyer,
        params: { found: line.buyerText, buyer, since: line.buyerFound?.since ?? '' },
        cause: line.buyerText,
      });
    },
  }),
});
