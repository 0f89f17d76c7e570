import { defineCheck } from '../check.ts';
import { locationOf } from '../places.ts';

export const formulaInjection = defineCheck({
  id: 'formula-injection',
  class: 75,
  severity: 'blocksRow',
  run: ({ say }) => ({
    notes: {
      injection: (line, field, reading) => {
        const place = locationOf(line.sheet, line.row, reading.column);
        say({
          line,
          field,
          place,
          found: reading.raw.slice(0, 200),
          params: { cell: place.cell ?? '', start: reading.raw.trim().charAt(0) },
        });
      },
    },
  }),
});
