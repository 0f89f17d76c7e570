import { randomBytes, randomUUID } from 'node:crypto';
import { mkdir, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';

const TOUCH_EVERY_MS = 5_000;
/** A lease that nobody has touched for so long is of a process that is gone. */
const STALE_AFTER_MS = 30_000;

const LEASE = 'lease-';
/** This process in the spool: all that it lays there begins with it. */
const mark = randomBytes(8).toString('hex');
const marked = /^(?:lease-)?([0-9a-f]{16})(?:-|$)/;

/** Makes a name for something that this process lays in the spool. */
export const spoolName = (kind = ''): string => `${mark}-${kind}${randomUUID()}`;

/** Begins the name of a folder of this process in the spool. */
export const spoolPrefix = (kind: string): string => `${mark}-${kind}-`;

/**
 * Keeps a file in the spool that says that this process runs. Once it is no longer touched, what the process left there is known to be of
 * nobody. Programs that keep none, such as commands, are left to `sweepSpool`.
 */
export async function keepLease(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, `${LEASE}${mark}`);
  const touch = async () => {
    const now = new Date();
    await utimes(file, now, now).catch(() => writeFile(file, '', { mode: 0o600 }));
  };
  await touch();
  setInterval(() => void touch().catch(() => undefined), TOUCH_EVERY_MS).unref();
}

/** Removes what processes that are gone have left in the spool. */
export class SweepLeases {
  readonly #folder: string;
  readonly #inUse: (names: readonly string[]) => Promise<ReadonlySet<string>>;
  #suspects: ReadonlySet<string> = new Set();

  /** `inUse` says which of the names a row still waits for. */
  constructor(folder: string, inUse: (names: readonly string[]) => Promise<ReadonlySet<string>>) {
    this.#folder = folder;
    this.#inUse = inUse;
  }

  /**
   * Looks once. A process is taken for gone when two looks in a row find its lease old: after a machine has been asleep, those that run have
   * touched theirs by the second. Returns the names that went.
   */
  async run(now = Date.now()): Promise<string[]> {
    const names = await readdir(this.#folder).catch(() => [] as string[]);
    const stale = new Set<string>();
    for (const name of names.filter((each) => each.startsWith(LEASE))) {
      const lease = await stat(path.join(this.#folder, name)).catch(() => null);
      if (lease && now - lease.mtimeMs > STALE_AFTER_MS) stale.add(name.slice(LEASE.length));
    }
    const gone = [...stale].filter((each) => this.#suspects.has(each));
    this.#suspects = stale;
    if (gone.length === 0) return [];
    const left = names.filter((name) => !name.startsWith(LEASE) && gone.includes(marked.exec(name)?.[1] ?? ''));
    const used = left.length > 0 ? await this.#inUse(left) : new Set<string>();
    const orphans = left.filter((name) => !used.has(name));
    for (const name of orphans) await rm(path.join(this.#folder, name), { recursive: true, force: true });
    // a row waits for the rest: they stay, and are swept with the row
    for (const each of gone) await rm(path.join(this.#folder, `${LEASE}${each}`), { force: true });
    return orphans;
  }
}
