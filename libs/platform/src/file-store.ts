import { createReadStream } from 'node:fs';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { Injectable } from '@nestjs/common';
import { Clock } from './clock.ts';
import { Database } from './database.ts';
import { openFile, type OpenedFile } from './open-file.ts';

/** An upload on the disk: complete, hashed and within its size limit, but not stored yet. */
export interface SpooledFile {
  readonly path: string;
  readonly name: string;
  readonly sizeBytes: number;
  readonly sha256: string;
}

/**
 * Content-addressed files (SHA-256), in one folder per cooperative. A file is reached only through a row of the room
 * that received it.
 */
@Injectable()
export class FileStore {
  constructor(
    private readonly folder: string,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Folder of uploads that are not stored yet. */
  get spoolFolder(): string {
    return path.join(this.folder, 'spool');
  }

  /**
   * Stores a spooled file for the actor's cooperative. Identical bytes are stored once. Locks the hash until the
   * transaction ends.
   */
  async store(file: SpooledFile): Promise<void> {
    await this.#alone(file.sha256);
    const target = this.pathOf(file.sha256);
    await mkdir(path.dirname(target), { recursive: true });
    if (await stat(target).catch(() => null)) await rm(file.path, { force: true });
    else await rename(file.path, target);
    await this.database.query(
      'insert into platform.stored_file (sha256, size_bytes, kept_at) values ($1, $2, $3) on conflict do nothing',
      [file.sha256, file.sizeBytes, this.clock.now()],
    );
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
    if (deleted.length > 0) await rm(this.pathOf(sha256), { force: true });
    return deleted.length > 0;
  }

  /** Opens a stored file. The caller must have checked access to its row. */
  open(sha256: string): Promise<OpenedFile> {
    return openFile(this.pathOf(sha256));
  }

  /** Returns the bytes as a stream, for a download. */
  stream(sha256: string): NodeJS.ReadableStream {
    return createReadStream(this.pathOf(sha256));
  }

  /** Locks the hash, so that no other unit stores or deletes these bytes until this one ends. */
  async #alone(sha256: string): Promise<void> {
    await this.database.query(
      `select pg_advisory_xact_lock(hashtextextended('platform.file' || platform.cooperative() || $1, 0))`,
      [sha256],
    );
  }

  pathOf(sha256: string): string {
    return path.join(this.folder, 'files', this.database.actor().cooperativeId, sha256.slice(0, 2), sha256);
  }
}
