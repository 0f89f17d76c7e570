import { defineCheck } from '../check.ts';
import { fix } from '../fixes.ts';

export const buyerHomonym = defineCheck({
  id: 'buyer-homonym',
  class: 37,
  severity: 'confirm',
  run: ({ plan, say }) => ({
    line: (line) => {
      if (line.buyerHow !== 'homonym') return;
      const [buyer, number] = [plan.buyers.name(line.buyer), plan.buyers.number(line.buyer) ?? ''];
      say({
        line,
        role: line.buyerRole,
        expected: `${buyer} ${number}`.trim(),
        params: { found: line.buyerText, buyer, number },
        cause: line.buyerText,
        fix: fix('same-buyer', { found: line.buyerText, buyer, number }, [
          { set: 'buyer', text: line.buyerText, buyer: plan.buyers.key(line.buyer) },
        ]),
      });
    },
  }),
});
