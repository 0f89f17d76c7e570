import { defineCheck, numberParam } from '../check.ts';
import { fix } from '../fixes.ts';
import type { Plan } from '../plan/plan.ts';

interface QuantityPair {
  earlier: number;
  now: number;
}

/** Returns the sums of the earlier reports of the same year by item and buyer; an empty map when there are none. */
function earlierPairs(plan: Plan): { pairs: Map<string, QuantityPair>; periods: string[] } {
  const pairs = new Map<string, QuantityPair>();
  const year = plan.period!.start.slice(0, 4);
  const reports = (plan.context.earlier ?? []).filter(
    (report) => report.start.startsWith(year) && report.end <= plan.period!.start,
  );
  for (const { sums } of reports) {
    sums?.item.forEach((item, at) => {
      const key = `${item}|${sums.buyer[at]}`;
      const pair = pairs.get(key) ?? { earlier: 0, now: 0 };
      pair.earlier += Number(sums.quantity[at]);
      pairs.set(key, pair);
    });
  }
  return { pairs, periods: reports.map((report) => report.key) };
}

/**
 * Figures accumulated since New Year include all earlier reports: nearly every pair of item and buyer of the earlier
 * reports recurs, with at least the same quantity.
 */
export const yearToDate = defineCheck({
  id: 'year-to-date',
  class: 48,
  severity: 'blocksRow',
  mayBeRight: true,
  needs: ['earlier', 'period'],
  roles: ['quantity'],
  params: { pairsMin: 8, shareMin: 0.9 },
  run: ({ plan, params, say }) => {
    const { pairs, periods } = earlierPairs(plan);
    if (pairs.size === 0) return {};
    return {
      line: (line) => {
        const pair = pairs.get(`${line.itemNumber}|${line.buyer >= 0 ? plan.buyers.key(line.buyer) : line.buyerText}`);
        if (pair && !Number.isNaN(line.quantity)) pair.now += line.quantity;
      },
      end: ({ amount }) => {
        const sold = [...pairs.values()].filter((pair) => pair.earlier > 0);
        const held = sold.filter((pair) => pair.now >= pair.earlier - 1e-9).length;
        if (sold.length < numberParam(params, 'pairsMin') || held < sold.length * numberParam(params, 'shareMin'))
          return;
        const previous = periods.join(', ');
        say({
          found: `${held}/${sold.length}`,
          amount,
          params: { pairs: sold.length, held, previous },
          fix: fix('subtract-earlier', { previous }),
        });
      },
    };
  },
});
