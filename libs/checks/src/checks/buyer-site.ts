import { defineCheck } from '../check.ts';

export const buyerSite = defineCheck({
  id: 'buyer-site',
  class: 35,
  severity: 'info',
  run: ({ plan, say }) => ({
    line: (line) => {
      if (line.buyerHow !== 'site') return;
      const buyer = plan.buyers.name(line.buyer);
      say({
        line,
        role: line.buyerRole,
        expected: buyer,
        params: { found: line.buyerText, buyer },
        cause: line.buyerText,
      });
    },
  }),
});
