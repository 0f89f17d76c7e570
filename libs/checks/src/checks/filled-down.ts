import { defineCheck } from '../check.ts';
import { columnLetters, locationOf } from '../places.ts';

export const filledDown = defineCheck({
  id: 'filled-down',
  class: 14,
  severity: 'info',
  run: ({ say }) => ({
    row: (event) => {
      if (event.kind === 'group')
        say({ place: event.place, found: event.text, params: { field: event.text }, cause: `row ${event.text}` });
    },
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
