import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { bytesOf } from './byte-source.ts';
import type { ByteSource } from './byte-source.ts';
import { openTable } from './open-table.ts';
import type { WriteValue } from './writing/table-to-write.ts';
import { writeXlsx } from './writing/write-xlsx.ts';

setFlagsFromString('--expose_gc');
const collectGarbage = runInNewContext('gc') as () => void;
const MB = 1024 * 1024;

const csvLine = (row: number) =>
  `${String(row).padStart(9, '0')};Sør-Odal;Kontorstol;7038010001239;0000012,50;2026-03-31\n`;
const htmlLine = (row: number) =>
  `<tr><td>${String(row).padStart(9, '0')}<td>Sør-Odal<td><b>Kontorstol</b><td>7038010001239<td>0000012,50</tr>\n`;

/** A virtual text file of any length: all lines have the same width, so any range can be generated on demand. */
function endless(rows: number, line: (row: number) => string): ByteSource {
  const width = new TextEncoder().encode(line(0)).length;
  return {
    size: rows * width,
    async read(from, to) {
      const first = Math.floor(from / width);
      const last = Math.ceil(Math.min(to, rows * width) / width);
      const text = Array.from({ length: last - first }, (_, index) => line(first + index)).join('');
      return new TextEncoder().encode(text).subarray(from - first * width, to - first * width);
    },
  };
}

/** Returns the memory in use after a twentieth of the rows and at the end, in MB. */
async function held(
  source: ByteSource,
  name: string,
  rowsExpected: number,
): Promise<{ early: number; late: number; rows: number }> {
  const table = await openTable(source, name);
  const heap = () => (collectGarbage(), process.memoryUsage().heapUsed / MB);
  let rows = 0;
  let early = 0;
  let late = 0;
  for await (const batch of table.batches()) {
    const before = rows;
    rows += batch.length;
    const passed = (share: number) => before < rowsExpected * share && rows >= rowsExpected * share;
    if (passed(0.05)) early = heap();
    if (passed(0.95)) late = heap();
  }
  return { early, late, rows };
}

describe('memory use does not grow with the file', () => {
  it('200,000 rows of CSV', async () => {
    const { early, late, rows } = await held(endless(200_000, csvLine), 'a.csv', 200_000);
    expect(rows).toBe(200_000);
    expect(late - early).toBeLessThan(8);
  });

  it('100,000 rows of a web page', async () => {
    const { early, late, rows } = await held(endless(100_000, htmlLine), 'a.xls', 100_000);
    expect(rows).toBe(100_000);
    expect(late - early).toBeLessThan(8);
  });

  it('50,000 rows of a workbook', async () => {
    function* lines(): Generator<WriteValue[]> {
      for (let row = 0; row < 50_000; row += 1)
        yield [String(row).padStart(9, '0'), `Kontorstol ${row}`, '1250.50', '2026-03-31'];
    }
    const pieces: Uint8Array[] = [];
    const columns = [
      { header: 'a' },
      { header: 'b' },
      { header: 'c', kind: 'amount' as const },
      { header: 'd', kind: 'date' as const },
    ];
    for await (const piece of writeXlsx([{ name: 'a', columns, rows: lines() }])) pieces.push(piece);
    const { early, late, rows } = await held(bytesOf(Buffer.concat(pieces)), 'a.xlsx', 50_001);
    expect(rows).toBe(50_001);
    expect(late - early).toBeLessThan(8);
  });
});
