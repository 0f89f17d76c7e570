import type { Patch } from '@tallgrunn/checks';

export type CellPatch = Extract<Patch, { readonly set: 'cell' }>;

/** Cell changes with undo and redo history: each step holds all changes in effect after it. */
export interface CellEdits {
  readonly now: readonly CellPatch[];
  readonly before: readonly (readonly CellPatch[])[];
  readonly after: readonly (readonly CellPatch[])[];
}

export const noEdits: CellEdits = { now: [], before: [], after: [] };

const stepsMax = 200;
const cellKey = ({ sheet, row, column }: Pick<CellPatch, 'sheet' | 'row' | 'column'>): string =>
  `${row} ${column} ${sheet}`;

/** Adds cell changes as one undo step; a later change of a cell replaces the earlier one. */
export function withEdits({ now, before }: CellEdits, edits: readonly CellPatch[]): CellEdits {
  if (edits.length === 0) return { now, before, after: [] };
  const cells = new Map(now.map((patch) => [cellKey(patch), patch]));
  for (const patch of edits) cells.set(cellKey(patch), patch);
  return { now: [...cells.values()], before: [...before, now].slice(-stepsMax), after: [] };
}

export function undo({ now, before, after }: CellEdits): CellEdits {
  const last = before.at(-1);
  return last ? { now: last, before: before.slice(0, -1), after: [now, ...after] } : { now, before, after };
}

export function redo({ now, before, after }: CellEdits): CellEdits {
  const [next, ...rest] = after;
  return next ? { now: next, before: [...before, now], after: rest } : { now, before, after };
}

/** Returns the changed value of a cell; null when unchanged. */
export function editOf({ now }: CellEdits, place: Pick<CellPatch, 'sheet' | 'row' | 'column'>): string | null {
  const wanted = cellKey(place);
  return now.find((patch) => cellKey(patch) === wanted)?.value ?? null;
}

/**
 * Parses a block of cells from the clipboard of a spreadsheet: rows by line, cells by tab, cells with line breaks in
 * quotes.
 */
export function parseBlock(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  const endCell = () => {
    rows.at(-1)!.push(cell);
    cell = '';
  };
  const clean = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  for (let at = 0; at < clean.length; at += 1) {
    const character = clean[at]!;
    if (quoted && character === '"' && clean[at + 1] === '"') cell += clean[(at += 1)]!;
    else if (quoted && character === '"') quoted = false;
    else if (!quoted && character === '"' && cell === '') quoted = true;
    else if (!quoted && character === '\t') endCell();
    else if (!quoted && character === '\n') {
      endCell();
      rows.push([]);
    } else cell += character;
  }
  endCell();
  return rows;
}
