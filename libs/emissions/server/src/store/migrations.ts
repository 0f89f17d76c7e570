import { seeded, type RoomMigration } from '@tallgrunn/platform';
import units from '../data/units.json';
import tables from './0001-tables.sql';
import firstUnits from './0002-units.sql';

export const migrations: readonly RoomMigration[] = [
  ['0001-tables', tables],
  ['0002-units', seeded(firstUnits, { units })],
];
