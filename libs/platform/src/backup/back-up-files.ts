import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { link, lstat, mkdir, readdir, rm } from 'node:fs/promises';
import { once } from 'node:events';
import path from 'node:path';
import type { Readable } from 'node:stream';
import type { Client } from 'pg';
import { isMissingFile, type FileStorage } from '../files/file-storage.ts';
import { FILE_LIST, type BackupFile, type BackupFiles } from './backup-manifest.ts';
import { copyHashed } from './hashed-files.ts';

export interface FileSources {
  readonly storage: FileStorage;
  readonly dataFolder: string;
  readonly inboxFolder: string;
  readonly auditHeadsFolder: string;
}

/** Subfolders of the inbox that hold processed files. */
const PROCESSED_FOLDERS = new Set(['done', 'refused']);

/**
 * Copies the files that the snapshot of the client names, and writes the file list. Run it first after taking the
 * snapshot: the fewer files are deleted meanwhile, the better. Stored files never change, so files of `previous`, an
 * older backup, are hard-linked where the disk allows.
 */
export class BackUpFiles {
  #count = 0;
  #sizeBytes = 0;
  readonly #hash = createHash('sha256');
  readonly #gone: string[] = [];
  readonly #heads: BackupFile[] = [];

  constructor(
    private readonly folder: string,
    private readonly sources: FileSources,
    private readonly previous: string | null,
  ) {}

  /**
   * Copies the exported chain heads. Run it before taking the snapshot: the snapshot then contains the links of all of
   * them.
   */
  async copyHeads(): Promise<void> {
    for await (const file of this.#tree(this.sources.auditHeadsFolder, 'audit-heads')) this.#heads.push(file);
  }

  /** Copies the files and writes the list. `isNamed` tells whether rows still name a file that was not on the disk. */
  async run(client: Client, isNamed: (file: string) => Promise<boolean>): Promise<BackupFiles> {
    const list = createWriteStream(path.join(this.folder, FILE_LIST), { mode: 0o600, flush: true });
    const write = async (file: BackupFile) => {
      const line = `${JSON.stringify(file)}\n`;
      this.#hash.update(line);
      this.#count += 1;
      this.#sizeBytes += file.sizeBytes;
      if (!list.write(line)) await once(list, 'drain');
    };
    for await (const file of this.#all(client)) await write(file);
    list.end();
    await once(list, 'close');
    const missing: string[] = [];
    for (const file of this.#gone) if (await isNamed(file)) missing.push(file);
    return {
      count: this.#count,
      sizeBytes: this.#sizeBytes,
      sha256: this.#hash.digest('hex'),
      removed: this.#gone.filter((file) => !missing.includes(file)),
      missing,
    };
  }

  async *#all(client: Client): AsyncGenerator<BackupFile> {
    const { inboxFolder } = this.sources;
    yield* this.#heads;
    for (const name of await listSpoolNames(client)) yield* this.#waiting(path.join('spool', name));
    for await (const place of storedFiles(client)) yield* this.#stored(place);
    yield* this.#tree(inboxFolder, 'inbox');
  }

  async *#stored(place: string): AsyncGenerator<BackupFile> {
    const target = path.join(this.folder, place);
    const sha256 = path.basename(place);
    await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
    if (this.previous && (await createHardLink(path.join(this.previous, place), target))) {
      yield { path: place, sha256, sizeBytes: (await lstat(target)).size };
      return;
    }
    yield* this.#copied(() => this.sources.storage.stream(keyOf(place)), place);
  }

  /** Copies an upload that a row waits for, from where the machines share it, or from the spool of this machine. */
  async *#waiting(place: string): AsyncGenerator<BackupFile> {
    const { storage, dataFolder } = this.sources;
    if (storage.kind === 's3' && (await storage.exists(keyOf(place))))
      yield* this.#copied(() => storage.stream(keyOf(place)), place);
    else yield* this.#tree(path.join(dataFolder, place), place, true);
  }

  /** Copies one file, or all files below a folder. Symbolic links are skipped. `isNeeded`: rows name it. */
  async *#tree(from: string, place: string, isNeeded = false): AsyncGenerator<BackupFile> {
    const entry = await lstat(from).catch(() => null);
    if (entry?.isDirectory()) {
      for (const name of (await readdir(from)).toSorted())
        if (!(place.startsWith('inbox') && PROCESSED_FOLDERS.has(name)))
          yield* this.#tree(path.join(from, name), path.join(place, name), isNeeded);
    } else if (entry?.isFile()) yield* this.#copied(() => from, place);
    else if (isNeeded && !entry) this.#gone.push(place);
  }

  async *#copied(source: () => string | Promise<Readable>, place: string): AsyncGenerator<BackupFile> {
    const target = path.join(this.folder, place);
    try {
      yield { path: place, ...(await copyHashed(await source(), target)) };
    } catch (error) {
      if (!isMissingFile(error)) throw error;
      await rm(target, { force: true });
      this.#gone.push(place);
    }
  }
}

/** Returns the key of a place in the backup. */
const keyOf = (place: string): string => place.split(path.sep).join('/');

async function createHardLink(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch {
    return false; // not in the older backup, or the disk has no hard links: the caller copies it
  }
}

/** Returns the uploads that rows wait for: the values of all columns named `spool_name`. */
async function listSpoolNames(client: Client): Promise<string[]> {
  const { rows: tables } = await client.query<{ name: string }>(
    `select a.attrelid::regclass::text as name from pg_attribute a join pg_class c on c.oid = a.attrelid
     where a.attname = 'spool_name' and c.relkind in ('r', 'p') and not c.relispartition and not a.attisdropped order by 1`,
  );
  const names = new Set<string>();
  for (const { name } of tables) {
    const { rows } = await client.query<{ spool: string }>(
      `select distinct spool_name as spool from ${name} where spool_name is not null`,
    );
    for (const { spool } of rows) names.add(spool);
  }
  return [...names].toSorted();
}

/** Yields the paths of stored files, relative to the data folder, through a cursor. */
async function* storedFiles(client: Client): AsyncGenerator<string> {
  await client.query(
    `declare stored_files no scroll cursor for select cooperative_id as cooperative, sha256 from platform.stored_file order by 1, 2`,
  );
  for (;;) {
    const { rows } = await client.query<{ cooperative: string; sha256: string }>('fetch 2000 from stored_files');
    for (const { cooperative, sha256 } of rows) yield path.join('files', cooperative, sha256.slice(0, 2), sha256);
    if (rows.length === 0) break;
  }
  await client.query('close stored_files');
}

/** Returns whether rows name a file now. Call it in a later snapshot than that of the backup. */
export async function isFileReferenced(client: Client, place: string): Promise<boolean> {
  if (place.startsWith('spool')) {
    const name = place.split(path.sep)[1] ?? '';
    return (await listSpoolNames(client)).includes(name);
  }
  const { rowCount } = await client.query(
    'select from platform.stored_file where sha256 = $1 and cooperative_id = $2',
    [path.basename(place), place.split(path.sep)[1]],
  );
  return (rowCount ?? 0) > 0;
}
