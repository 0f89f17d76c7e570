import { defineCheck } from '../check.ts';

export const noteRow = defineCheck({
  id: 'note-row',
  class: 9,
  severity: 'info',
  run: ({ say }) => ({
    row: (event) => {
      if (event.kind === 'note') say({ place: event.place, found: event.text, params: { row: event.place.row ?? '' } });
    },
  }),
});
