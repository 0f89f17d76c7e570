import { chmodSync, lstatSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';

const isRoot = () => process.getuid?.() === 0;

/** Matches the database folder, which belongs to the user PostgreSQL runs as and has its own mode. */
const isOfPostgres = (name: string) => /^postgres-\d+$/.test(name);

/**
 * Makes new files and folders of this process, and existing ones in the data folder, readable by its own user only. If
 * run as root, other users may pass through the data folder but not list it: PostgreSQL, which never runs as root, must
 * reach its own folder there.
 */
export function makeFilesPrivate(dataFolder: string): void {
  process.umask(0o077);
  mkdirSync(dataFolder, { recursive: true });
  if (!isOwnFile(dataFolder)) return;
  chmodSync(dataFolder, isRoot() ? 0o711 : 0o700);
  for (const name of readdirSync(dataFolder)) {
    const place = path.join(dataFolder, name);
    if (!isOfPostgres(name) && isOwnFile(place)) chmodSync(place, lstatSync(place).isDirectory() ? 0o700 : 0o600);
  }
}

/** Returns whether a place is a folder or file of this user. Symbolic links are not. */
function isOwnFile(place: string): boolean {
  const stats = lstatSync(place);
  return (stats.isDirectory() || stats.isFile()) && (process.getuid === undefined || stats.uid === process.getuid());
}
