import type {
  ManualEntryChangeRequest,
  ManualEntryConflictDto,
  ManualEntryOriginDto,
  ManualEntryDto,
} from '@tallgrunn/api-client/shapes';
import type { ManualEntryCells } from '@tallgrunn/checks';

/** A row in its local state, with the last known stored state. */
export interface EnteredLine {
  readonly id: string;
  readonly place: number;
  readonly cells: ManualEntryCells;
  readonly removed: boolean;
  /** last known stored state; null for a row that is not stored yet */
  readonly kept: { readonly cells: ManualEntryCells; readonly removed: boolean } | null;
  /** the e-invoice line that prefilled it */
  readonly origin?: ManualEntryOriginDto | null;
}

/** A change to one cell of a row, or to whether the row is deleted. */
export type LineEdit =
  | { readonly id: string; readonly field: string; readonly was: string; readonly is: string }
  | { readonly id: string; readonly removed: boolean };

/** A conflict: the other person's value remains, and the user's value is retained for a choice. */
export interface EditConflict {
  readonly id: string;
  readonly field: string | null;
  readonly mine: string;
  readonly theirs: string;
  readonly by: string | null;
}

const cellOf = (cells: ManualEntryCells | undefined, field: string): string => cells?.[field] ?? '';

export function withCell(cells: ManualEntryCells, field: string, value: string): ManualEntryCells {
  const { [field]: _old, ...rest } = cells;
  return value === '' ? rest : { ...rest, [field]: value };
}

/** Returns the rows that are not deleted, by position. */
export function activeLines(lines: readonly EnteredLine[]): readonly EnteredLine[] {
  return lines.filter(({ removed }) => !removed).sort((a, b) => a.place - b.place || (a.id < b.id ? -1 : 1));
}

/** Applies edits to rows; an edit of an unknown row appends it. */
export function applyEdits(lines: readonly EnteredLine[], edits: readonly LineEdit[]): readonly EnteredLine[] {
  const known = new Map(lines.map((line) => [line.id, line]));
  let place = Math.max(0, ...lines.map((line) => line.place));
  for (const edit of edits) {
    const line = known.get(edit.id) ?? { id: edit.id, place: (place += 1), cells: {}, removed: true, kept: null };
    known.set(
      edit.id,
      'removed' in edit
        ? { ...line, removed: edit.removed }
        : { ...line, cells: withCell(line.cells, edit.field, edit.is) },
    );
  }
  return [...known.values()];
}

/** Returns the edits that undo these, except for cells that have been changed since. */
export function reverseEdits(lines: readonly EnteredLine[], edits: readonly LineEdit[]): readonly LineEdit[] {
  const known = new Map(lines.map((line) => [line.id, line]));
  return [...edits].reverse().flatMap((edit): LineEdit[] => {
    const line = known.get(edit.id);
    if (!line) return [];
    if ('removed' in edit) return [{ id: edit.id, removed: !edit.removed }];
    return cellOf(line.cells, edit.field) === edit.is
      ? [{ id: edit.id, field: edit.field, was: edit.is, is: edit.was }]
      : [];
  });
}

/** Returns the changes that are not stored yet. */
export function unsavedChanges(lines: readonly EnteredLine[]): ManualEntryChangeRequest[] {
  return lines.flatMap(({ id, place, cells, removed, kept }) => {
    if (!kept && removed) return [];
    const fields = [...new Set([...Object.keys(cells), ...Object.keys(kept?.cells ?? {})])].filter(
      (field) => cellOf(cells, field) !== cellOf(kept?.cells, field),
    );
    const isToggled = removed !== (kept?.removed ?? false);
    if (fields.length === 0 && !isToggled) return [];
    return [
      {
        id,
        place,
        ...(isToggled && { removed }),
        cells: fields.map((field) => ({ field, was: cellOf(kept?.cells, field), is: cellOf(cells, field) })),
      },
    ];
  });
}

export interface MergedLines {
  readonly lines: readonly EnteredLine[];
  readonly clashes: readonly EditConflict[];
  /** names of others whose edits changed a row here */
  readonly others: readonly string[];
}

/**
 * Merges the stored rows into the local ones. Edits made since the request was sent are retained and saved next. When
 * another person's edit replaces the user's, a conflict is recorded.
 * @param sent the rows as sent in the request; null when it saved nothing
 */
export function mergeStored(
  lines: readonly EnteredLine[],
  view: Pick<ManualEntryDto, 'rows' | 'conflicts'>,
  sent: ReadonlyMap<string, EnteredLine> | null,
): MergedLines {
  const known = new Map(lines.map((line) => [line.id, line]));
  const clashes: EditConflict[] = [];
  const others = new Set<string>();
  const returnedIds = new Set(view.rows.map(({ id }) => id));
  for (const row of view.rows) {
    const line = known.get(row.id);
    const next = line
      ? mergeLine(line, row, view.conflicts, sent, clashes)
      : {
          id: row.id,
          place: row.place,
          cells: row.cells,
          removed: row.removed,
          kept: { cells: row.cells, removed: row.removed },
          origin: row.origin,
        };
    if (row.changedBy && (!line || differs(line, next))) others.add(row.changedBy);
    known.set(row.id, next);
  }
  // Rows that were sent and are absent from the response are stored as sent.
  for (const [id, sentLine] of sent ?? []) {
    const line = known.get(id);
    if (line && !returnedIds.has(id))
      known.set(id, { ...line, kept: { cells: sentLine.cells, removed: sentLine.removed } });
  }
  return { lines: [...known.values()], clashes, others: [...others] };
}

function mergeLine(
  line: EnteredLine,
  row: ManualEntryDto['rows'][number],
  conflicts: readonly ManualEntryConflictDto[],
  sent: ReadonlyMap<string, EnteredLine> | null,
  clashes: EditConflict[],
): EnteredLine {
  let { cells } = line;
  let kept: ManualEntryCells = line.kept?.cells ?? {};
  const before = sent?.get(line.id) ?? line.kept;
  for (const field of new Set([...Object.keys(cells), ...Object.keys(kept), ...Object.keys(row.cells)])) {
    const [here, now] = [cellOf(cells, field), cellOf(row.cells, field)];
    const conflict = conflicts.find((each) => each.id === line.id && each.field === field);
    const untouched = here === cellOf(before?.cells, field);
    if (conflict) clashes.push({ id: line.id, field, mine: here, theirs: now, by: conflict.by });
    if (conflict || untouched) cells = withCell(cells, field, now);
    // Pending edits are compared with the value the user saw.
    if (conflict || untouched || sent?.has(line.id)) kept = withCell(kept, field, now);
  }
  const stays = conflicts.find((each) => each.id === line.id && each.field === null);
  if (stays) clashes.push({ id: line.id, field: null, mine: '', theirs: '', by: stays.by });
  const removed = stays || line.removed === (before?.removed ?? false) ? row.removed : line.removed;
  return { ...line, cells, removed, kept: { cells: kept, removed: row.removed }, origin: row.origin };
}

function differs(a: EnteredLine, b: EnteredLine): boolean {
  return (
    a.removed !== b.removed ||
    [...Object.keys(a.cells), ...Object.keys(b.cells)].some(
      (field) => cellOf(a.cells, field) !== cellOf(b.cells, field),
    )
  );
}
