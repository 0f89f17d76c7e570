import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { Clock } from './clock.ts';
import { Database } from './database.ts';
import { DiskStorage } from './files/disk-storage.ts';
import { missingFile, type FileStorage, type LocalFile } from './files/file-storage.ts';
import { openFile, type OpenedFile } from './open-file.ts';

/** An upload on the disk: complete, hashed and within its size limit, but not stored yet. */
export interface SpooledFile {
  readonly path: string;
  readonly name: string;
  readonly sizeBytes: number;
  readonly sha256: string;
}

/** The columns of a row that name a received file: in the spool until it is read, in the store afterwards. */
export interface ReceivedFile {
  readonly spool_name: string | null;
  readonly file_sha256: string | null;
}

const HOUR_MS = 3600_000;
const SIGN_EVERY_MS = 20_000;
const NAMES_AT_ONCE = 1000;

/**
 * Content-addressed files (SHA-256), in one folder per cooperative, and uploads that wait until a job has read them.
 * Their bytes are on the disk, or in an S3-compatible service that all machines share. A file is reached only through a
 * row of the room that received it.
 */
@Injectable()
export class FileStore {
  constructor(
    private readonly folder: string,
    private readonly storage: FileStorage,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Folder of uploads and temporary files of this machine. */
  get spoolFolder(): string {
    return path.join(this.folder, 'spool');
  }

  /** Whether machines share the files through an S3-compatible service and not through their file system. */
  get isShared(): boolean {
    return this.storage.kind === 's3';
  }

  /**
   * Stores a spooled file for the actor's cooperative. Identical bytes are stored once. Locks the hash until the
   * transaction ends.
   */
  async store(file: SpooledFile): Promise<void> {
    await this.#alone(file.sha256);
    await this.#whileIdle(() => this.storage.store(this.#keyOf(file.sha256), file));
    await this.#record(file);
  }

  /**
   * Stores an upload that `shareUpload` made readable. Where machines share the files, the waiting bytes are deleted
   * only when the transaction has committed: a job that fails can start again from them.
   */
  async storeUpload(name: string, { sha256, sizeBytes }: Pick<SpooledFile, 'sha256' | 'sizeBytes'>): Promise<void> {
    const spooled = { path: this.#spooled(name), name, sha256, sizeBytes };
    if (!this.isShared || !(await this.storage.exists(spoolKey(name)))) return this.store(spooled);
    await this.#alone(sha256);
    if (!(await this.storage.exists(this.#keyOf(sha256))))
      await this.#whileIdle(() => this.storage.copy(spoolKey(name), this.#keyOf(sha256)));
    await this.#record(spooled);
    this.database.afterCommit(() => this.deleteUpload(name));
  }

  /**
   * Makes an upload readable on every machine. Call it in the unit that stores the row that names it. Returns its name
   * for the row. Where machines share the files, the local file is deleted.
   */
  async shareUpload(file: SpooledFile): Promise<string> {
    const name = path.basename(file.path);
    if (!this.isShared) return name;
    await this.#whileIdle(() => this.storage.store(spoolKey(name), file));
    return name;
  }

  /** Deletes an upload, here and where machines share it. Call it after the commit. */
  async deleteUpload(name: string): Promise<void> {
    await rm(this.#spooled(name), { force: true });
    if (this.isShared) await this.storage.delete(spoolKey(name));
  }

  /**
   * Deletes shared uploads that are an hour old and that no row names. Returns how many were deleted.
   * @param inUse returns which of the names a row still needs
   */
  async cleanUpUploads(
    inUse: (names: readonly string[]) => Promise<ReadonlySet<string>>,
    now = Date.now(),
  ): Promise<number> {
    if (!this.isShared) return 0;
    let deleted = 0;
    let names: string[] = [];
    const deleteUnused = async () => {
      const needed = await inUse(names);
      for (const name of names.filter((each) => !needed.has(each))) {
        await this.storage.delete(spoolKey(name));
        deleted += 1;
      }
      names = [];
    };
    for await (const { key, modifiedAt } of this.storage.list(spoolKey(''))) {
      if (now - modifiedAt.getTime() > HOUR_MS) names.push(key.slice(spoolKey('').length));
      if (names.length >= NAMES_AT_ONCE) await deleteUnused();
    }
    if (names.length > 0) await deleteUnused();
    return deleted;
  }

  /**
   * Deletes a stored file that no row names any more. Call it in the system's unit that deleted the last row. Returns
   * whether the file was deleted. The bytes are deleted last: if the unit fails after that, only rows that were to be
   * deleted remain.
   */
  async deleteUnreferenced(sha256: string): Promise<boolean> {
    await this.#alone(sha256);
    const deleted = await this.database.query(
      'delete from platform.stored_file where sha256 = $1 and not platform.names_file(sha256) returning sha256',
      [sha256],
    );
    if (deleted.length > 0) await this.storage.delete(this.#keyOf(sha256));
    return deleted.length > 0;
  }

  /** Opens a stored file. The caller must have checked access to its row, and must close it. */
  async open(sha256: string): Promise<OpenedFile> {
    const file = await this.localFile(sha256);
    if (!file) throw missingFile(sha256);
    const opened = await openFile(file.path).catch(async (error: unknown) => {
      await file.release();
      throw error;
    });
    return { ...opened, close: () => opened.close().finally(() => file.release()) };
  }

  /** Returns the bytes as a stream, for a download, once the first can be read. */
  stream(sha256: string): Promise<Readable> {
    return this.storage.stream(this.#keyOf(sha256));
  }

  /** Returns whether the bytes of a stored file are there. */
  has(sha256: string): Promise<boolean> {
    return this.storage.exists(this.#keyOf(sha256));
  }

  /** Returns a stored file for readers that need a path; null when its bytes are missing. The caller must release it. */
  localFile(sha256: string): Promise<LocalFile | null> {
    return this.storage.localFile(this.#keyOf(sha256));
  }

  /**
   * Returns a received file for readers that need a path: from the spool, or from the store when an earlier run failed
   * after storing it. Null when its bytes are missing. The caller must release it.
   */
  async localUpload({ spool_name, file_sha256 }: ReceivedFile): Promise<LocalFile | null> {
    const waiting = spool_name === null ? null : await this.#waiting(path.basename(spool_name));
    return waiting ?? (file_sha256 === null ? null : this.localFile(file_sha256));
  }

  async #waiting(name: string): Promise<LocalFile | null> {
    const shared = await this.storage.localFile(spoolKey(name));
    if (shared || !this.isShared) return shared;
    // received before the files were moved to the shared store
    return new DiskStorage(this.folder).localFile(spoolKey(name));
  }

  async #record({ sha256, sizeBytes }: Pick<SpooledFile, 'sha256' | 'sizeBytes'>): Promise<void> {
    await this.database.query(
      'insert into platform.stored_file (sha256, size_bytes, kept_at) values ($1, $2, $3) on conflict do nothing',
      [sha256, sizeBytes, this.clock.now()],
    );
  }

  /** Runs work that may take minutes. The database ends a session that is idle in its transaction for one minute. */
  async #whileIdle<T>(work: () => Promise<T>): Promise<T> {
    const sign = setInterval(() => void this.database.query('select 1').catch(() => undefined), SIGN_EVERY_MS);
    try {
      return await work();
    } finally {
      clearInterval(sign);
    }
  }

  /** Locks the hash, so that no other unit stores or deletes these bytes until this one ends. */
  async #alone(sha256: string): Promise<void> {
    await this.database.query(
      `select pg_advisory_xact_lock(hashtextextended('platform.file' || platform.cooperative() || $1, 0))`,
      [sha256],
    );
  }

  #spooled(name: string): string {
    return path.join(this.spoolFolder, path.basename(name));
  }

  #keyOf(sha256: string): string {
    return storedFileKey(this.database.actor().cooperativeId, sha256);
  }
}

const spoolKey = (name: string): string => `spool/${name}`;

/** Returns the key of a stored file. */
export const storedFileKey = (cooperativeId: string, sha256: string): string =>
  `files/${cooperativeId}/${sha256.slice(0, 2)}/${sha256}`;
