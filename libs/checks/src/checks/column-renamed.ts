import { defineCheck } from '../check.ts';
import { placeOf } from '../places.ts';
import { foldHeading } from '../plan/fold-heading.ts';

/** A known other name is used as it is; the supplier is told, because other programs may read the file as well. */
export const columnRenamed = defineCheck({
  id: 'column-renamed',
  class: 4,
  severity: 'info',
  run: ({ say }) => ({
    sheet: (sheet) => {
      for (const { field, column, heading, how } of sheet.role === 'lines' ? sheet.matches : []) {
        if (how !== 'synonym' || foldHeading(heading) === foldHeading(field.title)) continue;
        say({ place: placeOf(sheet, sheet.headingRow, column), found: heading, expected: field.title, params: { heading, field: field.title }, cause: field.name });
      }
    },
  }),
});
