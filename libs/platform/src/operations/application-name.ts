import os from 'node:os';
import path from 'node:path';

/** PostgreSQL truncates longer names. */
const NAME_LENGTH_MAX = 63;

/** Returns the name of connections in pg_stat_activity: their use, host and process id. */
export function applicationName(use: string): string {
  return `tallgrunn ${use} ${os.hostname()}:${process.pid}`.slice(0, NAME_LENGTH_MAX);
}

/** Returns the file name of the program in this process, without its extension. */
export const programName = (): string => path.basename(process.argv[1] ?? 'node').replace(/\.\w+$/, '');
