import { defineCheck } from '../check.ts';
import { locationOf } from '../places.ts';

export const headingNotFirst = defineCheck({
  id: 'heading-not-first',
  class: 5,
  severity: 'info',
  run: ({ say }) => ({
    sheet: (sheet) => {
      if (sheet.role !== 'lines' || sheet.headingTop <= 1) return;
      say({
        place: locationOf(sheet, sheet.headingTop, -1),
        found: String(sheet.headingTop),
        expected: '1',
        params: { row: sheet.headingTop },
        cause: sheet.name,
      });
    },
  }),
});
