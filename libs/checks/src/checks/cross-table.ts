import { defineCheck } from '../check.ts';
import { placeOf } from '../places.ts';

export const crossTable = defineCheck({
  id: 'cross-table',
  class: 12,
  severity: 'info',
  run: ({ say }) => ({
    sheet: (sheet) => {
      if (!sheet.cross) return;
      const { columns, measure } = sheet.cross;
      const found = columns.map((each) => each.heading).join(' · ');
      say({ place: placeOf(sheet, sheet.headingRow, columns[0]!.column), found, params: { columns: columns.length, measure }, cause: sheet.name });
    },
  }),
});
