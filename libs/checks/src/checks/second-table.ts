import { defineCheck } from '../check.ts';

/** A table of its own beside or below the lines: nobody can tell whether its rows are deliveries. */
export const secondTable = defineCheck({
  id: 'second-table',
  class: 7,
  severity: 'confirm',
  run: ({ say }) => ({
    row: (event) => {
      if (event.kind !== 'second-table' || event.rows === 0) return;
      const { place, headings, rows } = event;
      say({
        place,
        found: headings.join(' · '),
        params: { headings: headings.join(', '), rows },
        cause: `${place.sheet ?? ''} ${place.cell ?? ''}`,
      });
    },
  }),
});
