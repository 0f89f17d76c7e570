import 'reflect-metadata';
import { keepFilesPrivate, NewerDatabase, readConfig } from '@tallgrunn/platform';
import { migrateDatabase } from './migrate-database.ts';

// A step of its own: `migrate` before `serve` and `work`. One JSON line on stdout; exit 4 says the database is newer.
try {
  const config = readConfig();
  keepFilesPrivate(config.dataFolder);
  const { taken } = await migrateDatabase(config);
  process.stdout.write(`${JSON.stringify({ taken })}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = error instanceof NewerDatabase ? 4 : 1;
}
