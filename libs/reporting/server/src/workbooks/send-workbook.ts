import { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';
import { writeXlsx, type WriteSheet } from '@tallgrunn/tabular';

/** The media type of an XLSX workbook. */
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/**
 * Responds with a workbook. Rows from the database are written through `download` (`SpooledDownload.run`). Without it,
 * the rows must be in memory and the workbook is written while the client reads.
 */
export function sendWorkbook(
  name: string,
  sheets: readonly WriteSheet[],
  download: (chunks: () => AsyncIterable<Uint8Array>) => Readable = (chunks) =>
    Readable.from(chunks(), { objectMode: false }),
): StreamableFile {
  return new StreamableFile(
    download(() => writeXlsx(sheets)),
    { type: XLSX, disposition: `attachment; filename*=UTF-8''${encodeURIComponent(name)}` },
  );
}
