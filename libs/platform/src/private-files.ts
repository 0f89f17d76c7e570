import { chmodSync, lstatSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';

const isRoot = () => process.getuid?.() === 0;

/** The database's folder belongs to the user PostgreSQL runs as, and has its own mode. */
const isOfPostgres = (name: string) => /^postgres-\d+$/.test(name);

/**
 * From now on this process makes folders and files that only its own user may read, and what is in the data folder already is shut to others too.
 * As root, others may pass through the data folder but not look into it: PostgreSQL, which is never root, must reach its own folder there.
 */
export function keepFilesPrivate(dataFolder: string): void {
  process.umask(0o077);
  mkdirSync(dataFolder, { recursive: true });
  if (!isOurs(dataFolder)) return;
  chmodSync(dataFolder, isRoot() ? 0o711 : 0o700);
  for (const name of readdirSync(dataFolder)) {
    const place = path.join(dataFolder, name);
    if (!isOfPostgres(name) && isOurs(place)) chmodSync(place, lstatSync(place).isDirectory() ? 0o700 : 0o600);
  }
}

/** A folder or file of this user; links are let be. */
function isOurs(place: string): boolean {
  const found = lstatSync(place);
  return (found.isDirectory() || found.isFile()) && (process.getuid === undefined || found.uid === process.getuid());
}
