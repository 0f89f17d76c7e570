import type { EntitySet } from '../odata/entity-set.ts';
import { parquetColumns } from './parquet-columns.ts';
import { hasYears } from './years.ts';

/** Returns a text as YAML in double quotes, which has the escapes of JSON. */
const quoted = (text: string): string => JSON.stringify(text);

/** Root of the exported folder, as the user of dbt sets it. */
const ROOT = "{{ env_var('TALLGRUNN_PARQUET') }}";

function locationOf(set: EntitySet): string {
  const folder = hasYears(set.name) ? 'cooperative=*/year=*' : 'cooperative=*';
  return `read_parquet('${ROOT}/${folder}/${set.name}.parquet', hive_partitioning = true)`;
}

function tableYaml(set: EntitySet): string[] {
  const columns = parquetColumns(
    set,
    set.properties.map(({ name }) => name),
  );
  return [
    `      - name: ${set.name}`,
    `        description: ${quoted(set.description)}`,
    '        config:',
    '          meta:',
    `            external_location: ${quoted(locationOf(set))}`,
    '        columns:',
    ...columns.flatMap(({ name, type, description, property }) => [
      `          - name: ${name}`,
      `            data_type: ${quoted(type)}`,
      `            description: ${quoted(description)}`,
      ...(property.isNullable ? [] : ['            data_tests: [not_null]']),
    ]),
  ];
}

/** Returns the tables of the feed as a source of dbt (dbt-duckdb) that reads an exported folder. */
export function dbtSources(sets: readonly EntitySet[]): string {
  const head = ['version: 2', '', 'sources:', '  - name: tallgrunn', '    tables:'];
  return `${[...head, ...sets.flatMap(tableYaml)].join('\n')}\n`;
}
