import type { TypedChangeBody, TypedConflictView, TypedOriginView, TypedView } from '@tallgrunn/api-client/shapes';
import type { TypedCells } from '@tallgrunn/checks';

/** A line as it stands on this screen, beside what is known to be kept. */
export interface TypedLine {
  readonly id: string;
  readonly place: number;
  readonly cells: TypedCells;
  readonly removed: boolean;
  /** as it is kept, as far as this screen has seen; null for a line that is not kept yet */
  readonly kept: { readonly cells: TypedCells; readonly removed: boolean } | null;
  /** the e-invoice it was begun from */
  readonly origin?: TypedOriginView | null;
}

/** A change to one cell of a line, or to whether the line is there. */
export type LineEdit =
  | { readonly id: string; readonly field: string; readonly was: string; readonly is: string }
  | { readonly id: string; readonly removed: boolean };

/** What somebody else wrote first: theirs stands, and what was written here is held for a person to choose. */
export interface TypedClash {
  readonly id: string;
  readonly field: string | null;
  readonly mine: string;
  readonly theirs: string;
  readonly by: string | null;
}

const cellOf = (cells: TypedCells | undefined, field: string): string => cells?.[field] ?? '';

export function withCell(cells: TypedCells, field: string, value: string): TypedCells {
  const { [field]: _old, ...rest } = cells;
  return value === '' ? rest : { ...rest, [field]: value };
}

/** Lines that are there, in their order. */
export function standing(lines: readonly TypedLine[]): readonly TypedLine[] {
  return lines.filter(({ removed }) => !removed).sort((a, b) => a.place - b.place || (a.id < b.id ? -1 : 1));
}

/** Edits laid on lines; an edit of a line that is not known makes it, at the end. */
export function edited(lines: readonly TypedLine[], edits: readonly LineEdit[]): readonly TypedLine[] {
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

/** The same edits taken back, as far as nobody has written over them since. */
export function reversed(lines: readonly TypedLine[], edits: readonly LineEdit[]): readonly LineEdit[] {
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

/** What stands here and is not kept yet. */
export function unsaved(lines: readonly TypedLine[]): TypedChangeBody[] {
  return lines.flatMap(({ id, place, cells, removed, kept }) => {
    if (!kept && removed) return [];
    const fields = [...new Set([...Object.keys(cells), ...Object.keys(kept?.cells ?? {})])].filter(
      (field) => cellOf(cells, field) !== cellOf(kept?.cells, field),
    );
    const turned = removed !== (kept?.removed ?? false);
    if (fields.length === 0 && !turned) return [];
    return [
      {
        id,
        place,
        ...(turned && { removed }),
        cells: fields.map((field) => ({ field, was: cellOf(kept?.cells, field), is: cellOf(cells, field) })),
      },
    ];
  });
}

export interface Merged {
  readonly lines: readonly TypedLine[];
  readonly clashes: readonly TypedClash[];
  /** who else wrote, of lines that came out otherwise than they stood here */
  readonly others: readonly string[];
}

/**
 * Lays what is kept on what stands here. `sent` is what was on its way when the answer was given, null when nothing was: what has been written
 * since then stands, and is saved next. Nothing that was written here is lost to what somebody else wrote: that becomes a clash.
 */
export function merged(
  lines: readonly TypedLine[],
  view: Pick<TypedView, 'rows' | 'conflicts'>,
  sent: ReadonlyMap<string, TypedLine> | null,
): Merged {
  const known = new Map(lines.map((line) => [line.id, line]));
  const clashes: TypedClash[] = [];
  const others = new Set<string>();
  const told = new Set(view.rows.map(({ id }) => id));
  for (const row of view.rows) {
    const line = known.get(row.id);
    const next = line
      ? mergedLine(line, row, view.conflicts, sent, clashes)
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
  // What was sent and is not told of stands as it was sent.
  for (const [id, was] of sent ?? []) {
    const line = known.get(id);
    if (line && !told.has(id)) known.set(id, { ...line, kept: { cells: was.cells, removed: was.removed } });
  }
  return { lines: [...known.values()], clashes, others: [...others] };
}

function mergedLine(
  line: TypedLine,
  row: TypedView['rows'][number],
  conflicts: readonly TypedConflictView[],
  sent: ReadonlyMap<string, TypedLine> | null,
  clashes: TypedClash[],
): TypedLine {
  let { cells } = line;
  let kept: TypedCells = line.kept?.cells ?? {};
  const before = sent?.get(line.id) ?? line.kept;
  for (const field of new Set([...Object.keys(cells), ...Object.keys(kept), ...Object.keys(row.cells)])) {
    const [here, now] = [cellOf(cells, field), cellOf(row.cells, field)];
    const conflict = conflicts.find((each) => each.id === line.id && each.field === field);
    const untouched = here === cellOf(before?.cells, field);
    if (conflict) clashes.push({ id: line.id, field, mine: here, theirs: now, by: conflict.by });
    if (conflict || untouched) cells = withCell(cells, field, now);
    // What is still to be saved is compared with what was seen when it was written.
    if (conflict || untouched || sent?.has(line.id)) kept = withCell(kept, field, now);
  }
  const stays = conflicts.find((each) => each.id === line.id && each.field === null);
  if (stays) clashes.push({ id: line.id, field: null, mine: '', theirs: '', by: stays.by });
  const removed = stays || line.removed === (before?.removed ?? false) ? row.removed : line.removed;
  return { ...line, cells, removed, kept: { cells: kept, removed: row.removed }, origin: row.origin };
}

function differs(a: TypedLine, b: TypedLine): boolean {
  return (
    a.removed !== b.removed ||
    [...Object.keys(a.cells), ...Object.keys(b.cells)].some(
      (field) => cellOf(a.cells, field) !== cellOf(b.cells, field),
    )
  );
}
