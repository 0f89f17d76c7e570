/**
 * SQL: condition that a participation `p` is valid on some day from `first` (inclusive) to `until` (exclusive), both
 * dates.
 */
export const participatesSql = (p: string, first: string, until: string): string =>
  `coalesce(${p}.from_on, '-infinity') < ${until} and coalesce(${p}.until_on, 'infinity') >= ${first}`;

/**
 * SQL: the agreements that a supplier has with each participating buyer, with first and last day.
 * @param supplier an SQL expression
 */
export const agreementsWithBuyersSql = (supplier: string): string => `
    select p.agreement_id, p.buyer_id, greatest(p.from_on, s.from_on, '-infinity') as from_on, least(coalesce(p.until_on, 'infinity'), coalesce(s.until_on, 'infinity')) as until_on
    from agreements.door_agreement_supplier s
    join agreements.door_participation p on p.agreement_id = s.agreement_id
    where s.supplier_id = ${supplier}`;
