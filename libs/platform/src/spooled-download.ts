import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { Database } from './database.ts';
import { DownloadSlots } from './download-turns.ts';
import { FileStore } from './file-store.ts';
import { spoolName } from './spool-lease.ts';
import { TailedFile } from './tailed-file.ts';
import { UnitOfWork } from './unit-of-work.ts';

/**
 * Serves a long download. A separate unit of work writes the bytes to a spool file, from which they are sent. The
 * database connection is therefore in use only as long as the queries take, however slow the client is.
 */
@Injectable()
export class SpooledDownload {
  /** Longest pause between two reads of the client before the download is aborted, ms. */
  patienceMs = 60_000;

  constructor(
    private readonly units: UnitOfWork,
    private readonly database: Database,
    private readonly files: FileStore,
    private readonly slots: DownloadSlots,
  ) {}

  /**
   * Starts a download for the current actor.
   * @param ended called once when the unit of work has ended and its connection is free, also after an error
   * @throws Problem 'downloads-in-progress' (429)
   */
  run(chunks: () => AsyncIterable<Uint8Array | string>, ended: () => void = () => undefined): Readable {
    const actor = { ...this.database.actor() };
    const releaseSlot = this.slots.acquire(actor);
    const file = new TailedFile(path.join(this.files.spoolFolder, spoolName('download-')), this.patienceMs);
    file.once('close', releaseSlot);
    file.on('error', () => undefined); // the client gets the error; without a client it must not end the process
    this.units
      .run(actor, () => this.#write(file, chunks()), 'download')
      .catch((error: Error) => file.destroy(error))
      .finally(ended);
    return file;
  }

  async #write(file: TailedFile, chunks: AsyncIterable<Uint8Array | string>): Promise<void> {
    await mkdir(this.files.spoolFolder, { recursive: true });
    for await (const chunk of chunks) if (!(await file.append(chunk))) return;
    file.finish();
  }
}
