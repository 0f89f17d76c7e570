import type { CheckContext, ManualEntryCells } from '@tallgrunn/checks';
import { limits, uuidv7 } from '@tallgrunn/values';
import type { CellText, Cursor } from '../row-grid/cell-walk.ts';
import { completeTypedDate, derivedValues } from './parse-typed-value.ts';
import type { EntryColumn } from './entry-columns.ts';
import { withCell, type LineEdit, type EnteredLine } from './entered-lines.ts';

const { rowsMax, cellCharactersMax } = limits.typed;

/**
 * Returns the edits of one step of cell changes, including the values that follow. The last of `rows` may be the empty
 * row for new input; cells below it create rows, up to the limit. `made`: whether that row now exists.
 */
export function cellsToEdits(
  cells: readonly CellText[],
  rows: readonly EnteredLine[],
  columns: readonly EntryColumn[],
  context: CheckContext,
): { readonly edits: readonly LineEdit[]; readonly made: boolean } {
  const edits: LineEdit[] = [];
  const lines = new Map<
    number,
    { readonly id: string; cells: ManualEntryCells; readonly given: ReadonlySet<string> }
  >();
  const lineAt = (row: number) => {
    const known = lines.get(row);
    if (known) return known;
    const line = rows[row];
    const writtenFields = new Set(
      cells.filter((cell) => cell.row === row).map(({ column }) => columns[column]?.field ?? ''),
    );
    const fresh = { id: line?.id ?? uuidv7(), cells: line?.cells ?? {}, given: writtenFields };
    if (!line || line.removed) edits.push({ id: fresh.id, removed: false });
    lines.set(row, fresh);
    return fresh;
  };
  for (const { row, column: at, value } of cells) {
    const column = columns[at];
    // An empty cell does not create a row.
    if (!column || row >= rowsMax || (value === '' && (!rows[row] || rows[row].removed) && !lines.has(row))) continue;
    const line = lineAt(row);
    const text = (column.date ? completeTypedDate(value, context.period) : value).slice(0, cellCharactersMax);
    const before = line.cells;
    const set = (field: string, is: string) => {
      edits.push({ id: line.id, field, was: line.cells[field] ?? '', is });
      line.cells = withCell(line.cells, field, is);
    };
    if (text === (before[column.field] ?? '')) continue;
    set(column.field, text);
    // Values written in the same step are not replaced by proposals.
    for (const [field, is] of Object.entries(derivedValues(before, line.cells, column, columns, context)))
      if (!line.given.has(field)) set(field, is);
  }
  const last = rows.at(-1);
  return { edits, made: last !== undefined && last.removed && edits.some(({ id }) => id === last.id) };
}

const fold = (text: string): string =>
  text
    .trim()
    .toLocaleLowerCase('nb')
    .replace(/[\s.:*]+/g, ' ');

/** Places a pasted block from the given cell; when the block has headings, its columns are placed by heading. */
export function placeBlock(
  block: readonly (readonly string[])[],
  { row, column }: Cursor,
  columns: readonly EntryColumn[],
): readonly CellText[] {
  const [first = [], ...below] = block;
  const byHeading = first.map((text) =>
    columns.findIndex(({ title, field }) => fold(text) === fold(title) || text.trim() === field),
  );
  const hasHeadings = below.length > 0 && byHeading.filter((at) => at >= 0).length >= Math.min(2, first.length);
  const lines = hasHeadings ? below : block;
  return lines.flatMap((line, down) =>
    line.flatMap((value, right) => {
      const at = hasHeadings ? (byHeading[right] ?? -1) : column + right;
      return at >= 0 && at < columns.length ? [{ row: row + down, column: at, value: value.trim() }] : [];
    }),
  );
}
