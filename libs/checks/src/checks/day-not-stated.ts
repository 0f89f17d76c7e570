import { defineCheck } from '../check.ts';
import { locationOf } from '../places.ts';

/** A list with weeks or months and no days: the first day of each is used, and the supplier is told so. */
export const dayNotStated = defineCheck({
  id: 'day-not-stated',
  class: 41,
  severity: 'info',
  run: ({ say }) => ({
    sheet: (sheet) => {
      if (sheet.role !== 'lines') return;
      for (const { field, column, parts } of sheet.matches) {
        if (!parts || parts.day !== null) continue;
        say({
          place: locationOf(sheet, Math.max(sheet.headingRow, 1), column),
          found: sheet.headings[column] ?? '',
          expected: field.title,
          params: { found: sheet.headings[column] ?? '', field: field.title },
          cause: field.name,
        });
      }
    },
  }),
});
