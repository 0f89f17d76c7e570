import { defineCheck } from '../check.ts';
import { columnLetters, placeOf } from '../places.ts';

/** The same heading over several columns that do not hold the same: which of them is meant is for a person to say. */
export const headingTwice = defineCheck({
  id: 'heading-twice',
  class: 4,
  severity: 'confirm',
  run: ({ say }) => ({
    sheet: (sheet) => {
      for (const { match, others } of sheet.twice) {
        const params = {
          heading: match.heading,
          field: match.field.title,
          used: columnLetters(match.column),
          others: others.map(columnLetters).join(', '),
        };
        say({
          place: placeOf(sheet, sheet.headingRow, match.column),
          found: match.heading,
          expected: match.field.title,
          params,
          cause: `${match.field.name} ${match.heading}`,
        });
      }
    },
  }),
});
