import { IDENTITY_MASK } from '../cells/personal-data.ts';
import { defineCheck } from '../check.ts';

/** An identity number in a used column. The value itself never reaches this check: the reader masks it first. */
export const personalData = defineCheck({
  id: 'personal-data',
  class: 74,
  severity: 'blocksRow',
  run: ({ say }) => ({
    row: (event) => {
      if (event.kind === 'personal')
        say({
          place: event.place,
          found: IDENTITY_MASK,
          params: { column: event.heading || (event.place.column ?? '') },
          cause: event.heading,
        });
    },
  }),
});
