import { defineCheck } from '../check.ts';
import { fix } from '../fixes.ts';
import { linePlacement } from '../reading/line-placement.ts';

export const dateOutsidePeriod = defineCheck({
  id: 'date-outside-period',
  class: 40,
  severity: 'blocksRow',
  mayBeRight: true,
  needs: ['period'],
  softens: true,
  run: ({ plan, say }) => {
    const period = plan.period!;
    const placement = linePlacement(plan);
    return {
      line: (line) => {
        const found = placement(line);
        if (found.kind !== 'outside') return;
        const { right, amend } = found;
        say({
          line,
          role: line.dateRole,
          expected: period.key,
          params: { date: line.date, period: period.key, right, amend: amend ? right : '' },
          cause: right,
          fix: fix('move-lines', { right }, [{ set: 'leave-out', sheet: line.sheet.name, row: line.row }]),
        });
      },
    };
  },
});
