import { defineCheck } from '../check.ts';

const foundMax = 5;

/** A row of a text file with more fields than headings: the delimiter may be inside a name or a number. */
export const rowTooLong = defineCheck({
  id: 'row-too-long',
  class: 62,
  severity: 'confirm',
  run: ({ say }) => ({
    row: (event) => {
      if (event.kind !== 'beyond') return;
      const { place, texts, cells, headings } = event;
      say({ place, found: texts.slice(0, foundMax).join(' · '), params: { cells, headings }, cause: 'beyond' });
    },
  }),
});
