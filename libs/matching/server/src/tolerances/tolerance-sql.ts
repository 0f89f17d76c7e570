/** SQL: the stored versions, in the columns that `tolerancePeriodsSql` reads. */
export const STORED_TOLERANCES =
  'select t.agreement_id, t.valid_from, t.id, false as is_draft, t.is_inherited, t.price_percent, t.price_amount, t.quantity_percent, t.quantity_amount from matching.tolerance t';

/**
 * CTE: the versions in force, each until the next of its scope begins (`next_from`). Of several from one day the newest
 * is in force, and a draft is newer than all.
 */
export const tolerancePeriodsSql = (name: string, versions: string): string => `${name} as materialized (
    select v.*, lead(v.valid_from) over (partition by v.agreement_id order by v.valid_from) as next_from
    from (select distinct on (v.agreement_id, v.valid_from) v.* from (${versions}) v order by v.agreement_id, v.valid_from, v.is_draft desc, v.id desc) v
  )`;

/**
 * SQL join of a CTE of periods to variance lines `line`: the version of the line's agreement on the line's day
 * (`<periods>_own`), and that of the cooperative (`<periods>_all`). A line without a day has no tolerance.
 */
export function toleranceJoinSql(periods: string, line: string): string {
  const joined = (alias: string, scope: string) =>
    `left join ${periods} ${alias} on ${scope} and ${line}.day >= ${alias}.valid_from and (${alias}.next_from is null or ${line}.day < ${alias}.next_from)`;
  return `${joined(`${periods}_own`, `${periods}_own.agreement_id = ${line}.agreement_id and not ${periods}_own.is_inherited`)}
    ${joined(`${periods}_all`, `${periods}_all.agreement_id is null`)}`;
}

/**
 * SQL: whether a part of a difference is within its limits. Both limits apply, so the one reached first decides; without
 * a limit only no variance is within.
 */
const isPartWithinSql = (part: string, basis: string, percent: string, amount: string): string =>
  `(${part} = 0 or (num_nonnulls(${percent}, ${amount}) > 0 and (${percent} is null or abs(${part}) * 100 <= ${percent} * abs(${basis})) and (${amount} is null or abs(${part}) <= ${amount})))`;

/**
 * SQL condition: a variance line is within tolerance, given `toleranceJoinSql` of the same periods. The quantity is
 * compared with the booked amount, the price with the reported quantity at the booked price. A line with an unknown part
 * is never within.
 */
export function isWithinSql(periods: string, line: string): string {
  const limit = (column: string) =>
    `case when ${periods}_own.valid_from is not null then ${periods}_own.${column} else ${periods}_all.${column} end`;
  const quantity = isPartWithinSql(
    `${line}.quantity_part`,
    `${line}.amount`,
    limit('quantity_percent'),
    limit('quantity_amount'),
  );
  const price = isPartWithinSql(
    `${line}.price_part`,
    `(${line}.amount + ${line}.quantity_part)`,
    limit('price_percent'),
    limit('price_amount'),
  );
  return `(${line}.is_measured and ${quantity} and ${price})`;
}

/** CTEs after `variance_line`: the stored periods, and `assessed`, the lines with `is_within`. */
export const ASSESSED_LINES = `${tolerancePeriodsSql('tolerance', STORED_TOLERANCES)}, assessed as (
    select l.*, ${isWithinSql('tolerance', 'l')} as is_within from variance_line l ${toleranceJoinSql('tolerance', 'l')}
  )`;
