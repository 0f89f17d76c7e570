import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { SpooledDownload } from '@tallgrunn/platform';
import type { EntitySet } from '../odata/entity-set.ts';
import { ReadParquetRows, type RowSelection } from './read-parquet-rows.ts';

/** Small row groups, because the thread that encodes them also serves requests. */
const GROUP_ROWS = 1000;

/** Sends a table of the feed as one Parquet file, written while it is read. */
@Injectable()
export class DownloadParquet {
  constructor(
    private readonly rows: ReadParquetRows,
    private readonly download: SpooledDownload,
  ) {}

  /** @throws QueryError when the selection names something that the table does not have */
  async run(set: EntitySet, { select, filter }: Omit<RowSelection, 'groupRows'>): Promise<Readable> {
    const selection: RowSelection = { select, filter, groupRows: GROUP_ROWS };
    await this.rows.run(set, selection); // reports a query error before the response begins
    return this.download.run(() => this.#bytes(set, selection));
  }

  async *#bytes(set: EntitySet, selection: RowSelection): AsyncGenerator<Uint8Array> {
    const read = await this.rows.run(set, selection);
    const encoder = read.newEncoder();
    for await (const rows of read.batches()) yield await encoder.add(rows);
    yield await encoder.finish();
  }
}
