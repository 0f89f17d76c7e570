import { defineCheck } from '../check.ts';

export const hiddenRows = defineCheck({
  id: 'hidden-rows',
  class: 8,
  severity: 'confirm',
  run: ({ say }) => ({
    sheet: (sheet) => {
      if (!sheet.hidden || sheet.role !== 'lines') return;
      say({
        place: { sheet: sheet.name, row: null, column: null, cell: null },
        found: sheet.name,
        params: { sheet: sheet.name, row: '' },
        cause: `sheet ${sheet.name}`,
      });
    },
    row: (event) => {
      if (event.kind === 'hidden')
        say({
          place: event.place,
          params: { sheet: event.place.sheet ?? '', row: event.place.row ?? '' },
          cause: event.place.sheet ?? '',
        });
    },
  }),
});
