import { defineCheck } from '../check.ts';
import { cellFix } from '../fixes.ts';

export const buyerSpelling = defineCheck({
  id: 'buyer-spelling',
  class: 36,
  severity: 'info',
  run: ({ plan, say }) => ({
    line: (line) => {
      if (line.buyerHow !== 'spelling') return;
      const [buyer, number] = [plan.buyers.name(line.buyer), plan.buyers.number(line.buyer) ?? ''];
      say({
        line, role: line.buyerRole, expected: buyer, params: { found: line.buyerText, buyer, number }, cause: line.buyerText,
        fix: cellFix('use-buyer-name', line, line.buyerRole, buyer),
      });
    },
  }),
});
