import { createReadStream } from 'node:fs';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { Injectable } from '@nestjs/common';
import { Clock } from './clock.ts';
import { Database } from './database.ts';
import { openFile, type OpenedFile } from './open-file.ts';

/** An upload that has reached the disk: whole, hashed, under its limit, not yet kept. */
export interface SpooledFile {
  readonly path: string;
  readonly name: string;
  readonly sizeBytes: number;
  readonly sha256: string;
}

/** Files by content, in a folder per cooperative. A file is reached only through a row of the room that received it. */
@Injectable()
export class FileStore {
  constructor(
    private readonly folder: string,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Where uploads wait until they are kept. */
  get spoolFolder(): string {
    return path.join(this.folder, 'spool');
  }

  /** Keeps a spooled file for the cooperative one acts for. Keeping the same bytes twice keeps them once. */
  async keep(file: SpooledFile): Promise<void> {
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

  /** Forgets a kept file when no row names it any more, in the system's unit that took the last such row away. Says whether it went. The bytes go last: a unit that falls after that falls over rows that were going too. */
  async forget(sha256: string): Promise<boolean> {
    await this.#alone(sha256);
    const gone = await this.database.query(
      'delete from platform.stored_file where sha256 = $1 and not platform.names_file(sha256) returning sha256',
      [sha256],
    );
    if (gone.length > 0) await rm(this.pathOf(sha256), { force: true });
    return gone.length > 0;
  }

  /** Opens a kept file; the caller has shown its row. */
  open(sha256: string): Promise<OpenedFile> {
    return openFile(this.pathOf(sha256));
  }

  /** The bytes as a stream, for a download. */
  stream(sha256: string): NodeJS.ReadableStream {
    return createReadStream(this.pathOf(sha256));
  }

  /** Until the unit ends nobody else keeps or forgets these bytes. */
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
