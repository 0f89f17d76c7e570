import type { WhyTexts } from './nb.ts';

export const en: WhyTexts = {
  timing: {
    booked:
      'The supplier has delivered reports for the weeks before, but none of them covers this day. The purchase may come in the next report.',
    reported: 'Delivered so late that the invoice may be booked after the last month the books are here for.',
  },
  'not-tied': {
    booked:
      'What is not tied of the reports and of the books of the municipality in the months around comes to the same. The purchase is probably reported, in another form.',
    reported:
      'What is not tied of the reports and of the books of the municipality in the months around comes to the same. The purchase is probably booked, in another form.',
  },
  'not-known': {
    booked:
      'The reports have rows of the municipality in the months around that are not tied to anything either, and the purchase may be among them. We do not know whether it is missing.',
    reported:
      'The books have lines of the supplier in the months around that are not tied to anything either, and the row may be among them, wholly or in part. We do not know whether it is missing.',
  },
  'other-unit': {
    booked:
      'The report has the same invoice number with the same sum under another unit. The purchase is probably reported there.',
    reported:
      'Another unit has booked the same invoice number with the same sum. The purchase is probably booked there.',
  },
  'freight-fees':
    'The text says freight, a fee, a deposit, a rebate, rounding or the like. A report of goods need not mention it.',
  vat: 'The amounts differ as a VAT rate does, or the text says VAT. One side may have counted it in.',
  'off-assortment': 'The item is not in the agreement’s price list.',
  'missing-alias': {
    booked:
      'The supplier has reported other purchases of the municipality in the same quarter, but nothing from this cost centre. The site may be missing among the supplier’s customers.',
    reported: 'The row names a customer or a site we do not recognise.',
  },
  'wrong-posting': 'The item is usually on another account. That does not change what was bought.',
  'buyer-without-books':
    'The buyer is a company, a church council, a kindergarten or the like, and its books are not here.',
  'booked-by-host': 'Bought by a body whose books the host municipality keeps.',
  'factoring-payee': 'The invoice was paid to another company than the one that sold, such as a factoring company.',
  'period-13': 'Booked in period 13, after the year closed. The goods belong to the year before.',
  'purchasing-card': 'The text says purchasing card or payment card. The books then rarely know what was bought.',
  'internal-invoice': 'The text says internal invoice or a spreading between units. It is no new purchase.',
  'report-missing': 'No approved report from the supplier covers the day yet.',
  'books-missing': 'Neither the books of the month nor those of the next two are here yet.',
  'reported-twice': 'Another row of the same report is just like it. It may be two sales alike, or one reported twice.',
  credited: 'An equal amount of the opposite sign stands alone too. Purchase and credit note come to nothing together.',
  'invoice-remainder':
    'What is left of the posting when the lines of the e-invoice are taken off: rounding or spreading.',
  'amount-differs':
    'The two sides belong together, but the amounts differ. See whether it is the quantity or the price.',
  'off-agreement':
    'Sold by others than the agreement supplier, on an account where the agreement’s goods usually stand. The unit that bought it knows whether that was right.',
  'no-agreement': 'The seller has no agreement, and it is not an account where the agreement’s goods usually stand.',
  none: 'No rule explains the line. See whether a line of the other side is the same purchase, or say why it stands alone.',
};
