import { addDays } from '@tallgrunn/values';
import { defineCheck } from '../check.ts';
import { fix } from '../fixes.ts';
import { linePlacement } from '../reading/line-placement.ts';

const lastDay = (end: string): string => (end === '' ? '' : addDays(end, -1));

export const belongsToOtherReport = defineCheck({
  id: 'belongs-to-other-report',
  class: 40,
  severity: 'blocksRow',
  needs: ['period'],
  run: ({ plan, say }) => {
    const placement = linePlacement(plan);
    return {
      line: (line) => {
        const found = placement(line);
        if (found.kind !== 'part') return;
        const { role, date, from, other } = found;
        const to = lastDay(found.end);
        const right = other?.key ?? '';
        const where = { other: other?.title ?? '', right, start: other?.start ?? '', last: lastDay(other?.end ?? '') };
        say({
          line,
          role,
          expected: `${from}/${to}`,
          params: { by: role, date, from, to, ...where },
          cause: other ? `${other.agreement} ${right} ${other.start}` : `${from}/${to}`,
          fix: fix('move-to-part', { other: where.other, right }, [
            { set: 'leave-out', sheet: line.sheet.name, row: line.row },
          ]),
        });
      },
    };
  },
});
