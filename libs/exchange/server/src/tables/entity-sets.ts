import { roleHasPermission, type Role } from '@tallgrunn/platform';
import type { EntitySet } from '../odata/entity-set.ts';
import { calculationTables } from './calculation-tables.ts';
import { combinedLines } from './combined-lines.ts';
import { contractTables } from './contract-tables.ts';
import { sourceTables } from './source-tables.ts';

/** All tables of the feed, in listing order. */
export const entitySets: readonly EntitySet[] = [
  combinedLines,
  ...contractTables,
  ...sourceTables,
  ...calculationTables,
];

/** Returns the tables that a role may read. */
export const entitySetsOf = (role: Role): readonly EntitySet[] =>
  entitySets.filter(({ permission }) => roleHasPermission(role, permission));
