import { defineCheck } from '../check.ts';

export const buyerSplit = defineCheck({
  id: 'buyer-split',
  class: 0,
  severity: 'confirm',
  run: ({ plan, say }) => ({
    line: (line) => {
      if (line.buyerHow !== 'divided') return;
      const successors = (line.buyerFound?.among ?? []).map((buyer) => plan.buyers.name(buyer)).join(', ');
      say({
        line,
        role: line.buyerRole,
        expected: successors,
        params: { found: line.buyerText, successors, since: line.buyerFound?.since ?? '' },
        cause: line.buyerText,
      });
    },
  }),
});
