import connectPgSimple from 'connect-pg-simple';
import type { Request, RequestHandler } from 'express';
import session from 'express-session';
import { Pool } from 'pg';
import { applicationName, splitSecrets, type Config, type Metrics } from '@tallgrunn/platform';
import { apiKeyFrom } from './keys/bearer.ts';
import './session-data.ts';

const MINUTE_MS = 60_000;

/**
 * Creates the session middleware. Sessions are stored in the database, so that they can be ended. The cookie is not
 * readable by scripts, not sent from other sites, and deleted when the browser closes. A session that was idle too long
 * or is too old is discarded. Nothing is stored for visitors who have not signed in.
 */
export function createSessionMiddleware(
  config: Config,
  metrics: Metrics,
): { handler: RequestHandler; close: () => Promise<void> } {
  const { idleMinutes, longestMinutes } = config.signIn;
  const Store = connectPgSimple(session);
  const pool = new Pool({
    connectionString: config.appUrl,
    max: 4,
    connectionTimeoutMillis: 1000 * config.operations.connectSeconds,
    application_name: applicationName('sessions'),
  });
  metrics.watchPool('sessions', pool);
  pool.on('error', () => undefined);
  const store = new Store({
    pool,
    schemaName: 'identity',
    tableName: 'session',
    pruneSessionInterval: 3600,
    ttl: idleMinutes * 60,
  });
  const middleware = session({
    store,
    name: config.https ? '__Host-tallgrunn' : 'tallgrunn',
    secret: splitSecrets(config.sessionSecret),
    resave: false,
    saveUninitialized: false,
    cookie: { httpOnly: true, sameSite: 'lax', secure: config.https, path: '/' },
  });
  const isTooOld = ({ session: { personId, startedAt = 0 } }: Request) =>
    personId !== undefined && Date.now() - startedAt > longestMinutes * MINUTE_MS;
  // Requests with an API key use no session: none is read, created or prolonged, even if a cookie is sent.
  const handler: RequestHandler = (request, response, next) => {
    if (apiKeyFrom(request) !== null) return next();
    middleware(request, response, (error?: unknown) =>
      error || !isTooOld(request) ? next(error) : request.session.regenerate(next),
    );
  };
  const close = async () => {
    await store.close();
    await pool.end();
  };
  return { handler, close };
}
