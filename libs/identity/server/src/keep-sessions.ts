import connectPgSimple from 'connect-pg-simple';
import type { RequestHandler } from 'express';
import session from 'express-session';
import { Pool } from 'pg';
import type { Config } from '@tallgrunn/platform';
import { bearerOf } from './keys/bearer.ts';

const HOURS_SIGNED_IN = 12;

/** Sessions in the database, so that they can be ended; the cookie is unreadable to scripts and not sent from other sites. */
export function keepSessions(config: Config): { handler: RequestHandler; close: () => Promise<void> } {
  const Store = connectPgSimple(session);
  const pool = new Pool({ connectionString: config.appUrl, max: 4 });
  pool.on('error', () => undefined);
  const store = new Store({ pool, schemaName: 'identity', tableName: 'session', pruneSessionInterval: 3600 });
  const keep = session({
    store,
    name: config.https ? '__Host-tallgrunn' : 'tallgrunn',
    secret: config.sessionSecret,
    resave: false,
    saveUninitialized: false,
    rolling: true,
    cookie: { httpOnly: true, sameSite: 'lax', secure: config.https, path: '/', maxAge: HOURS_SIGNED_IN * 3_600_000 },
  });
  // A machine key stands for itself: no session is read, made or prolonged, whatever cookie comes along.
  const handler: RequestHandler = (request, response, next) => (bearerOf(request) === null ? keep(request, response, next) : next());
  const close = async () => {
    store.close();
    await pool.end();
  };
  return { handler, close };
}
