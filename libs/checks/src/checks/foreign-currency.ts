import { defineCheck } from '../check.ts';

/** A currency code as a separate word in a heading: "Net amount EUR", "Beløp (DKK)". */
const codeInHeading = /(?:^|[^\p{L}])(EUR|USD|GBP|SEK|DKK|CHF|PLN|NOK)(?:[^\p{L}]|$)/u;

export const foreignCurrency = defineCheck({
  id: 'foreign-currency',
  class: 60,
  severity: 'blocksRow',
  run: ({ plan, say }) => {
    const { currency } = plan.terms;
    const norwegian = new Set([currency, ...(currency === 'NOK' ? ['KR', 'KR.', 'KRONER', 'NKR'] : [])]);
    let inHeading: { readonly role: 'unitPrice' | 'amount'; readonly currency: string } | null = null;
    return {
      sheet: ({ matches }) => {
        inHeading = null;
        for (const { field, heading } of matches) {
          const named =
            field.role === 'amount' || field.role === 'unitPrice'
              ? codeInHeading.exec(heading)?.[1]?.toUpperCase()
              : undefined;
          if (named !== undefined && !norwegian.has(named))
            inHeading = { role: field.role as 'unitPrice' | 'amount', currency: named };
        }
      },
      line: (line) => {
        if (inHeading !== null && line.currency === '')
          say({
            line,
            role: inHeading.role,
            expected: currency,
            params: { currency: inHeading.currency, expected: currency },
            cause: inHeading.currency,
          });
        if (line.currency !== '' && !norwegian.has(line.currency))
          say({
            line,
            role: 'currency',
            expected: currency,
            params: { currency: line.currency, expected: currency },
            cause: line.currency,
          });
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
