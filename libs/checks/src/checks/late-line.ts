import { defineCheck } from '../check.ts';
import { linePlacement } from '../reading/line-placement.ts';

export const lateLine = defineCheck({
  id: 'late-line',
  class: 40,
  severity: 'info',
  needs: ['period'],
  run: ({ plan, say }) => {
    if (plan.terms.lateLines !== 'open-period') return {};
    const period = plan.period!;
    const placement = linePlacement(plan);
    return {
      line: (line) => {
        const found = placement(line);
        if (found.kind === 'late')
          say({
            line,
            role: line.dateRole,
            expected: period.key,
            params: { date: line.date, period: period.key, right: found.right },
            cause: found.right,
          });
      },
    };
  },
});
