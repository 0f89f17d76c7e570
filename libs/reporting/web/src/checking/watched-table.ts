import type { Row, TableFile } from '@tallgrunn/tabular';
import type { SheetSample } from './check-messages.ts';
import type { TextsMet } from './texts-met.ts';

const rowsMax = 60;
const sheetsMax = 40;
const cellCharactersMax = 80;

function written(row: Row): readonly string[] {
  return row.cells.map((cell) => (cell.shown ?? cell.text).slice(0, cellCharactersMax));
}

/** Wraps a table: stores the first rows of each sheet in `samples` and passes every row to `met` while it is read. */
export function watchedTable(table: TableFile, samples: SheetSample[], met?: TextsMet): TableFile {
  const seen = new Map<string, { row: number; cells: readonly string[] }[]>();
  const look = (row: Row): void => {
    met?.row(row);
    let rows = seen.get(row.sheet);
    if (!rows && seen.size < sheetsMax) {
      rows = [];
      seen.set(row.sheet, rows);
      samples.push({ name: row.sheet, rows });
    }
    if (rows && rows.length < rowsMax) rows.push({ row: row.row, cells: written(row) });
  };
  async function* batches(): AsyncGenerator<Row[]> {
    for await (const batch of table.batches()) {
      for (const row of batch) look(row);
      yield batch;
    }
  }
  // a proxy, because other properties of the table may change while it is read
  return new Proxy(table, { get: (target, key) => (key === 'batches' ? batches : Reflect.get(target, key, target)) });
}
