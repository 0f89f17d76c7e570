import { defineCheck } from '../check.ts';

export const totalDiffers = defineCheck({
  id: 'total-differs',
  class: 10,
  severity: 'confirm',
  run: ({ say }) => ({
    row: (event) => {
      if (
        (event.kind !== 'total' && event.kind !== 'subtotal') ||
        event.difference === null ||
        Number(event.difference) === 0
      )
        return;
      say({
        place: event.place,
        found: event.written,
        expected: event.lines,
        amount: Number(event.difference),
        params: {
          row: event.place.row ?? '',
          total: event.written,
          lines: event.lines ?? '',
          difference: event.difference,
        },
      });
    },
  }),
});
