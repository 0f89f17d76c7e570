/** That a reported line's amount is told without VAT. */
export const isWithoutVat = (line: string): string => `${line}.vat = 'excluded'`;

/** SQL: that a reported line is added up: in this currency, an SQL expression, without VAT, and with an amount. Others stand beside. */
export const isAddedUp = (line: string, currency: string): string =>
  `(${line}.currency = ${currency} and ${isWithoutVat(line)} and ${line}.amount is not null)`;
