import { Period } from '@tallgrunn/values';
import { defineCheck } from '../check.ts';
import { fix } from '../fixes.ts';
import { shiftDays, within } from '../reading/period-dates.ts';

export const dateOutsidePeriod = defineCheck({
  id: 'date-outside-period',
  class: 40,
  severity: 'blocksRow',
  needs: ['period'],
  softens: true,
  run: ({ plan, say }) => {
    const period = plan.period!;
    return {
      line: (line) => {
        const { date } = line;
        if (date === '' || within(date, period) || shiftDays(date, period) !== null) return;
        const year = Number(date.slice(0, 4));
        const right = year > 1900 && year < 9000 ? Period.containing(plan.terms.frequency, date).key : '';
        say({
          line, role: line.dateRole, expected: period.key, params: { date, period: period.key, right }, cause: right,
          fix: fix('move-lines', { right }, [{ set: 'leave-out', sheet: line.sheet.name, row: line.row }]),
        });
      },
    };
  },
});
