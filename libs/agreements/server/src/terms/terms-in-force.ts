/**
 * SQL: the latest terms of one report of an agreement in force on a day, as one row of `terms_version`, or none.
 * @param columns columns to read, of alias `v`
 * @param where condition on agreement and report, of alias `v`
 * @param day an SQL expression
 */
export const newestTermsInForce = (columns: string, where: string, day: string): string =>
  `select ${columns} from agreements.terms_version v where ${where} and v.applies_from <= ${day}::date order by v.applies_from desc, v.version desc limit 1`;
