import {
  noteMessage,
  openTable,
  problemMessage,
  ReadProblem,
  type Cell,
  type Row,
  type SheetInfo,
  type TableFile,
} from '@tallgrunn/tabular';
import type { Language } from '@tallgrunn/values';
import { fileFinding, type PrintedFinding } from '../finding.ts';
import type { Output } from '../output.ts';
import { print, type Reader } from './reader.ts';

const printedCell = ({ kind, text, shown, formula }: Cell) => ({
  kind,
  text,
  ...(shown === undefined ? {} : { shown }),
  ...(formula === undefined ? {} : { formula }),
});
const printedRow = ({ row, hidden, cells }: Row) =>
  JSON.stringify({ row, ...(hidden ? { hidden } : {}), cells: cells.map(printedCell) });

/** Reads the whole table without storing anything, because it may be unreadable in its last row. */
async function readThrough(table: TableFile): Promise<void> {
  for await (const batch of table.batches()) void batch;
}

/** Prints the sheets as an array while their rows are read: only the current batch is in memory. */
async function printSheets(table: TableFile, output: Output): Promise<void> {
  const left = [...table.sheets];
  let open: SheetInfo | undefined;
  const next = async () => {
    const first = open === undefined;
    if (open) await output.text(']}');
    open = left.shift();
    if (open) await output.text(`${first ? '' : ','}${JSON.stringify(open).slice(0, -1)},"rows":[`);
  };
  await next();
  let separator = '';
  for await (const batch of table.batches()) {
    for (const row of batch) {
      for (; open && open.name !== row.sheet; separator = '') await next();
      await output.text(separator + printedRow(row));
      separator = ',';
    }
  }
  while (open) await next();
}

const notesOf = (table: TableFile, language: Language): PrintedFinding[] =>
  table.notes.map((note) => ({
    code: note.code,
    class: 0,
    severity: 'info',
    place: null,
    found: null,
    expected: null,
    params: note.params,
    message: noteMessage(note, language),
  }));

/** Prints a table of any size as one line with constant memory. */
export const readTable: Reader = async ({ file, source, language, output }) => {
  try {
    const table = await openTable(source, file, { activeContent: 'ignore' }); // nothing is stored or run
    await readThrough(table);
    const { format, encoding = null, delimiter = null, date1904 = false } = table;
    const about = JSON.stringify({ format, encoding, delimiter, date1904 });
    await output.text(
      `{"file":${JSON.stringify(file)},"ok":true,"kind":"table","document":${about.slice(0, -1)},"sheets":[`,
    );
    await printSheets(table, output);
    await output.text(`]},"findings":${JSON.stringify(notesOf(table, language))}}\n`);
    return true;
  } catch (error) {
    if (!(error instanceof ReadProblem)) throw error;
    const finding = fileFinding(error.code, file, language, problemMessage(error, language), error.params);
    return print(output, { file, ok: false, kind: 'table', code: error.code, document: null, findings: [finding] });
  }
};
