import { isPurchaseSql } from '@tallgrunn/emissions-server';

/** SQL: true if a line is a purchase according to the emission run. */
export const IS_PURCHASE = isPurchaseSql('l.method');

/**
 * SQL: true if a combined row `l` counts in the utilisation of an agreement by ledger. The row has its agreement from a
 * linked report, or because the supplier has no other agreement. Both arguments are SQL expressions.
 */
export const isUtilisedSql = (agreement: string, currency: string): string =>
  `l.agreement_id = ${agreement} and l.side <> 'reported' and l.currency = ${currency} and l.month is not null and ${IS_PURCHASE}`;
