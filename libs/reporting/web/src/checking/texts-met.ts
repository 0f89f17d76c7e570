import type { Row } from '@tallgrunn/tabular';
import type { CorrectedCell, Patch } from '@tallgrunn/checks';

type CellPatch = Extract<Patch, { readonly set: 'cell' }>;

const normalise = (text: string): string => text.trim().toLowerCase();

/** Returns the text or heading that a change refers to, normalised; null when it applies to a whole field. */
export function patchSubject(patch: Patch): string | null {
  if ('text' in patch) return normalise(patch.text);
  return patch.set === 'column' ? normalise(patch.heading) : null;
}

/**
 * Records, while rows are read, which texts of the changes occur in the file, and the original values of changed cells.
 */
export class TextOccurrences {
  readonly #wanted: ReadonlySet<string>;
  readonly #met = new Set<string>();
  readonly #cells: readonly CellPatch[];
  /** Changed cells by sheet and row. */
  readonly #rows: ReadonlyMap<string, readonly CellPatch[]>;
  readonly #was = new Map<CellPatch, string>();

  constructor(patches: readonly Patch[]) {
    this.#cells = patches.filter((patch) => patch.set === 'cell');
    this.#rows = Map.groupBy(this.#cells, ({ sheet, row }) => `${row} ${sheet}`);
    this.#wanted = new Set(patches.flatMap((patch) => patchSubject(patch) ?? []));
  }

  row({ sheet, row, cells }: Row): void {
    if (this.#rows.size > 0)
      for (const patch of this.#rows.get(`${row} ${sheet}`) ?? [])
        this.#was.set(patch, cells[patch.column]?.shown ?? cells[patch.column]?.text ?? '');
    if (this.#wanted.size === this.#met.size) return;
    for (const { text } of cells) {
      const written = normalise(text);
      if (this.#wanted.has(written)) this.#met.add(written);
    }
  }

  /** Returns the corrected cells with their original values. The last change of a cell wins. */
  corrected(): readonly CorrectedCell[] {
    const last = new Map(this.#cells.map((patch) => [`${patch.row} ${patch.column} ${patch.sheet}`, patch]));
    return [...last.values()].map((patch) => ({
      sheet: patch.sheet,
      row: patch.row,
      column: patch.column,
      value: patch.value,
      was: this.#was.get(patch) ?? '',
    }));
  }

  list(): readonly string[] {
    return [...this.#met];
  }
}
