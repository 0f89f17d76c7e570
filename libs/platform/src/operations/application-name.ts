import os from 'node:os';
import path from 'node:path';

/** PostgreSQL cuts a longer name. */
const NAME_LENGTH_MAX = 63;

/** Returns the name that connections have in pg_stat_activity: their use, and which process of which machine they belong to. */
export function applicationName(use: string): string {
  return `tallgrunn ${use} ${os.hostname()}:${process.pid}`.slice(0, NAME_LENGTH_MAX);
}

/** The program that this process runs, by the name of its file. */
export const programName = (): string => path.basename(process.argv[1] ?? 'node').replace(/\.\w+$/, '');
