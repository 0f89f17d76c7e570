import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { Database } from './database.ts';
import { DownloadTurns } from './download-turns.ts';
import { FileStore } from './file-store.ts';
import { spoolName } from './spool-lease.ts';
import { TailedFile } from './tailed-file.ts';
import { UnitOfWork } from './unit-of-work.ts';

/**
 * Answers a request with a long download. The bytes are written to a spool file in a unit of work of their own and sent from there, so that
 * the database connection is held as long as the database needs, never as long as the reader takes.
 */
@Injectable()
export class SpooledDownload {
  /** Longest pause between two reads before the download is ended, ms. */
  patienceMs = 60_000;

  constructor(
    private readonly units: UnitOfWork,
    private readonly database: Database,
    private readonly files: FileStore,
    private readonly turns: DownloadTurns,
  ) {}

  /**
   * Starts a download for the current actor.
   * @param ended called once, when the unit of work is over and its connection is free, however that came about
   * @throws Problem 'downloads-in-progress' (429)
   */
  run(chunks: () => AsyncIterable<Uint8Array | string>, ended: () => void = () => undefined): Readable {
    const actor = { ...this.database.actor() };
    const giveBack = this.turns.take(actor);
    const file = new TailedFile(path.join(this.files.spoolFolder, spoolName('download-')), this.patienceMs);
    file.once('close', giveBack);
    file.on('error', () => undefined); // the reader hears of it; without one it must not end the process
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
