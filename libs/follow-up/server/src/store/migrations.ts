import type { RoomMigration } from '@tallgrunn/platform';

export const migrations: readonly RoomMigration[] = [];
