import { defineCheck } from '../check.ts';
import { columnLetters, locationOf } from '../places.ts';

export const filledDown = defineCheck({
  id: 'filled-down',
  class: 14,
  severity: 'info',
  run: ({ say }) => ({
    sheet: (sheet) => {
      if (sheet.role !== 'lines') return;
      for (const column of sheet.filledDown) {
        const heading = sheet.headings[column] || columnLetters(column);
        say({
          place: locationOf(sheet, Math.max(sheet.headingRow, 1), column),
          found: heading,
          params: { field: heading },
          cause: `${sheet.name} ${heading}`,
        });
      }
    },
  }),
});
