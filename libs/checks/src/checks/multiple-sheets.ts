import { defineCheck } from '../check.ts';

export const multipleSheets = defineCheck({
  id: 'multiple-sheets',
  class: 7,
  severity: 'info',
  run: ({ say }) => ({
    end: ({ sheets }) => {
      if (sheets.length < 2) return;
      const read = sheets.filter((sheet) => sheet.role === 'lines').map((sheet) => sheet.name);
      const skipped = sheets.filter((sheet) => sheet.role !== 'lines').map((sheet) => sheet.name);
      for (const sheet of sheets.filter((each) => each.role !== 'lines')) {
        say({
          place: { sheet: sheet.name, row: null, column: null, cell: null },
          found: sheet.name,
          params: { sheets: sheets.length, read: read.length, skipped: sheet.name },
          cause: 'skipped',
        });
      }
      if (skipped.length === 0)
        say({
          found: read.join(' · '),
          params: { sheets: sheets.length, read: read.length, skipped: '' },
          cause: 'read',
        });
    },
  }),
});
