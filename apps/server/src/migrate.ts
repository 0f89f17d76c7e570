import 'reflect-metadata';
import { NewerDatabase } from '@tallgrunn/platform';
import { migrateDatabase } from './migrate-database.ts';
import { requireDatabase, runProgram, StartFault } from './run-program.ts';

// A step of its own: `migrate` before `serve` and `work`. One JSON line on stdout; exit 4 says the database is newer.
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
