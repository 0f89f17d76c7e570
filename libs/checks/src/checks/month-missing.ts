import { Period } from '@tallgrunn/values';
import { defineCheck, numberParam } from '../check.ts';

export const monthMissing = defineCheck({
  id: 'month-missing',
  class: 49,
  severity: 'confirm',
  needs: ['period'],
  params: { linesMin: 5 },
  run: ({ plan, params, say }) => {
    const months = Period.between('month', plan.period!.start, plan.period!.end);
    const lines = new Map(months.map((month) => [month.key, { count: 0, amount: 0 }]));
    return {
      line: (line) => {
        const month = lines.get(line.date.slice(0, 7));
        if (!month) return;
        month.count += 1;
        month.amount += Number.isNaN(line.amount) ? 0 : line.amount;
      },
      end: () => {
        const filled = [...lines.values()].filter((month) => month.count > 0);
        const count = filled.reduce((sum, month) => sum + month.count, 0);
        if (filled.length === 0 || count < numberParam(params, 'linesMin')) return;
        const average = (filled.reduce((sum, month) => sum + month.amount, 0) / filled.length).toFixed(2);
        for (const [month, { count: none }] of lines)
          if (none === 0) say({ params: { month, average, lines: count }, cause: month });
      },
    };
  },
});
