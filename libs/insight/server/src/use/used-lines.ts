import { isPurchase } from '@tallgrunn/emissions-server';

/** Whether a line is a purchase, as far as an emission run has said. */
export const PURCHASE = isPurchase('l.method');

/**
 * That a combined row `l` counts in the use of an agreement as the books have it. Whose agreement a booked line is stands on the row (agreement_basis): a report
 * says so, or its seller could not have sold it under another. Both arguments are SQL expressions.
 */
export const isUse = (agreement: string, currency: string): string =>
  `l.agreement_id = ${agreement} and l.side <> 'reported' and l.currency = ${currency} and l.month is not null and ${PURCHASE}`;
