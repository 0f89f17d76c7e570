import { defineCheck } from '../check.ts';
import { linePlacement } from '../reading/line-placement.ts';

export const dateInFuture = defineCheck({
  id: 'date-in-future',
  class: 40,
  severity: 'blocksRow',
  needs: ['period'],
  run: ({ plan, say }) => {
    const { asOf } = plan.context;
    if (asOf === undefined) return {};
    const placement = linePlacement(plan);
    return {
      line: (line) => {
        if (line.date <= asOf || placement(line).kind !== 'here') return;
        say({ line, role: line.dateRole, expected: asOf, params: { date: line.date, today: asOf }, cause: line.date });
      },
    };
  },
});
