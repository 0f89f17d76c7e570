import { makeFilesPrivate, readConfig, type Config } from '@tallgrunn/platform';
import { Client } from 'pg';

/** Exit code of a program with an invalid configuration (EX_CONFIG of sysexits.h); its last line states the reason. */
const EXIT_SETUP = 78;
const CONNECT_MS = 10_000;
const POSTGRES_LEAST = 17;

/** Error codes of the system and PostgreSQL for a lost database connection. */
const CONNECTION_LOST_CODES = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', '57P01', '57P02', '57P03']);

/** Reason why a program cannot start, as one sentence for the operator. */
export class StartFault extends Error {
  override readonly name = 'StartFault';
}

/** Runs a program with its configuration. A start failure is printed as one line on stderr. */
export async function runProgram(run: (config: Config) => Promise<void>): Promise<void> {
  try {
    await run(configured());
  } catch (thrown) {
    const error = CONNECTION_LOST_CODES.has((thrown as { code?: string }).code ?? '')
      ? new StartFault(`The database went away while the program started: ${reasonOf(thrown)}.`)
      : thrown;
    const isSetup = error instanceof StartFault;
    const text = isSetup ? error.message.replaceAll(/\s*\n\s*/g, ' ') : String((error as Error)?.stack ?? error);
    process.stderr.write(`${text}\n`, () => process.exit(isSetup ? EXIT_SETUP : 1));
  }
}

/** Returns the configuration, with a usable data folder. @throws StartFault */
function configured(): Config {
  try {
    const config = readConfig();
    makeFilesPrivate(config.dataFolder);
    return config;
  } catch (error) {
    const { code, path } = error as NodeJS.ErrnoException;
    if (code === 'ENOSPC' || code === 'EDQUOT')
      throw new StartFault(`The disk is full: make room where ${path ?? 'the data folder'} is, and start once more.`);
    if (code !== undefined && path !== undefined)
      throw new StartFault(
        `The data folder cannot be used (${code} at ${path}): give it to the user who starts Tallgrunn, or set TALLGRUNN_DATA to another folder.`,
      );
    throw new StartFault(error instanceof Error ? error.message : String(error));
  }
}

/** Returns the reason why a port cannot be opened, with the names of the settings. */
export function listenError(
  error: NodeJS.ErrnoException,
  portName: string,
  hostName: string,
  port: number,
  host: string,
): Error {
  if (error.code === 'EADDRINUSE')
    return new StartFault(`Port ${port} is taken: stop what uses it, or set ${portName} to another.`);
  if (error.code === 'EACCES')
    return new StartFault(`Port ${port} may not be opened by this user: set ${portName} to one above 1023.`);
  if (['EADDRNOTAVAIL', 'ENOTFOUND', 'EINVAL', 'EAI_AGAIN'].includes(error.code ?? ''))
    return new StartFault(
      `${hostName} is ${JSON.stringify(host)}: this machine has no such address. Write 127.0.0.1, 0.0.0.0 or one of its own.`,
    );
  return error;
}

/**
 * Requires that the database answers and is new enough, and that `check` finds no fault.
 * @param variable the setting with the address
 * @throws StartFault
 */
export async function requireDatabase(
  variable: string,
  url: string,
  check: (client: Client) => Promise<string | null> = () => Promise.resolve(null),
): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: CONNECT_MS });
  client.on('error', () => undefined); // the current statement fails with the same error
  try {
    await client.connect();
    const { rows } = await client.query<{ version: string }>(`select current_setting('server_version') as version`);
    const version = rows[0]?.version ?? '';
    if (Number.parseInt(version, 10) < POSTGRES_LEAST)
      throw new StartFault(
        `The PostgreSQL of ${variable} is version ${version}: Tallgrunn needs ${POSTGRES_LEAST} or newer.`,
      );
    const fault = await check(client);
    if (fault !== null) throw new StartFault(fault);
  } catch (error) {
    if (error instanceof StartFault) throw error;
    const isRefused = ['28P01', '28000'].includes((error as { code?: string }).code ?? '');
    const advice =
      isRefused && variable === 'APP_DATABASE_URL' ? ' `migrate` makes the role and sets its password.' : '';
    throw new StartFault(
      `The PostgreSQL at ${placeOf(url)} (${variable}) cannot be used: ${reasonOf(error)}.${advice}`,
    );
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Returns host and port of an address, without user and password. */
function placeOf(url: string): string {
  const { hostname, port, searchParams } = new URL(url);
  return `${hostname || searchParams.get('host') || 'the local socket'}${port ? `:${port}` : ''}`;
}

function reasonOf(error: unknown): string {
  const { message, errors } = error as { message?: string; errors?: readonly Error[] };
  return (message || errors?.[0]?.message || String(error)).replace(/\.$/, '');
}
