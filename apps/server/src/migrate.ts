import 'reflect-metadata';
import { NewerDatabase } from '@tallgrunn/platform';
import { migrateDatabase } from './migrate-database.ts';
import { requireDatabase, runProgram, StartFault } from './run-program.ts';

// Migration program: run `migrate` before `serve` and `work`. Prints one JSON line; exit code 4 means that the database
// is newer.
await runProgram(async (config) => {
  await requireDatabase('DATABASE_URL', config.ownerUrl);
  try {
    const { taken } = await migrateDatabase(config);
    process.stdout.write(`${JSON.stringify({ taken })}\n`);
  } catch (error) {
    if (!(error instanceof NewerDatabase)) throw new StartFault((error as Error).message);
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 4;
  }
});
