import type { RoomMigration } from '@tallgrunn/platform';
import tables from './0001-tables.sql';
import lineKey from './0002-line-key.sql';
import partsOfLines from './0003-parts-of-lines.sql';
import merges from './0014-merged-organisations.sql';
import netBasis from './0030-net-basis.sql';

export const migrations: readonly RoomMigration[] = [
  ['0001-tables', tables],
  ['0002-line-key', lineKey],
  ['0003-parts-of-lines', partsOfLines],
  ['0014-merged-organisations', merges],
  ['0030-net-basis', netBasis],
];
