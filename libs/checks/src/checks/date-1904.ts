import { addDays } from '@tallgrunn/values';
import { defineCheck } from '../check.ts';
import { fix } from '../fixes.ts';
import { shiftDays, within } from '../reading/period-dates.ts';

/** Files from old Excel for Mac count days from 1904; pasted into another workbook, the dates are 1,462 days off. */
export const date1904 = defineCheck({
  id: 'date-1904',
  class: 45,
  severity: 'confirm',
  needs: ['period'],
  run: ({ plan, say }) => ({
    line: (line) => {
      const days = shiftDays(line.date, plan.period!);
      if (days === null) return;
      const right = addDays(line.date, days);
      const { name } = line.sheet.table.fields[line.sheet.table.role[line.dateRole]!]!;
      if (!within(right, plan.period!)) return;
      say({
        line,
        role: line.dateRole,
        expected: right,
        params: { date: line.date, right },
        cause: name,
        fix: fix('shift-dates', { days: Math.abs(days) }, [{ set: 'date-shift', field: name, days }]),
      });
    },
  }),
});
