import { defineCheck } from '../check.ts';
import { fix } from '../fixes.ts';
import { columnLetters, locationOf } from '../places.ts';

export const columnInferred = defineCheck({
  id: 'column-inferred',
  class: 4,
  severity: 'confirm',
  run: ({ say }) => ({
    sheet: (sheet) => {
      for (const { field, column, heading, how } of sheet.role === 'lines' ? sheet.matches : []) {
        if (how !== 'similar' && how !== 'content') continue;
        // A discount that gives the amount from the price proves the price.
        if (field.role === 'unitPrice' && sheet.discount) continue;
        const name = heading === '' ? columnLetters(column) : heading;
        const patches = heading === '' ? [] : [{ set: 'column' as const, field: field.name, heading }];
        say({
          place: locationOf(sheet, Math.max(sheet.headingRow, 1), column),
          found: name,
          expected: field.title,
          params: { heading: name, field: field.title },
          cause: field.name,
          fix: fix('remember-column', { heading: name, field: field.title }, patches),
        });
      }
    },
  }),
});
