const lotOf = (line: string) => `coalesce(${line}.lot_id, item_lot.lot_id, sole_lot.lot_id)`;

/**
 * SQL: the lot of a report line without a lot column: its item's lot, or the only lot of its supplier. Returns common
 * table expressions for an agreement (SQL expression), the join, the value `lot`, and a condition on it.
 */
const lotsOf = (agreement: string) => ({
  tables: `
    item_lot as materialized (select i.id, i.lot_id from agreements.door_item i where i.agreement_id = ${agreement}),
    sole_lot as materialized (
      select s.supplier_id, (array_agg(s.lot_id))[1] as lot_id from agreements.door_agreement_supplier s where s.agreement_id = ${agreement}
      group by s.supplier_id having count(distinct s.lot_id) = 1 and bool_and(s.lot_id is not null)
    )`,
  join: (line: string) =>
    `left join item_lot on item_lot.id = ${line}.item_id left join sole_lot on sole_lot.supplier_id = ${line}.supplier_id`,
  lot: lotOf,
  /** Whether a line is of one of the lots with these keys (SQL array); without keys, of any. */
  isOf: (line: string, keys: string) => `(${keys} = '{}' or ${lotOf(line)} in (
    select t.id from agreements.door_lot t where t.agreement_id = ${agreement} and t.key = any(${keys})
  ))`,
});

/** SQL: the same for the agreement in parameter $1. */
export const lineLots = lotsOf('$1');
