import { defineCheck } from '../check.ts';
import { columnLetters, locationOf } from '../places.ts';

/** The same heading above several columns with different content. A person must choose the right one. */
export const duplicateHeading = defineCheck({
  id: 'duplicate-heading',
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
          place: locationOf(sheet, sheet.headingRow, match.column),
          found: match.heading,
          expected: match.field.title,
          params,
          cause: `${match.field.name} ${match.heading}`,
        });
      }
    },
  }),
});
