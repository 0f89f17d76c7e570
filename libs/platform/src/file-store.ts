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
    const target = this.pathOf(file.sha256);
    await mkdir(path.dirname(target), { recursive: true });
    if (await stat(target).catch(() => null)) await rm(file.path, { force: true });
    else await rename(file.path, target);
    await this.database.query(
      'insert into platform.stored_file (sha256, size_bytes, kept_at) values ($1, $2, $3) on conflict do nothing',
      [file.sha256, file.sizeBytes, this.clock.now()],
    );
  }

  /** Opens a kept file; the caller has shown its row. */
  open(sha256: string): Promise<OpenedFile> {
    return openFile(this.pathOf(sha256));
  }

  /** The bytes as a stream, for a download. */
  stream(sha256: string): NodeJS.ReadableStream {
    return createReadStream(this.pathOf(sha256));
  }

  pathOf(sha256: string): string {
    return path.join(this.folder, 'files', this.database.actor().cooperativeId, sha256.slice(0, 2), sha256);
  }
}
