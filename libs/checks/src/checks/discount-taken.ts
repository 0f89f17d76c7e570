import { defineCheck } from '../check.ts';
import { locationOf } from '../places.ts';

/** A price before discount is not the price paid. */
export const discountTaken = defineCheck({
  id: 'discount-taken',
  class: 57,
  severity: 'info',
  run: ({ say }) => ({
    sheet: (sheet) => {
      const price = sheet.matches.find(({ field }) => field.role === 'unitPrice');
      if (sheet.discount < 0 || !price) return;
      const heading = sheet.headings[sheet.discount]!;
      say({
        place: locationOf(sheet, sheet.headingRow, sheet.discount),
        found: heading,
        params: { heading, field: price.field.title },
        cause: heading,
      });
    },
  }),
});
