/** Filter of the audit log or the security log. Dates are in the time zone of Oslo, both inclusive. */
export interface AuditFilter {
  /** Part of the person's name, case-insensitive. */
  readonly person?: string | undefined;
  /** Code of an action or event. A code that ends with a dot matches all codes that begin with it. */
  readonly action?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** Returns the SQL condition of a filter on the given columns and `p.name`, with its parameters from $1 on. */
export function filterCondition(
  { person, action, from, to }: AuditFilter,
  columns: { readonly time: string; readonly action: string },
): { sql: string; params: unknown[] } {
  const sql = `($1::text is null or position(lower($1) in lower(p.name)) > 0)
    and ($2::text is null or ${columns.action} = $2 or ($2 like '%.' and starts_with(${columns.action}, $2)))
    and ($3::date is null or ${columns.time} >= ($3::date)::timestamp at time zone 'Europe/Oslo')
    and ($4::date is null or ${columns.time} < ($4::date + 1)::timestamp at time zone 'Europe/Oslo')`;
  return { sql, params: [person || null, action || null, from || null, to || null] };
}
