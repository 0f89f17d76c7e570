import { defineCheck } from '../check.ts';
import { columnLetters, locationOf } from '../places.ts';
import { normaliseHeading } from '../plan/normalise-heading.ts';

/**
 * A column with a known synonym, or one that its values prove, is used without a question. The supplier is informed,
 * because other programs may read the file as well.
 */
export const columnRenamed = defineCheck({
  id: 'column-renamed',
  class: 4,
  severity: 'info',
  run: ({ say }) => ({
    sheet: (sheet) => {
      for (const { field, column, heading, how } of sheet.role === 'lines' ? sheet.matches : []) {
        if ((how !== 'synonym' && how !== 'evidence') || normaliseHeading(heading) === normaliseHeading(field.title))
          continue;
        const name = heading === '' ? columnLetters(column) : heading;
        say({
          place: locationOf(sheet, Math.max(sheet.headingRow, 1), column),
          found: name,
          expected: field.title,
          params: { heading: name, field: field.title },
          cause: field.name,
        });
      }
    },
  }),
});
