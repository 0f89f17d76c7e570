import { isLoopback } from '../transport.ts';

/** Operating settings: resources, timeouts and alert channels. */
export interface OperationsConfig {
  /** Port of the worker's probes and metrics; 0: none. */
  readonly workPort: number;
  readonly workHost: string;
  /** Bearer token for /metrics; null: only this machine may call it. */
  readonly metricsToken: string | null;
  /** Size of the main connection pool of each process. */
  readonly poolSize: number;
  /** Longest wait of a request for a connection, seconds; a worker waits at least two minutes. */
  readonly connectSeconds: number;
  /** Whether a worker keeps a session in which committed jobs wake it; impossible behind a pooler of transactions. */
  readonly listens: boolean;
  /** Longest statement of a request, seconds. */
  readonly statementSeconds: number;
  /** Longest wait of a request for a lock, seconds. */
  readonly lockSeconds: number;
  /** Time that running requests and jobs get after SIGTERM, seconds. */
  readonly shutdownSeconds: number;
  /** Uploads are rejected below this many free bytes. */
  readonly diskFreeMinBytes: number;
  /** Longest silence of clamd after the whole file has been sent, seconds; large files get more. */
  readonly clamdSeconds: number;
  /** Addresses that receive alerts. */
  readonly alertMail: readonly string[];
  /** Address to which alerts are posted as JSON; null: none. */
  readonly alertWebhook: string | null;
  /** Seconds that a fault must last before it is reported. */
  readonly alertAfterSeconds: number;
  /** Whether each request is logged. */
  readonly logsRequests: boolean;
}

const MEGABYTE = 1024 * 1024;

export const defaultOperations: OperationsConfig = {
  workPort: 0,
  workHost: '127.0.0.1',
  metricsToken: null,
  poolSize: 12,
  connectSeconds: 15,
  listens: true,
  statementSeconds: 60,
  lockSeconds: 30,
  shutdownSeconds: 8,
  diskFreeMinBytes: 500 * MEGABYTE,
  clamdSeconds: 30,
  alertMail: [],
  alertWebhook: null,
  alertAfterSeconds: 60,
  logsRequests: true,
};

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];

/**
 * Reads the operating settings.
 * @throws Error naming the variable, its value and the expected format
 */
export function readOperations(env: NodeJS.ProcessEnv): OperationsConfig {
  const base = defaultOperations;
  return {
    workPort: wholeNumber(env, 'WORK_PORT', base.workPort, [0, 65_535]),
    workHost: env['WORK_HOST'] || base.workHost,
    metricsToken: metricsToken(env['METRICS_TOKEN'] || null),
    poolSize: wholeNumber(env, 'DATABASE_POOL_SIZE', base.poolSize, [4, 200]),
    connectSeconds: wholeNumber(env, 'DATABASE_CONNECT_SECONDS', base.connectSeconds, [1, 600]),
    listens: onOrOff(env, 'DATABASE_LISTEN', base.listens),
    statementSeconds: wholeNumber(env, 'DATABASE_STATEMENT_SECONDS', base.statementSeconds, [1, 3600]),
    lockSeconds: wholeNumber(env, 'DATABASE_LOCK_SECONDS', base.lockSeconds, [1, 3600]),
    shutdownSeconds: wholeNumber(env, 'SHUTDOWN_SECONDS', base.shutdownSeconds, [1, 3600]),
    diskFreeMinBytes:
      wholeNumber(env, 'DISK_FREE_MIN_MB', base.diskFreeMinBytes / MEGABYTE, [0, 100_000_000]) * MEGABYTE,
    clamdSeconds: wholeNumber(env, 'CLAMD_SECONDS', base.clamdSeconds, [1, 300]),
    alertMail: mailAddresses(env['ALERT_MAIL'] ?? ''),
    alertWebhook: webhook(env['ALERT_WEBHOOK'] || null),
    alertAfterSeconds: wholeNumber(env, 'ALERT_AFTER_SECONDS', base.alertAfterSeconds, [0, 86_400]),
    logsRequests: onOrOff(env, 'REQUEST_LOG', base.logsRequests),
  };
}

/**
 * Returns a port number from the environment.
 * @throws Error naming the variable
 */
export const portFrom = (env: NodeJS.ProcessEnv, name: string, fallback: number): number =>
  wholeNumber(env, name, fallback, [0, 65_535]);

/**
 * Validates a pino log level.
 * @throws Error naming LOG_LEVEL
 */
export function logLevel(text: string | undefined): string {
  const level = text || 'info';
  if (LOG_LEVELS.includes(level)) return level;
  throw new Error(`LOG_LEVEL is unknown: ${JSON.stringify(level)}. Write one of ${LOG_LEVELS.join(', ')}.`);
}

/**
 * Validates the address that users open.
 * @throws Error naming PUBLIC_URL
 */
export function publicAddress(text: string): string {
  const url = URL.parse(text);
  if (url && ['http:', 'https:'].includes(url.protocol) && url.hostname !== '') return text;
  throw new Error(
    `PUBLIC_URL is not a web address: ${JSON.stringify(text)}. Write https://tallgrunn.example.no, with https:// before the name.`,
  );
}

/**
 * Returns a secret from the environment, or the fallback when it is not set.
 * @throws Error when it is set but empty
 */
export function secretFrom(env: NodeJS.ProcessEnv, name: string, fallback: () => string): string {
  const given = env[name];
  if (given === undefined) return fallback();
  if (given.split(',').some((each) => each.trim() !== '')) return given;
  throw new Error(`${name} is empty: write a long random text, or leave ${name} out and one is made.`);
}

function wholeNumber(
  env: NodeJS.ProcessEnv,
  name: string,
  fallback: number,
  [least, most]: readonly [number, number],
): number {
  const text = env[name]?.trim() || String(fallback);
  const value = Number(text);
  if (/^\d{1,12}$/.test(text) && value >= least && value <= most) return value;
  throw new Error(
    `${name} is ${JSON.stringify(text)}: write a whole number from ${least} to ${most}, as in ${fallback}.`,
  );
}

function onOrOff(env: NodeJS.ProcessEnv, name: string, fallback: boolean): boolean {
  const text = env[name]?.trim() || (fallback ? 'on' : 'off');
  if (text === 'on' || text === 'off') return text === 'on';
  throw new Error(`${name} is ${JSON.stringify(text)}: write on or off.`);
}

function metricsToken(text: string | null): string | null {
  if (text === null || /^[\x21-\x7e]{16,}$/.test(text)) return text;
  throw new Error('METRICS_TOKEN is too short or has spaces: write at least 16 random letters and digits.');
}

function mailAddresses(text: string): string[] {
  const addresses = text
    .split(',')
    .map((each) => each.trim())
    .filter(Boolean);
  const wrong = addresses.find((each) => !/^[^\s<>@,]+@[^\s<>@,]+$/.test(each));
  if (wrong === undefined) return addresses;
  throw new Error(
    `ALERT_MAIL has an address that is none: ${JSON.stringify(wrong)}. Write name@example.org, with commas between several.`,
  );
}

function webhook(text: string | null): string | null {
  if (text === null) return null;
  const url = URL.parse(text);
  if (url && (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname)))) return text;
  throw new Error('ALERT_WEBHOOK is not an address: write https://…, or http:// for a receiver on this machine.');
}
