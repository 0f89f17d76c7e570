import { mask } from '../cells/personal-data.ts';
import { defineCheck } from '../check.ts';
import { placeOf } from '../places.ts';

/** The value itself never gets this far: the reader masks it first. */
export const personalData = defineCheck({
  id: 'personal-data',
  class: 74,
  severity: 'blocksRow',
  run: ({ say }) => ({
    sheet: (sheet) => {
      for (const column of sheet.personalColumns) {
        const heading = sheet.headings[column]!;
        say({ place: placeOf(sheet, sheet.headingRow, column), found: heading, params: { column: heading }, cause: heading });
      }
    },
    row: (event) => {
      if (event.kind === 'personal') say({ place: event.place, found: mask, params: { column: event.heading || (event.place.column ?? '') }, cause: event.heading });
    },
  }),
});
