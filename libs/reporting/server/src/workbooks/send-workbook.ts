import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { StreamableFile } from '@nestjs/common';
import { writeXlsx, type WriteSheet } from '@tallgrunn/tabular';

/** The media type of a workbook. */
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A workbook as a download, written while it is sent. `within` runs the writing: in a unit of its own where rows come from the database. */
export function sendWorkbook(name: string, sheets: readonly WriteSheet[], within: (write: () => Promise<void>) => Promise<void> = (write) => write()): StreamableFile {
  const out = new PassThrough();
  const write = async () => {
    for await (const chunk of writeXlsx(sheets)) if (!out.write(chunk)) await Promise.race([once(out, 'drain'), once(out, 'close')]);
    out.end();
  };
  within(write).catch((error: Error) => out.destroy(error));
  return new StreamableFile(out, { type: XLSX, disposition: `attachment; filename*=UTF-8''${encodeURIComponent(name)}` });
}
