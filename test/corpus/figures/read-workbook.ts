import { bytesOf, openTable } from '@tallgrunn/tabular';

/** A row of a sheet, by heading. */
export type SheetRow = Readonly<Record<string, string>>;

/** Reads the sheets of a workbook by name, as rows by heading. The heading row is the first row with the most cells. */
export async function readWorkbook(file: Buffer): Promise<ReadonlyMap<string, readonly SheetRow[]>> {
  const sheets = new Map<string, string[][]>();
  const table = await openTable(bytesOf(file), 'workbook.xlsx');
  for await (const batch of table.batches())
    for (const { sheet, cells } of batch)
      sheets.set(sheet, [...(sheets.get(sheet) ?? []), cells.map(({ text }) => text)]);
  return new Map([...sheets].map(([name, rows]) => [name, byHeading(rows)]));
}

function byHeading(rows: readonly string[][]): SheetRow[] {
  const filled = rows.map((cells) => cells.filter((cell) => cell !== '').length);
  const at = filled.indexOf(Math.max(0, ...filled));
  const heads = rows[at] ?? [];
  return rows
    .slice(at + 1)
    .map((cells) => Object.fromEntries(heads.map((head, column) => [head, cells[column] ?? ''])));
}
