import { randomBytes, randomUUID } from 'node:crypto';
import { mkdir, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';

const TOUCH_EVERY_MS = 5_000;
/** A lease not touched for this long belongs to a process that has ended. */
const STALE_AFTER_MS = 30_000;

const LEASE = 'lease-';
/** Id of this process in the spool. The names of all its files there begin with it. */
const processToken = randomBytes(8).toString('hex');
const spoolNamePattern = /^(?:lease-)?([0-9a-f]{16})(?:-|$)/;

/** Returns a new name for a file of this process in the spool. */
export const spoolName = (kind = ''): string => `${processToken}-${kind}${randomUUID()}`;

/** Returns the prefix for a folder of this process in the spool. */
export const spoolPrefix = (kind: string): string => `${processToken}-${kind}-`;

/**
 * Maintains a lease file in the spool while this process runs. When it is no longer touched, the process's other files
 * there are orphans. The files of programs without a lease, such as commands, are removed by `cleanUpSpool`.
 */
export async function maintainLease(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, `${LEASE}${processToken}`);
  const touch = async () => {
    const now = new Date();
    await utimes(file, now, now).catch(() => writeFile(file, '', { mode: 0o600 }));
  };
  await touch();
  setInterval(() => void touch().catch(() => undefined), TOUCH_EVERY_MS).unref();
}

/** Removes spool files of processes that have ended. */
export class CleanUpLeases {
  readonly #folder: string;
  readonly #inUse: (names: readonly string[]) => Promise<ReadonlySet<string>>;
  #suspects: ReadonlySet<string> = new Set();

  /** @param inUse returns which of the names a row still needs */
  constructor(folder: string, inUse: (names: readonly string[]) => Promise<ReadonlySet<string>>) {
    this.#folder = folder;
    this.#inUse = inUse;
  }

  /**
   * Checks once. A process counts as ended when its lease is stale in two checks in a row: after a machine has slept,
   * running processes have renewed theirs by the second check. Returns the names that were removed.
   */
  async run(now = Date.now()): Promise<string[]> {
    const names = await readdir(this.#folder).catch(() => [] as string[]);
    const stale = new Set<string>();
    for (const name of names.filter((each) => each.startsWith(LEASE))) {
      const lease = await stat(path.join(this.#folder, name)).catch(() => null);
      if (lease && now - lease.mtimeMs > STALE_AFTER_MS) stale.add(name.slice(LEASE.length));
    }
    const ended = [...stale].filter((each) => this.#suspects.has(each));
    this.#suspects = stale;
    if (ended.length === 0) return [];
    const leftNames = names.filter(
      (name) => !name.startsWith(LEASE) && ended.includes(spoolNamePattern.exec(name)?.[1] ?? ''),
    );
    const used = leftNames.length > 0 ? await this.#inUse(leftNames) : new Set<string>();
    const orphans = leftNames.filter((name) => !used.has(name));
    for (const name of orphans) await rm(path.join(this.#folder, name), { recursive: true, force: true });
    // files that a row still needs stay; they are removed with the row
    for (const each of ended) await rm(path.join(this.#folder, `${LEASE}${each}`), { force: true });
    return orphans;
  }
}
