/**
 * SQL: covered amount (NOK excl. VAT) per supplier, buyer and month = min(linked, booked), at least 0. When credit
 * notes exceed purchases, both are negative and the smaller reduction counts.
 */
export const coveredAmountSql = (linked: string, booked: string): string =>
  `case when ${booked} >= 0 then least(greatest(${linked}, 0), ${booked}) else greatest(least(${linked}, 0), ${booked}) end`;
