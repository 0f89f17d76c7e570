import { seeded, type RoomMigration } from '@tallgrunn/platform';
import units from '../data/units.json';
import tables from './0001-tables.sql';
import firstUnits from './0002-units.sql';
import implausible from './0003-implausible.sql';
import methods from './0004-methods.sql';
import publication from './0005-publication.sql';
import acceptedDeclarations from './0008-accepted-declarations.sql';

export const migrations: readonly RoomMigration[] = [
  ['0001-tables', tables],
  ['0002-units', seeded(firstUnits, { units })],
  ['0003-implausible', implausible],
  ['0004-methods', methods],
  ['0005-publication', publication],
  ['0008-accepted-declarations', acceptedDeclarations],
];
