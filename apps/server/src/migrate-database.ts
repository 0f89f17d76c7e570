import { Client } from 'pg';
import {
  declaredWork,
  migrate,
  schemaState,
  type Config,
  type DeclaredWork,
  type SchemaState,
} from '@tallgrunn/platform';
import { rooms } from './rooms.ts';

/** The jobs and listeners of all rooms. */
export const declaredWorkOfRooms = (): DeclaredWork[] => declaredWork(rooms);

/** Brings the configured database to what this program needs. */
export function migrateDatabase(config: Config): Promise<{ taken: string[] }> {
  return migrate({
    ownerUrl: config.ownerUrl,
    appPassword: decodeURIComponent(new URL(config.appUrl).password),
    rooms,
    work: declaredWorkOfRooms(),
  });
}

/** Compares the steps of the configured database with those of this program, as the app. */
export async function readSchemaState(config: Config): Promise<SchemaState> {
  const client = new Client({ connectionString: config.appUrl });
  client.on('error', () => undefined); // the query that fails reports it
  await client.connect();
  try {
    return await schemaState(client, rooms);
  } finally {
    await client.end();
  }
}
