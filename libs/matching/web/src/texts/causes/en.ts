import type { WhyTexts } from './nb.ts';

export const en: WhyTexts = {
  timing: {
    booked:
      'The supplier has reported the weeks before, but no report covers this day. The purchase may be in the next report.',
    reported: 'Delivered so late that the invoice may be booked after the last month for which a ledger is imported.',
  },
  'not-tied': {
    booked:
      'The unlinked amounts in the reports and in the municipality’s ledger for the surrounding months are equal. The purchase is probably reported in another form.',
    reported:
      'The unlinked amounts in the reports and in the municipality’s ledger for the surrounding months are equal. The purchase is probably booked in another form.',
  },
  'not-known': {
    booked:
      'The reports also have unlinked rows for the municipality in the surrounding months, and the purchase may be among them. We do not know whether it is missing.',
    reported:
      'The ledger also has unlinked lines from the supplier in the surrounding months, and the row may be among them, wholly or in part. We do not know whether it is missing.',
  },
  'other-unit': {
    booked:
      'The report has the same invoice number with the same total under another unit. The purchase is probably reported there.',
    reported:
      'Another unit has booked the same invoice number with the same total. The purchase is probably booked there.',
  },
  'freight-fees':
    'The text mentions freight, a fee, a deposit, a rebate, rounding or similar. A report of goods need not include it.',
  vat: 'The amounts differ by a VAT rate, or the text mentions VAT. One of the amounts may include VAT.',
  'off-assortment': 'The item is not in the agreement’s price list.',
  'missing-alias': {
    booked:
      'The supplier has reported other purchases by the municipality in the same quarter, but none from this cost centre. The site may be missing from the supplier’s customer register.',
    reported: 'The row has a customer or a site we do not recognise.',
  },
  'wrong-posting': 'The item is usually posted to another account. That does not change what was bought.',
  'buyer-without-books':
    'The buyer is a company, a church council, a kindergarten or similar, and its ledger is not imported.',
  'booked-by-host': 'Bought by an organisation whose ledger the host municipality keeps.',
  'factoring-payee': 'The invoice was paid to a company other than the seller, such as a factoring company.',
  'period-13': 'Booked in period 13, after the year closed. The goods belong to the year before.',
  'purchasing-card':
    'The text mentions a purchasing card or payment card. The ledger then rarely shows what was bought.',
  'internal-invoice': 'The text mentions an internal invoice or an allocation between units. It is not a new purchase.',
  'report-missing': 'No approved report from the supplier covers the day yet.',
  'books-missing': 'Neither the ledger for the month nor for the next two months has been imported yet.',
  'reported-twice':
    'Another row of the same report is identical. It may be two identical sales, or one sale reported twice.',
  credited: 'An equal amount with the opposite sign is also unmatched. The purchase and the credit note cancel out.',
  'invoice-remainder': 'The part of the posting not covered by the e-invoice lines: rounding or allocation.',
  'amount-differs':
    'The lines are the same purchase, but the amounts differ. Check whether the quantity or the price is the reason.',
  'off-agreement':
    'Bought from a supplier without an agreement, on an account normally used for the agreement’s goods. Ask the unit that bought it whether that was right.',
  'no-agreement': 'The seller has no agreement, and the account is not normally used for the agreement’s goods.',
  none: 'No rule explains the line. Choose a matching line, or explain why it has none.',
};
