import { defineCheck } from '../check.ts';
import { locationOf } from '../places.ts';

/** Reported once per column: how "1.234" was interpreted, on the evidence of the rest of the column. */
export const thousandsSeparatorInferred = defineCheck({
  id: 'thousands-separator-inferred',
  class: 16,
  severity: 'info',
  run: ({ say }) => ({
    sheet: (sheet) => {
      for (const { field, heading, decimal } of sheet.settled) {
        const match = sheet.matches.find((each) => each.field === field)!;
        say({
          place: locationOf(sheet, sheet.headingRow, match.column),
          found: heading,
          params: { field: field.title, decimal, groups: decimal === ',' ? '.' : ',' },
          cause: field.name,
        });
      }
    },
  }),
});
