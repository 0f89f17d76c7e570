import { type TypedCells } from '@tallgrunn/checks';
import { withoutPersons, withoutPlates } from '@tallgrunn/values';

/** A typed line as it is kept. */
export interface TypedRow {
  readonly id: string;
  readonly place: number;
  readonly cells: TypedCells;
  readonly removed: boolean;
  /** the draft's revision in which it was last changed */
  readonly revision: number;
}

/** What one person wants of one line. */
export interface TypedChange {
  readonly id: string;
  /** where it stands among the others; heeded when it is new */
  readonly place: number;
  readonly removed?: boolean;
  /** what the person saw in the cell, and what it shall be */
  readonly cells: readonly { readonly field: string; readonly was: string; readonly is: string }[];
}

/** A cell, or with `field` null a whole line, that somebody else had changed meanwhile: theirs stands. */
export interface TypedConflict {
  readonly id: string;
  readonly field: string | null;
  readonly mine: string;
  readonly theirs: string;
}

export interface TypedOutcome {
  /** lines to write, without their revision */
  readonly written: readonly Omit<TypedRow, 'revision'>[];
  readonly conflicts: readonly TypedConflict[];
}

/**
 * Lays one person's changes on what is kept, cell by cell: two who write in different cells of a line both have their way. Where both wrote in
 * the same one, the first stands and the second is told. A line that somebody has changed since revision `seen` is not taken away unseen;
 * one that was taken away comes back when it is written in.
 * @param ofCars fields for registration numbers of cars, which are not kept
 */
export function applyChanges(
  kept: ReadonlyMap<string, TypedRow>,
  changes: readonly TypedChange[],
  seen: number,
  ofCars: ReadonlySet<string> = new Set(),
): TypedOutcome {
  const conflicts: TypedConflict[] = [];
  const written: Omit<TypedRow, 'revision'>[] = [];
  for (const change of changes) {
    const row = kept.get(change.id);
    const cells = applyCells(row?.cells ?? {}, { ...change, ofCars }, conflicts);
    const removed = isRemoved(row, change, seen, conflicts);
    const next = { id: change.id, place: row?.place ?? change.place, cells, removed };
    if (row ? differs(row, next) : Object.keys(cells).length > 0 && !removed) written.push(next);
  }
  return { written, conflicts };
}

function applyCells(
  kept: TypedCells,
  { id, cells, ofCars }: TypedChange & { readonly ofCars: ReadonlySet<string> },
  conflicts: TypedConflict[],
): TypedCells {
  const next: Record<string, string> = { ...kept };
  for (const { field, was, is } of cells) {
    // What is about a person is not kept, wherever it is typed.
    const value = ofCars.has(field) ? withoutPlates(withoutPersons(is)) : withoutPersons(is);
    const now = (Object.hasOwn(kept, field) && kept[field]) || '';
    if (now === value) continue;
    if (now !== was) conflicts.push({ id, field, mine: value, theirs: now });
    else if (value === '') delete next[field];
    else next[field] = value;
  }
  return next;
}

function isRemoved(
  row: TypedRow | undefined,
  { id, removed, cells }: TypedChange,
  seen: number,
  conflicts: TypedConflict[],
): boolean {
  if (removed === undefined) return cells.length > 0 ? false : (row?.removed ?? false);
  if (removed && row && !row.removed && row.revision > seen) {
    conflicts.push({ id, field: null, mine: '', theirs: '' });
    return false;
  }
  return removed;
}

function differs(row: TypedRow, next: Omit<TypedRow, 'revision'>): boolean {
  const fields = new Set([...Object.keys(row.cells), ...Object.keys(next.cells)]);
  return row.removed !== next.removed || [...fields].some((field) => row.cells[field] !== next.cells[field]);
}
