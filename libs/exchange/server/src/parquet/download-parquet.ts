import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { programPath, ProgramThread, SpooledDownload } from '@tallgrunn/platform';
import type { EntitySet } from '../odata/entity-set.ts';
import type { EncodeMessage } from './encode-parquet.program.ts';
import { ReadParquetRows, type RowSelection } from './read-parquet-rows.ts';

/** Small batches: reading and copying a row to the encoder's thread takes this thread a few µs in the widest table. */
const BATCH_ROWS = 1000;
/** Memory of an encoder's objects: a row group, and bounds of the groups before it. */
const MEMORY_BYTES_MAX = 512 * 1024 * 1024;

/**
 * Sends a table of the feed as one Parquet file, written while it is read. A thread of its own encodes the rows, because
 * this one serves requests.
 */
@Injectable()
export class DownloadParquet {
  constructor(
    private readonly rows: ReadParquetRows,
    private readonly download: SpooledDownload,
  ) {}

  /** @throws QueryError when the selection names something that the table does not have */
  async run(set: EntitySet, { select, filter }: Omit<RowSelection, 'batchRows'>): Promise<Readable> {
    const selection: RowSelection = { select, filter, batchRows: BATCH_ROWS };
    await this.rows.run(set, selection); // reports a query error before the response begins
    const closed = new AbortController();
    const file = this.download.run(() => this.#bytes(set, selection, closed.signal));
    file.once('close', () => closed.abort()); // also when the client has left
    return file;
  }

  async *#bytes(set: EntitySet, selection: RowSelection, signal: AbortSignal): AsyncGenerator<Uint8Array> {
    const read = await this.rows.run(set, selection);
    const program = programPath(import.meta.url, 'encode-parquet.program');
    const memoryBytesMax = MEMORY_BYTES_MAX;
    const encoder = new ProgramThread<EncodeMessage>({ program, setup: read.setup, memoryBytesMax, signal });
    let encoding: Promise<Uint8Array> | null = null;
    try {
      for await (const rows of read.batches()) {
        if (encoding) yield await encoding;
        encoding = encoder.request({ rows: rows.map(({ record }) => record) });
        encoding.catch(() => undefined); // an error is thrown where the answer is awaited, after the next rows are read
      }
      if (encoding) yield await encoding;
      yield await encoder.request({ end: true });
    } finally {
      await encoder.end();
    }
  }
}
