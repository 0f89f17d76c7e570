import { defineCheck } from '../check.ts';

/** A column about persons that no field uses: nothing of it is stored, and the rows are complete without it. */
export const personalColumn = defineCheck({
  id: 'personal-column',
  class: 74,
  severity: 'info',
  run: ({ say }) => ({
    end: ({ personalColumns }) => {
      const reportedCauses = new Set<string>();
      for (const place of personalColumns) {
        const column = place.column ?? '';
        const cause = `${place.sheet ?? ''} ${column}`;
        if (!reportedCauses.has(cause)) say({ place, found: column, params: { column }, cause });
        reportedCauses.add(cause);
      }
    },
  }),
});
