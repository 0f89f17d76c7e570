import { defineCheck } from '../check.ts';
import { locationOf } from '../places.ts';

export const headingMerged = defineCheck({
  id: 'heading-merged',
  class: 6,
  severity: 'info',
  run: ({ say }) => ({
    sheet: (sheet) => {
      if (sheet.role !== 'lines' || !sheet.mergedHeading) return;
      const rows =
        sheet.headingTop === sheet.headingRow ? String(sheet.headingTop) : `${sheet.headingTop}–${sheet.headingRow}`;
      say({
        place: locationOf(sheet, sheet.headingTop, -1),
        found: sheet.headings.filter((text) => text !== '').join(' · '),
        params: { rows },
        cause: sheet.name,
      });
    },
  }),
});
