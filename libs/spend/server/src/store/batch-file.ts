import { Injectable } from '@nestjs/common';
import { Database, FileStore, Problem, type LocalFile, type SpooledFile } from '@tallgrunn/platform';
import type { Batch } from '../batch.ts';

/** The file of a batch. It is in the spool until the batch is posted or refused, and is then deleted. */
@Injectable()
export class BatchFile {
  constructor(
    private readonly database: Database,
    private readonly files: FileStore,
  ) {}

  /** Makes the file readable for the job, on any machine. Returns its name in the spool. */
  share(file: SpooledFile): Promise<string> {
    return this.files.shareUpload(file);
  }

  /**
   * Calls a reader with the path of the file, and passes its results on. Files of batches received by an earlier
   * version are in the file store.
   * @throws Problem 'file-deleted' (410) when it is missing
   */
  async *read<T>(
    batch: Pick<Batch, 'spool_name' | 'file_sha256'>,
    reader: (path: string) => AsyncIterable<T>,
  ): AsyncGenerator<T> {
    const file = await this.#localFile(batch);
    try {
      yield* reader(file.path);
    } finally {
      await file.release();
    }
  }

  async #localFile({ spool_name, file_sha256 }: Pick<Batch, 'spool_name' | 'file_sha256'>): Promise<LocalFile> {
    const file = await this.files.localUpload({ spool_name, file_sha256: spool_name === null ? file_sha256 : null });
    if (!file) throw new Problem(410, 'file-deleted', { sha256: file_sha256 });
    return file;
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
    const name = row.spool_name;
    await this.database.query('update spend.batch set spool_name = null where id = $1', [batchId]);
    this.database.afterCommit(() => this.files.deleteUpload(name));
  }
}
