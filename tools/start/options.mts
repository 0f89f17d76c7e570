import path from 'node:path';
import { parseArgs } from 'node:util';
import { UserError } from '../user-error.mts';

export interface StartOptions {
  /** True to start without the demo world. */
  empty: boolean;
  port: number;
  host: string;
  /** The operator's own PostgreSQL; undefined: the bundled one. */
  databaseUrl: string | undefined;
  databasePort: number;
  /** Archive folder for the write-ahead log of the bundled PostgreSQL; undefined: none. */
  logArchive: string | undefined;
}

export const startHelp = `Usage: npm start [-- --empty]

Installs, builds, starts PostgreSQL, migrates, and serves web and API on one port.

  --empty                  start without the demo world
  PORT=3000                the port of web and API
  HOST=127.0.0.1           the network address to listen on
  DATABASE_URL=...         use this PostgreSQL (17 or newer) instead of the one that comes along
  BACKUP_DIR=...           write a backup there every day
  BACKUP_WAL_DIR=...       archive the log of the PostgreSQL that comes along there
  TALLGRUNN_DATA=.data     where database, files and passwords are kept`;

function portFrom(text: string | undefined, fallback: number, name: string): number {
  const port = Number(text ?? fallback);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new UserError(`${name} is "${text}": it must be a number from 1 to 65535.`);
  return port;
}

function databaseFrom(text: string | undefined): string | undefined {
  if (!text) return undefined;
  if (/^postgres(ql)?:$/.test(URL.parse(text)?.protocol ?? '')) return text;
  throw new UserError(
    'DATABASE_URL is not the address of a PostgreSQL: it must look like postgres://user:password@host:5432/database.',
  ); // not printed, because it contains a password
}

/** Reads the options from arguments and environment; null when help was requested. */
export function readStartOptions(words: string[], env: NodeJS.ProcessEnv): StartOptions | null {
  const { values } = parseArgs({ args: words, options: { empty: { type: 'boolean' }, help: { type: 'boolean' } } });
  if (values.help) return null;
  return {
    empty: values.empty === true,
    port: portFrom(env.PORT, 3000, 'PORT'),
    host: env.HOST ?? '127.0.0.1',
    databaseUrl: databaseFrom(env.DATABASE_URL),
    databasePort: portFrom(env.TALLGRUNN_DATABASE_PORT, 54_317, 'TALLGRUNN_DATABASE_PORT'),
    logArchive: env.BACKUP_WAL_DIR ? path.resolve(env.BACKUP_WAL_DIR) : undefined,
  };
}
