import { defineCheck } from '../check.ts';
import { fix } from '../fixes.ts';
import { locationOf } from '../places.ts';

/**
 * Prices in an unused column are not checked. A column of amounts is therefore asked about as long as the sheet has no
 * unit price column.
 */
export const columnUnused = defineCheck({
  id: 'column-unused',
  class: 4,
  severity: 'confirm',
  run: ({ say }) => ({
    sheet: (sheet) => {
      const field = sheet.table.fields[sheet.table.role.unitPrice ?? -1];
      if (sheet.role !== 'lines' || !field) return;
      for (const column of sheet.unusedMoney) {
        const heading = sheet.headings[column]!;
        const patches = [{ set: 'column' as const, field: field.name, heading }];
        say({
          place: locationOf(sheet, sheet.headingRow, column),
          found: heading,
          params: { heading, field: field.title },
          cause: heading,
          fix: fix('remember-column', { heading, field: field.title }, patches),
        });
      }
    },
  }),
});
