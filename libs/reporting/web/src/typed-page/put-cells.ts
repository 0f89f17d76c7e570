import type { CheckContext, TypedCells } from '@tallgrunn/checks';
import { limits, uuidv7 } from '@tallgrunn/values';
import type { CellText, Place } from '../row-grid/cell-walk.ts';
import { dateTyped, proposed } from './propose.ts';
import type { TypedColumn } from './typed-columns.ts';
import { withCell, type LineEdit, type TypedLine } from './typed-lines.ts';

const { rowsMax, cellCharactersMax } = limits.typed;

/**
 * What is written into cells as one step of edits, with what follows from it. The last of `rows` may be the empty line that is not there yet;
 * cells below it make new lines, as far as there is room. `made`: whether that line is there now.
 */
export function editsOfCells(
  cells: readonly CellText[],
  rows: readonly TypedLine[],
  columns: readonly TypedColumn[],
  context: CheckContext,
): { readonly edits: readonly LineEdit[]; readonly made: boolean } {
  const edits: LineEdit[] = [];
  const lines = new Map<number, { readonly id: string; cells: TypedCells; readonly given: ReadonlySet<string> }>();
  const lineAt = (row: number) => {
    const known = lines.get(row);
    if (known) return known;
    const line = rows[row];
    const given = new Set(cells.filter((cell) => cell.row === row).map(({ column }) => columns[column]?.field ?? ''));
    const fresh = { id: line?.id ?? uuidv7(), cells: line?.cells ?? {}, given };
    if (!line || line.removed) edits.push({ id: fresh.id, removed: false });
    lines.set(row, fresh);
    return fresh;
  };
  for (const { row, column: at, value } of cells) {
    const column = columns[at];
    // An empty cell makes no line.
    if (!column || row >= rowsMax || (value === '' && (!rows[row] || rows[row].removed) && !lines.has(row))) continue;
    const line = lineAt(row);
    const text = (column.date ? dateTyped(value, context.period) : value).slice(0, cellCharactersMax);
    const before = line.cells;
    const set = (field: string, is: string) => {
      edits.push({ id: line.id, field, was: line.cells[field] ?? '', is });
      line.cells = withCell(line.cells, field, is);
    };
    if (text === (before[column.field] ?? '')) continue;
    set(column.field, text);
    // What is written in the same step stands as it is written.
    for (const [field, is] of Object.entries(proposed(before, line.cells, column, columns, context)))
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

/** A pasted block on the cells from where one stands; one that brings its headings along goes by them. */
export function blockOnColumns(
  block: readonly (readonly string[])[],
  { row, column }: Place,
  columns: readonly TypedColumn[],
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
