/** SQL: condition that a report line's amount excludes VAT. */
export const isWithoutVat = (line: string): string => `${line}.vat = 'excluded'`;

/**
 * SQL: condition that a report line counts in totals: it has an amount excluding VAT in the given currency. Other lines
 * are listed separately.
 * @param currency an SQL expression
 */
export const isAddedUp = (line: string, currency: string): string =>
  `(${line}.currency = ${currency} and ${isWithoutVat(line)} and ${line}.amount is not null)`;
