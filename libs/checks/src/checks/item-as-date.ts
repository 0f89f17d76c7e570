import { defineCheck } from '../check.ts';

export const itemAsDate = defineCheck({
  id: 'item-as-date',
  class: 29,
  severity: 'blocksRow',
  run: ({ say }) => ({
    notes: {
      'item-date': (line, field, reading) => {
        const { role } = line.sheet.table.fields[field]!;
        if ((role !== 'itemNumber' && role !== 'gtin') || line.itemHow === 'number' || line.itemHow === 'former')
          return;
        say({ line, field, params: { found: reading.raw }, cause: reading.raw });
      },
    },
  }),
});
