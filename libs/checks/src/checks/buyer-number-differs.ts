import { defineCheck } from '../check.ts';
import type { Line } from '../line.ts';
import { valueOf } from '../line.ts';
import type { Plan } from '../plan/plan.ts';

/**
 * Returns the index of the buyer that a line's customer name is; null when it is no name of one. Numbers are not names,
 * and a name that two municipalities share, or that is one of a place, contradicts no number.
 */
function namedBuyer(text: string, date: string, { buyers }: Plan): number | null {
  const found = /\p{L}/u.test(text) ? buyers.find(text) : null;
  if (found === null || (found.how !== 'exact' && found.how !== 'spelling')) return null;
  return buyers.onDay(found, date)?.buyer ?? null;
}

const customerOf = (line: Line): string => valueOf(line, 'buyer') || valueOf(line, 'buyerName');

export const buyerNumberDiffers = defineCheck({
  id: 'buyer-number-differs',
  class: 33,
  severity: 'confirm',
  roles: ['buyerOrgNumber'],
  needs: ['buyers'],
  run: ({ plan, say }) => ({
    line: (line) => {
      const number = valueOf(line, 'buyerOrgNumber');
      if (line.buyer < 0 || number === '') return;
      const name = customerOf(line);
      const named = namedBuyer(name, line.date, plan);
      if (named === null || named === line.buyer) return;
      const buyer = plan.buyers.name(line.buyer);
      say({
        line,
        role: 'buyerOrgNumber',
        expected: plan.buyers.name(named),
        params: { number, buyer, name },
        cause: `${number} ${name}`,
      });
    },
  }),
});
