import type { BuyerTable, Patch } from '@tallgrunn/checks';
import { typedFirstRow } from '@tallgrunn/checks';
import type { LineEdit, TypedLine } from './typed-lines.ts';
import { fieldOf, type TypedColumn } from './typed-columns.ts';

export interface PatchGround {
  /** rows in the order of the checked file */
  readonly lines: readonly TypedLine[];
  readonly columns: readonly TypedColumn[];
  readonly buyers: BuyerTable | undefined;
}

const fold = (text: string): string => text.trim().toLocaleLowerCase('nb');

/** Converts patches that resolve findings into edits of the rows. `rest`: patches that change how the rows are read. */
export function editsOfPatches(
  patches: readonly Patch[],
  ground: PatchGround,
): { readonly edits: readonly LineEdit[]; readonly rest: readonly Patch[] } {
  const edits: LineEdit[] = [];
  const rest: Patch[] = [];
  for (const patch of patches) {
    const made = editsOf(patch, ground);
    if (made.length > 0) edits.push(...made);
    else rest.push(patch);
  }
  return { edits, rest };
}

function editsOf(patch: Patch, { lines, columns, buyers }: PatchGround): readonly LineEdit[] {
  if (patch.set === 'cell') {
    const [line, column] = [lines[patch.row - typedFirstRow], columns[patch.column]];
    return line && column
      ? [{ id: line.id, field: column.field, was: line.cells[column.field] ?? '', is: patch.value }]
      : [];
  }
  if (patch.set === 'leave-out') {
    const line = lines[patch.row - typedFirstRow];
    return line ? [{ id: line.id, removed: true }] : [];
  }
  if (patch.set === 'item') return everywhere(lines, [fieldOf(columns, 'itemNumber')], patch.text, patch.item);
  if (patch.set === 'unit' && patch.factor === undefined)
    return everywhere(lines, [fieldOf(columns, 'unit')], patch.text, patch.unit);
  if (patch.set !== 'buyer') return [];
  const name = buyers?.name[buyers.key.indexOf(patch.buyer)];
  return name ? everywhere(lines, [fieldOf(columns, 'buyer'), fieldOf(columns, 'buyerName')], patch.text, name) : [];
}

/** Returns edits that replace a text wherever it occurs in these fields. */
function everywhere(
  lines: readonly TypedLine[],
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
