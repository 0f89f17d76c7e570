import { defineCheck } from '../check.ts';

export const foreignCurrency = defineCheck({
  id: 'foreign-currency',
  class: 60,
  severity: 'blocksRow',
  run: ({ plan, say }) => {
    const { currency } = plan.terms;
    const norwegian = new Set([currency, ...(currency === 'NOK' ? ['KR', 'KR.', 'KRONER', 'NKR'] : [])]);
    return {
      line: (line) => {
        if (line.currency !== '' && !norwegian.has(line.currency)) say({ line, role: 'currency', expected: currency, params: { currency: line.currency, expected: currency }, cause: line.currency });
      },
      notes: {
        'foreign-currency': (line, field, reading) => {
          const sign = reading.raw.replace(/[\d\s\u00a0\u202f.,()+-]/g, '').toUpperCase();
          if (norwegian.has(sign)) return;
          say({ line, field, expected: currency, params: { currency: sign, expected: currency }, cause: sign });
        },
      },
    };
  },
});
