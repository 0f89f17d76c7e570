import { defineCheck } from '../check.ts';

/** Blocks the file rather than a row, since there is none. */
export const emptyFile = defineCheck({
  id: 'empty-file',
  class: 67,
  severity: 'blocksFile',
  run: ({ say }) => ({
    end: ({ rows, sheets, stopped }) => {
      if (rows > 0 || stopped) return;
      const headed = sheets.filter((sheet) => sheet.role === 'lines');
      // A file without a recognised heading is reported by its missing columns.
      if (
        sheets.length === 0 ||
        sheets.every((sheet) => sheet.role === 'empty') ||
        headed.some((sheet) => !sheet.hasRows || sheet.missing.length === 0)
      )
        say({ params: {} });
    },
  }),
});
