import type { RoomMigration } from '@tallgrunn/platform';
import notifications from './0001-notifications.sql';
import calendar from './0002-calendar.sql';

export const migrations: readonly RoomMigration[] = [
  ['0001-notifications', notifications],
  ['0002-calendar', calendar],
];
