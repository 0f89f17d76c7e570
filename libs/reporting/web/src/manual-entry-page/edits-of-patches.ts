import type { BuyerTable, Patch } from '@tallgrunn/checks';
import { manualEntryFirstRow } from '@tallgrunn/checks';
import type { LineEdit, EnteredLine } from './entered-lines.ts';
import { fieldOf, type EntryColumn } from './entry-columns.ts';

export interface PatchContext {
  /** rows in the order of the checked file */
  readonly lines: readonly EnteredLine[];
  readonly columns: readonly EntryColumn[];
  readonly buyers: BuyerTable | undefined;
}

const fold = (text: string): string => text.trim().toLocaleLowerCase('nb');

/** Converts patches that resolve findings into edits of the rows. `rest`: patches that change how the rows are read. */
export function patchesToEdits(
  patches: readonly Patch[],
  context: PatchContext,
): { readonly edits: readonly LineEdit[]; readonly rest: readonly Patch[] } {
  const edits: LineEdit[] = [];
  const rest: Patch[] = [];
  for (const patch of patches) {
    const made = editsOf(patch, context);
    if (made.length > 0) edits.push(...made);
    else rest.push(patch);
  }
  return { edits, rest };
}

function editsOf(patch: Patch, { lines, columns, buyers }: PatchContext): readonly LineEdit[] {
  if (patch.set === 'cell') {
    const [line, column] = [lines[patch.row - manualEntryFirstRow], columns[patch.column]];
    return line && column
      ? [{ id: line.id, field: column.field, was: line.cells[column.field] ?? '', is: patch.value }]
      : [];
  }
  if (patch.set === 'leave-out') {
    const line = lines[patch.row - manualEntryFirstRow];
    return line ? [{ id: line.id, removed: true }] : [];
  }
  if (patch.set === 'item') return replaceEverywhere(lines, [fieldOf(columns, 'itemNumber')], patch.text, patch.item);
  if (patch.set === 'unit' && patch.factor === undefined)
    return replaceEverywhere(lines, [fieldOf(columns, 'unit')], patch.text, patch.unit);
  if (patch.set !== 'buyer') return [];
  const name = buyers?.name[buyers.key.indexOf(patch.buyer)];
  return name
    ? replaceEverywhere(lines, [fieldOf(columns, 'buyer'), fieldOf(columns, 'buyerName')], patch.text, name)
    : [];
}

/** Returns edits that replace a text wherever it occurs in these fields. */
function replaceEverywhere(
  lines: readonly EnteredLine[],
  fields: readonly string[],
  text: string,
  is: string,
): readonly LineEdit[] {
  return lines.flatMap(({ id, cells }) =>
    fields.flatMap((field) =>
      field !== '' && fold(cells[field] ?? '') === fold(text) ? [{ id, field, was: cells[field] ?? '', is }] : [],
    ),
  );
}
