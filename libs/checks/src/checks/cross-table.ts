import { defineCheck } from '../check.ts';
import { locationOf } from '../places.ts';

export const crossTable = defineCheck({
  id: 'cross-table',
  class: 12,
  severity: 'info',
  run: ({ say }) => ({
    sheet: (sheet) => {
      if (!sheet.cross) return;
      const { buyers, measures } = sheet.cross;
      const found = buyers.map((each) => each.heading).join(' · ');
      say({
        place: locationOf(sheet, sheet.headingTop, buyers[0]!.cells[0]!.column),
        found,
        params: { columns: buyers.length, measure: measures.join('+') },
        cause: sheet.name,
      });
    },
  }),
});
