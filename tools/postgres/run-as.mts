import { spawnSync } from 'node:child_process';
import { chownSync, lchownSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { UserError } from '../user-error.mts';
import { binaryOf } from './binaries.mts';

/** The way to start a PostgreSQL binary: words before the command, and the user to switch to. */
export interface RunAs {
  prefix: string[];
  identity: { uid?: number; gid?: number };
}

const namespace = ['unshare', '--user', '--map-user=65534', '--map-group=65534', '--'];

function unprivilegedUser(): { name: string; uid: number; gid: number } | undefined {
  const lines = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const passwdLine = lines.find(([name]) => name === 'postgres') ?? lines.find(([name]) => name === 'nobody');
  return passwdLine && { name: passwdLine[0] ?? '', uid: Number(passwdLine[2]), gid: Number(passwdLine[3]) };
}

/** Changes the owner of a folder and its content, unless the user owns it already. */
function changeOwner(folder: string, uid: number, gid: number): void {
  if (statSync(folder).uid === uid) return;
  for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    lchownSync(path.join(folder, entry), uid, gid);
  chownSync(folder, uid, gid);
}

/**
 * Returns true if a user may enter a folder, according to every folder above it. A started process cannot test this,
 * because it would be root during the test.
 */
function canEnter(folder: string, { uid, gid }: { uid: number; gid: number }): boolean {
  const { mode, uid: owner, gid: group } = statSync(folder);
  const isOpen = (mode & (owner === uid ? 0o100 : group === gid ? 0o010 : 0o001)) !== 0;
  const above = path.dirname(folder);
  return isOpen && (above === folder || canEnter(above, { uid, gid }));
}

function canRun(home: string, folder: string, { prefix, identity }: RunAs): boolean {
  const [command = '', ...words] = [...prefix, binaryOf(home, 'postgres'), '-V'];
  return spawnSync(command, words, { ...identity, cwd: folder }).status === 0;
}

/**
 * Chooses the user for PostgreSQL, which refuses to run as root. Root switches to `postgres` (or `nobody`). Where that
 * user cannot enter the folders, it stays root outside and is `nobody` in a user namespace.
 */
export function chooseRunAs(home: string, folder: string): RunAs {
  const asIs: RunAs = { prefix: [], identity: {} };
  if (process.platform === 'win32' || process.getuid?.() !== 0) return asIs;
  const user = unprivilegedUser();
  if (user) {
    const setuid: RunAs = { prefix: [], identity: { uid: user.uid, gid: user.gid } };
    changeOwner(folder, user.uid, user.gid);
    if (canEnter(folder, user) && canEnter(home, user) && canRun(home, folder, setuid)) return setuid;
  }
  changeOwner(folder, 0, 0);
  const mapped: RunAs = { prefix: namespace, identity: {} };
  if (canRun(home, folder, mapped)) return mapped;
  throw new UserError(
    `PostgreSQL refuses to run as root, and ${user?.name ?? 'no other user'} may not enter ${folder}: start as an ordinary user, move the checkout out of a private folder, or set DATABASE_URL.`,
  );
}
