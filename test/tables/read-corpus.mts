// Subprocess: reads the files named on standard input, one per line, and prints one outcome per line. The last line is
// its peak memory.
import { openAsBlob } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { blobSource, openTable, ReadProblem } from '@tallgrunn/tabular';

const folder = process.argv[2] ?? '.';

async function read(file: string): Promise<Record<string, unknown>> {
  let rows = 0;
  try {
    const table = await openTable(blobSource(await openAsBlob(path.join(folder, file))), file, {
      activeContent: 'ignore',
    });
    for await (const batch of table.batches()) rows += batch.length;
    return { format: table.format, rows };
  } catch (cause) {
    return cause instanceof ReadProblem ? { refused: cause.code } : { crash: String(cause) };
  }
}

for await (const file of createInterface({ input: process.stdin })) {
  const from = performance.now();
  const outcome = await read(file);
  process.stdout.write(`${JSON.stringify({ file, ms: Math.round(performance.now() - from), ...outcome })}\n`);
}
process.stdout.write(`${JSON.stringify({ mostMB: Math.ceil(process.resourceUsage().maxRSS / 1024) })}\n`);
