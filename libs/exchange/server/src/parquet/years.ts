/** SQL of the year that a row belongs to, as YYYY, for the tables that have one. */
const years: Readonly<Record<string, string>> = {
  CombinedLines: 'left(l.month, 4)',
  EmissionResults: `to_char(r.booked_on, 'YYYY')`,
  Findings: 'left(f.period_key, 4)',
  LedgerMonths: 'left(m.month, 4)',
  Obligations: 'left(d.period_key, 4)',
  ReportLines: 'left(l.period_key, 4)',
};

/** Returns the SQL of a table's year; null when its rows belong to no year. */
export const yearSqlOf = (table: string): string | null => years[table] ?? null;

export const hasYears = (table: string): boolean => table in years;
