// Before the first test of a run: starts a separate PostgreSQL, unless `npm test` or the developer provides one.
import { startTemporaryPostgres } from '../../tools/postgres/throwaway.mts';

export default async function startPostgres() {
  if (process.env.TEST_DATABASE_URL) return;
  globalThis.throwawayPostgres = await startTemporaryPostgres();
  process.env.TEST_DATABASE_URL = globalThis.throwawayPostgres.url;
}
