import type { RoomMigration } from '@tallgrunn/platform';
import tables from './0001-tables.sql';

export const migrations: readonly RoomMigration[] = [['0001-tables', tables]];
