import { defineCheck } from '../check.ts';
import { locationOf } from '../places.ts';

/** A price before discount, or for a hundred, is not the price paid for one. */
export const discountTaken = defineCheck({
  id: 'discount-taken',
  class: 57,
  severity: 'info',
  run: ({ say }) => ({
    sheet: (sheet) => {
      const price = sheet.matches.find(({ field }) => field.role === 'unitPrice');
      if (!sheet.discount || !price) return;
      const heading = sheet.headings[sheet.discount.column]!;
      say({
        place: locationOf(sheet, sheet.headingRow, sheet.discount.column),
        found: heading,
        params: { heading, field: price.field.title },
        cause: heading,
      });
    },
  }),
});
