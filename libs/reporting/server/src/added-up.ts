/** SQL: condition that a report line's amount excludes VAT. */
export const excludesVatSql = (line: string): string => `${line}.vat = 'excluded'`;

/**
 * SQL: condition that a report line counts in totals: it has an amount excluding VAT in the given currency. Other lines
 * are listed separately.
 * @param currency an SQL expression
 */
export const countsInTotalsSql = (line: string, currency: string): string =>
  `(${line}.currency = ${currency} and ${excludesVatSql(line)} and ${line}.amount is not null)`;
