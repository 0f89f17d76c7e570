import { defineCheck } from '../check.ts';

export const subtotalRow = defineCheck({
  id: 'subtotal-row',
  class: 11,
  severity: 'info',
  run: ({ say }) => ({
    row: (event) => {
      if (event.kind !== 'subtotal' || (event.difference !== null && Number(event.difference) !== 0)) return;
      say({
        place: event.place,
        found: event.written,
        expected: event.lines,
        params: { row: event.place.row ?? '', total: event.written },
      });
    },
  }),
});
