/** SQL: the category of a CPV code and how sure that is, by the longest prefix that it begins with: a query of one row, or of none. `code` is an expression. */
export const categoryOfCpv = (code: string): string =>
  `select k.category_code, k.confidence from catalogue.door_cpv_category k where ${code} like k.cpv_prefix || '%' order by length(k.cpv_prefix) desc limit 1`;
