import type { RoomMigration } from '@tallgrunn/platform';
import tables from './0001-tables.sql';
import decisions from './0002-decisions.sql';
import whoLinked from './0003-who-linked.sql';
import erasableTexts from './0004-erasable-texts.sql';
import receivedFrom from './0005-received-from.sql';
import merges from './0016-merged-organisations.sql';
import readerCodes from './0070-reader-codes.sql';
import standardNames from './0080-standard-names.sql';

export const migrations: readonly RoomMigration[] = [
  ['0001-tables', tables],
  ['0002-decisions', decisions],
  ['0003-who-linked', whoLinked],
  ['0004-erasable-texts', erasableTexts],
  ['0005-received-from', receivedFrom],
  ['0016-merged-organisations', merges],
  ['0070-reader-codes', readerCodes],
  ['0080-standard-names', standardNames],
];
