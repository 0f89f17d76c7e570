import { openTable, ReadProblem, type Cell, type TableFile } from '@tallgrunn/tabular';
import { fileFinding } from '../finding.ts';
import { print, type Reader } from './reader.ts';

const printed = ({ kind, text, shown, formula }: Cell) => ({ kind, text, ...(shown === undefined ? {} : { shown }), ...(formula === undefined ? {} : { formula }) });

/** Reads to the end without keeping anything: a table may turn out to be unreadable in its last row. */
async function countRows(table: TableFile): Promise<number> {
  let rows = 0;
  for await (const batch of table.batches()) rows += batch.length;
  return rows;
}

/** Prints a table of any size as one line with flat memory: rows are written as they are read. */
export const readTable: Reader = async ({ file, source, language, output }) => {
  try {
    const table = await openTable(source, file);
    const count = await countRows(table);
    const { format, encoding = null, delimiter = null, date1904 = false, sheets } = table;
    const about = JSON.stringify({ format, encoding, delimiter, date1904, sheets, count });
    await output.text(`{"file":${JSON.stringify(file)},"ok":true,"kind":"table","document":${about.slice(0, -1)},"rows":[`);
    let separator = '';
    for await (const batch of table.batches()) {
      const rows = batch.map(({ sheet, row, hidden, cells }) => JSON.stringify({ sheet, row, ...(hidden ? { hidden } : {}), cells: cells.map(printed) }));
      await output.text(separator + rows.join(','));
      separator = ',';
    }
    await output.text(`]},"findings":${JSON.stringify(table.notes.map(({ code, params }) => ({ code, severity: 'info', place: null, params })))}}\n`);
    return true;
  } catch (error) {
    if (!(error instanceof ReadProblem)) throw error;
    return print(output, { file, ok: false, kind: 'table', code: error.code, document: null, findings: [fileFinding(error.code, file, language, undefined, error.params)] });
  }
};
