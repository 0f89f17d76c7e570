import type { Cell, Row } from '@tallgrunn/tabular';
import type { Patch } from '../finding.ts';

/** Index by location of answers that change cells or leave rows out. */
export interface PatchIndex {
  apply(row: Row): Row;
  leavesOut(row: Row): boolean;
}

/** A cell corrected by a person, with the original text of the file. */
export type PatchedCell = Cell & { readonly was?: string };

const key = (sheet: string, row: number): string => `${row}\u0000${sheet}`;

function cellOf(value: string, before: Cell | undefined): PatchedCell {
  return {
    was: before ? (before.shown ?? before.text) : '',
    kind: value === '' ? 'empty' : /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(value) ? 'number' : 'text',
    text: value,
  };
}

export function indexPatches(patches: readonly Patch[]): PatchIndex {
  const cells = new Map<string, Map<number, string>>();
  const out = new Set<string>();
  for (const patch of patches) {
    if (patch.set === 'leave-out') out.add(key(patch.sheet, patch.row));
    if (patch.set !== 'cell') continue;
    const at = key(patch.sheet, patch.row);
    cells.set(at, (cells.get(at) ?? new Map<number, string>()).set(patch.column, patch.value));
  }
  return {
    leavesOut: (row) => out.size > 0 && out.has(key(row.sheet, row.row)),
    apply: (row) => {
      const changed = cells.size === 0 ? undefined : cells.get(key(row.sheet, row.row));
      if (!changed) return row;
      const patched = [...row.cells];
      for (const [column, value] of changed) {
        while (patched.length < column) patched.push({ kind: 'empty', text: '' });
        patched[column] = cellOf(value, row.cells[column]);
      }
      return { ...row, cells: patched };
    },
  };
}
