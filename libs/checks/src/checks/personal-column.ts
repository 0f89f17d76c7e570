import { defineCheck } from '../check.ts';
import { placeOf } from '../places.ts';

/** A column about persons that no field uses: nothing of it is kept, and the rows are as good without. */
export const personalColumn = defineCheck({
  id: 'personal-column',
  class: 74,
  severity: 'info',
  run: ({ say }) => {
    const told = new Set<string>();
    const tell = (place: Parameters<typeof say>[0]['place'] & object, heading: string): void => {
      const cause = `${place.sheet ?? ''} ${place.column ?? ''}`;
      if (told.has(cause)) return;
      told.add(cause);
      say({ place, found: heading, params: { column: heading }, cause });
    };
    return {
      sheet: (sheet) => {
        for (const column of sheet.personalColumns) tell(placeOf(sheet, sheet.headingRow, column), sheet.headings[column]!);
      },
      row: (event) => {
        if (event.kind === 'personal' && !event.used) tell(event.place, event.heading || (event.place.column ?? ''));
      },
    };
  },
});
