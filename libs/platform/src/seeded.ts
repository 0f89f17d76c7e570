/**
 * Fills a migration that carries data: `'{{rows}}'` in the SQL becomes the JSON of `data.rows`, as one SQL literal.
 * What a seed step lays down is reviewed in its data file; the SQL says where each field goes.
 */
export function seeded(sql: string, data: Readonly<Record<string, unknown>>): string {
  return sql.replace(/'\{\{(\w+)\}\}'/g, (_, name: string) => {
    if (!(name in data)) throw new Error(`The seed step asks for "${name}", which its data lacks.`);
    return `'${JSON.stringify(data[name]).replaceAll("'", "''")}'`;
  });
}
