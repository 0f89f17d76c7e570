import type { RoomMigration } from '@tallgrunn/platform';
import baseline from './0001-baseline.sql';

export const migrations: readonly RoomMigration[] = [['0001-baseline', baseline]];
