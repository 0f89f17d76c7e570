import type { Row, TableFile } from '@tallgrunn/tabular';
import type { SheetSample } from './check-messages.ts';
import type { TextOccurrences } from './texts-met.ts';

const rowsMax = 60;
const sheetsMax = 40;
const cellCharactersMax = 80;

function cellTexts(row: Row): readonly string[] {
  return row.cells.map((cell) => (cell.shown ?? cell.text).slice(0, cellCharactersMax));
}

/** Wraps a table: stores the first rows of each sheet in `samples` and passes every row to `met` while it is read. */
export function samplingTable(table: TableFile, samples: SheetSample[], met?: TextOccurrences): TableFile {
  const sampledRows = new Map<string, { row: number; cells: readonly string[] }[]>();
  const inspect = (row: Row): void => {
    met?.row(row);
    let rows = sampledRows.get(row.sheet);
    if (!rows && sampledRows.size < sheetsMax) {
      rows = [];
      sampledRows.set(row.sheet, rows);
      samples.push({ name: row.sheet, rows });
    }
    if (rows && rows.length < rowsMax) rows.push({ row: row.row, cells: cellTexts(row) });
  };
  async function* batches(): AsyncGenerator<Row[]> {
    for await (const batch of table.batches()) {
      for (const row of batch) inspect(row);
      yield batch;
    }
  }
  // a proxy, because other properties of the table may change while it is read
  return new Proxy(table, { get: (target, key) => (key === 'batches' ? batches : Reflect.get(target, key, target)) });
}
