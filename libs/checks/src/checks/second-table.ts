import { defineCheck } from '../check.ts';

/** A separate table next to or below the lines. The program cannot tell whether its rows are deliveries. */
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
