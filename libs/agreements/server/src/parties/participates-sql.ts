/**
 * SQL: condition that a participation `p` is valid on some day from `first` (inclusive) to `until` (exclusive), both
 * dates.
 */
export const participatesSql = (p: string, first: string, until: string): string =>
  `coalesce(${p}.valid_from, '-infinity') < ${until} and coalesce(${p}.valid_to, 'infinity') >= ${first}`;

/**
 * SQL: the agreements that a supplier has with each participating buyer, with first and last day.
 * @param supplier an SQL expression
 */
export const agreementsWithBuyersSql = (supplier: string): string => `
    select p.agreement_id, p.buyer_id, greatest(p.valid_from, s.valid_from, '-infinity') as valid_from, least(coalesce(p.valid_to, 'infinity'), coalesce(s.valid_to, 'infinity')) as valid_to
    from agreements.door_agreement_supplier s
    join agreements.door_participation p on p.agreement_id = s.agreement_id
    where s.supplier_id = ${supplier}`;
