import { keysOfTheInstallation, tablesWithoutTenant } from '../../../boundaries.mjs';
import type { Violation } from '../violation.ts';
import { tablesOf, type Key, type Table } from './tables.ts';

const startsWithTenant = ({ columns }: Key) => columns[0] === 'cooperative_id';

/** A foreign key to a table without a tenant cannot start with one. */
const mustStartWithTenant = ({ references }: Key) => !references || !tablesWithoutTenant.includes(references);

function tableProblems(table: Table): string[] {
  const isOfAll = ({ columns }: Key) => keysOfTheInstallation.includes(`${table.name} (${columns.join(', ')})`);
  const wrong = table.keys
    .filter((key) => mustStartWithTenant(key) && !startsWithTenant(key) && !isOfAll(key))
    .map(
      ({ kind, columns }) =>
        `${table.name}: its ${kind} key (${columns.join(', ')}) does not start with cooperative_id`,
    );
  const without = table.keys.some(({ kind }) => kind === 'primary') ? [] : [`${table.name} has no primary key`];
  const open = table.isProtected ? [] : [`${table.name} is not stamped with platform.protect`];
  return [...wrong, ...without, ...open];
}

/** Returns tenant tables with a key that does not start with the tenant, or without a row-level security policy. */
export function tenancyViolations(root: string): Violation[] {
  const tables = tablesOf(root);
  const owned = tables.filter(({ name }) => !tablesWithoutTenant.includes(name));
  return owned.flatMap((table) => tableProblems(table).map((said) => ({ file: table.file, said })));
}

/** Returns names in the plan's list of tables without a tenant that no migration creates. */
export function listedButMissing(root: string): string[] {
  const made = new Set(tablesOf(root).map(({ name }) => name));
  return tablesWithoutTenant.filter((name) => !made.has(name));
}
