import { Client } from 'pg';
import {
  collectDeclarations,
  migrate,
  schemaState,
  type Config,
  type DeclaredWork,
  type SchemaState,
} from '@tallgrunn/platform';
import { rooms } from './rooms.ts';

/** Returns the jobs and event subscriptions of all rooms. */
export const declaredWorkOfRooms = (): DeclaredWork[] => collectDeclarations(rooms);

/** Migrates the configured database to the schema of this program. */
export function migrateDatabase(config: Config): Promise<{ taken: string[] }> {
  return migrate({
    ownerUrl: config.ownerUrl,
    appPassword: decodeURIComponent(new URL(config.appUrl).password),
    rooms,
    work: declaredWorkOfRooms(),
  });
}

/** Compares the migration steps of the configured database with those of this program, as the app role. */
export async function readSchemaState(config: Config): Promise<SchemaState> {
  const client = new Client({ connectionString: config.appUrl });
  client.on('error', () => undefined); // the failing query reports the error
  await client.connect();
  try {
    return await schemaState(client, rooms);
  } finally {
    await client.end();
  }
}
