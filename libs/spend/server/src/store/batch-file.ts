import { rm } from 'node:fs/promises';
import path from 'node:path';
import { Injectable } from '@nestjs/common';
import { Database, FileStore, type SpooledFile } from '@tallgrunn/platform';
import type { Batch } from '../batch.ts';

/** The file of a batch. It is in the spool until the batch is posted or refused, and is then deleted. */
@Injectable()
export class BatchFile {
  constructor(
    private readonly database: Database,
    private readonly files: FileStore,
  ) {}

  /** Returns the file's name in the spool. */
  nameOf(file: SpooledFile): string {
    return path.basename(file.path);
  }

  /** Returns the path of the file. Files of batches received by an earlier version are in the file store. */
  pathOf({ spool_name, file_sha256 }: Pick<Batch, 'spool_name' | 'file_sha256'>): string {
    return spool_name === null
      ? this.files.pathOf(file_sha256)
      : path.join(this.files.spoolFolder, path.basename(spool_name));
  }

  /**
   * Deletes the file after the transaction that posts or refuses the batch has committed. Until then, a killed import
   * can be restarted from it.
   */
  async deleteAfterCommit(batchId: string): Promise<void> {
    const row = await this.database.one<{ spool_name: string | null }>(
      'select spool_name from spend.batch where id = $1',
      [batchId],
    );
    if (!row?.spool_name) return;
    const spooled = path.join(this.files.spoolFolder, path.basename(row.spool_name));
    await this.database.query('update spend.batch set spool_name = null where id = $1', [batchId]);
    this.database.afterCommit(() => rm(spooled, { force: true }));
  }
}
