/**
 * SQL: the newest terms of one report of an agreement that are in force on a day, as one row of `terms_version`; none where there are none.
 * @param columns what to read, of alias `v`
 * @param where which agreement and report, of alias `v`
 * @param day SQL of the day
 */
export const newestTermsInForce = (columns: string, where: string, day: string): string =>
  `select ${columns} from agreements.terms_version v where ${where} and v.holds_from <= ${day}::date order by v.holds_from desc, v.version desc limit 1`;
