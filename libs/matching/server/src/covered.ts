/**
 * SQL of the kroner that are covered of one supplier, buyer and month: what is tied, and never more than what is booked. A month whose
 * credit notes are more than its purchases takes off what is tied of it, as it takes off what is booked.
 */
export const covered = (linked: string, booked: string): string =>
  `case when ${booked} >= 0 then least(greatest(${linked}, 0), ${booked}) else greatest(least(${linked}, 0), ${booked}) end`;
