import { defineCheck } from '../check.ts';
import { fix } from '../fixes.ts';

export const dayMonthAmbiguous = defineCheck({
  id: 'day-month-ambiguous',
  class: 42,
  severity: 'confirm',
  run: ({ say }) => ({
    notes: {
      'day-month': (line, field, reading) => {
        const { name, title } = line.sheet.table.fields[field]!;
        const patches = (['day-first', 'month-first'] as const).map((value) => ({
          set: 'date-order' as const,
          field: name,
          value,
        }));
        say({
          line,
          field,
          expected: `${reading.value} | ${reading.other ?? ''}`,
          params: { found: reading.raw, date: reading.value, other: reading.other ?? '' },
          cause: name,
          fix: fix('choose-date-order', { field: title }, patches),
        });
      },
    },
  }),
});
