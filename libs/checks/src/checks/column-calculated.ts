import { defineCheck } from '../check.ts';
import { locationOf } from '../places.ts';

/** A field without a column is calculated from the others; the supplier is told what it was taken for. */
export const columnCalculated = defineCheck({
  id: 'column-calculated',
  class: 4,
  severity: 'info',
  run: ({ say }) => ({
    sheet: (sheet) => {
      if (sheet.role !== 'lines') return;
      for (const field of sheet.calculated)
        say({
          place: locationOf(sheet, Math.max(sheet.headingRow, 1), -1),
          expected: field.title,
          params: { field: field.title },
          cause: field.name,
        });
    },
  }),
});
