import { defineCheck } from '../check.ts';

export const totalRow = defineCheck({
  id: 'total-row',
  class: 9,
  severity: 'info',
  run: ({ say }) => ({
    row: (event) => {
      if (event.kind !== 'total' || (event.difference !== null && Number(event.difference) !== 0)) return;
      say({
        place: event.place,
        found: event.written,
        expected: event.lines,
        params: { row: event.place.row ?? '', total: event.written },
      });
    },
  }),
});
