import { type ManualEntryCells } from '@tallgrunn/checks';
import { withoutPersons, withoutPlates } from '@tallgrunn/values';

/** A stored row of a manual entry. */
export interface ManualEntryRow {
  readonly id: string;
  readonly place: number;
  readonly cells: ManualEntryCells;
  readonly removed: boolean;
  /** the draft's revision in which it was last changed */
  readonly revision: number;
}

/** One person's change to one row. */
export interface RowEdit {
  readonly id: string;
  /** position among the rows; used only for a new row */
  readonly place: number;
  readonly removed?: boolean;
  /** value of the cell that the person saw, and the new value */
  readonly cells: readonly { readonly field: string; readonly was: string; readonly is: string }[];
}

/**
 * A cell (or a whole row, when `field` is null) that another person has changed meanwhile; the other person's value
 * remains.
 */
export interface EditConflict {
  readonly id: string;
  readonly field: string | null;
  readonly mine: string;
  readonly theirs: string;
}

export interface EditOutcome {
  /** rows to write, without their revision */
  readonly written: readonly Omit<ManualEntryRow, 'revision'>[];
  readonly conflicts: readonly EditConflict[];
}

/**
 * Merges one person's changes into the stored rows, cell by cell, so that two people can edit different cells of one
 * row. When both edit the same cell, the first value remains and the second person gets a conflict. A row changed since
 * revision `viewedRevision` is not deleted; a deleted row is restored when someone edits it.
 * @param plateFields fields for vehicle registration numbers, which are not stored
 */
export function applyEdits(
  stored: ReadonlyMap<string, ManualEntryRow>,
  changes: readonly RowEdit[],
  viewedRevision: number,
  plateFields: ReadonlySet<string> = new Set(),
): EditOutcome {
  const conflicts: EditConflict[] = [];
  const written: Omit<ManualEntryRow, 'revision'>[] = [];
  for (const change of changes) {
    const row = stored.get(change.id);
    const cells = applyCells(row?.cells ?? {}, { ...change, ofCars: plateFields }, conflicts);
    const removed = isRemoved(row, change, viewedRevision, conflicts);
    const next = { id: change.id, place: row?.place ?? change.place, cells, removed };
    if (row ? differs(row, next) : Object.keys(cells).length > 0 && !removed) written.push(next);
  }
  return { written, conflicts };
}

function applyCells(
  stored: ManualEntryCells,
  { id, cells, ofCars: plateFields }: RowEdit & { readonly ofCars: ReadonlySet<string> },
  conflicts: EditConflict[],
): ManualEntryCells {
  const next: Record<string, string> = { ...stored };
  for (const { field, was, is } of cells) {
    // Personal data is not stored, in whatever cell it is typed.
    const value = plateFields.has(field) ? withoutPlates(withoutPersons(is)) : withoutPersons(is);
    const now = (Object.hasOwn(stored, field) && stored[field]) || '';
    if (now === value) continue;
    if (now !== was) conflicts.push({ id, field, mine: value, theirs: now });
    else if (value === '') delete next[field];
    else next[field] = value;
  }
  return next;
}

function isRemoved(
  row: ManualEntryRow | undefined,
  { id, removed, cells }: RowEdit,
  viewedRevision: number,
  conflicts: EditConflict[],
): boolean {
  if (removed === undefined) return cells.length > 0 ? false : (row?.removed ?? false);
  if (removed && row && !row.removed && row.revision > viewedRevision) {
    conflicts.push({ id, field: null, mine: '', theirs: '' });
    return false;
  }
  return removed;
}

function differs(row: ManualEntryRow, next: Omit<ManualEntryRow, 'revision'>): boolean {
  const fields = new Set([...Object.keys(row.cells), ...Object.keys(next.cells)]);
  return row.removed !== next.removed || [...fields].some((field) => row.cells[field] !== next.cells[field]);
}
