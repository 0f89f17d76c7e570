import { declaredWork, migrate, type Config } from '@tallgrunn/platform';
import { rooms } from './rooms.ts';

/** Brings the configured database to what this program needs. */
export function migrateDatabase(config: Config): Promise<{ taken: string[] }> {
  return migrate({
    ownerUrl: config.ownerUrl,
    appPassword: new URL(config.appUrl).password,
    rooms,
    work: declaredWork(rooms),
  });
}
