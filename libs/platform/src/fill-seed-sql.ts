/**
 * Fills a data migration: replaces `'{{rows}}'` in the SQL by the JSON of `data.rows`, as one SQL literal. The data is
 * reviewed in its data file; the SQL maps its fields to columns.
 * @throws Error when the data lacks a named field
 */
export function fillSeedSql(sql: string, data: Readonly<Record<string, unknown>>): string {
  return sql.replace(/'\{\{(\w+)\}\}'/g, (_, name: string) => {
    if (!(name in data)) throw new Error(`The seed step asks for "${name}", which its data lacks.`);
    return `'${JSON.stringify(data[name]).replaceAll("'", "''")}'`;
  });
}
