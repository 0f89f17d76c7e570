/**
 * SQL: category and confidence of a CPV code, by its longest known prefix; a query with one row or none. @param code
 * SQL expression
 */
export const categoryOfCpv = (code: string): string =>
  `select k.category_code, k.confidence from catalogue.door_cpv_category k where ${code} like k.cpv_prefix || '%' order by length(k.cpv_prefix) desc limit 1`;
