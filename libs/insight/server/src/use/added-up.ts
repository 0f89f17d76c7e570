/** SQL: that a reported line is added up: in this currency, an SQL expression, without VAT, and with an amount. Others stand beside. */
export const isAddedUp = (line: string, currency: string): string => `(${line}.currency = ${currency} and ${line}.vat = 'excluded' and ${line}.amount is not null)`;
