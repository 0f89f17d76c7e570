import type { RoomMigration } from '@tallgrunn/platform';
import cases from './0010-cases.sql';

export const migrations: readonly RoomMigration[] = [['0010-cases', cases]];
