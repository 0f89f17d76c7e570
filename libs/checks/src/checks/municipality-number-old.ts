import { defineCheck } from '../check.ts';

export const municipalityNumberOld = defineCheck({
  id: 'municipality-number-old',
  class: 38,
  severity: 'info',
  run: ({ plan, say }) => ({
    line: (line) => {
      if (line.buyerHow !== 'former-number') return;
      const [buyer, number] = [plan.buyers.name(line.buyer), plan.buyers.number(line.buyer) ?? ''];
      say({
        line,
        role: line.buyerRole,
        expected: number,
        params: { found: line.buyerText, buyer, number },
        cause: line.buyerText,
      });
    },
  }),
});
