import type { Room } from '../room.ts';

const RENAMED_TABLE = /platform\.rename_table\('([\w.]+)', '(\w+)'\)/g;
const RENAMED_COLUMN = /platform\.rename_column\('[\w.]+', '(\w+)', '(\w+)'\)/g;

/**
 * Returns the SQL of a room's step with the present names of the room's tables and columns, so that a test can run it
 * on today's schema.
 * @throws if the room has no such step
 */
export function stepSql({ name: room, migrations }: Pick<Room, 'name' | 'migrations'>, wanted: string): string {
  const step = migrations.find(([name]) => name === wanted);
  if (!step) throw new Error(`${room} has no step ${wanted}`);
  const all = migrations.map(([, sql]) => sql).join('\n');
  const tables = new Map(
    [...all.matchAll(RENAMED_TABLE)].map(([, table = '', name = '']) => [table, `${table.split('.')[0]}.${name}`]),
  );
  const columns = new Map([...all.matchAll(RENAMED_COLUMN)].map(([, old = '', name = '']) => [old, name]));
  return step[1]
    .replace(/\b\w+\.\w+\b/g, (name) => tables.get(name) ?? name)
    .replace(/\b\w+\b/g, (name) => columns.get(name) ?? name);
}
