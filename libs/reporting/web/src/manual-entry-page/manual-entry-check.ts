import { Service, computed, effect, inject, signal, untracked } from '@angular/core';
import { manualEntryFirstRow, manualEntryReport, manualEntryTable, type Finding } from '@tallgrunn/checks';
import { TextLibrary } from '@tallgrunn/design';
import { CheckBasis } from '../report-session/check-basis.ts';
import { ReportStore } from '../report-session/report-store.ts';
import { patchesToEdits } from './edits-of-patches.ts';
import { entryColumns } from './entry-columns.ts';
import { ManualEntryDraft } from './manual-entry-draft.ts';
import type { EnteredLine } from './entered-lines.ts';

const checkAfterMs = 350;

interface CellFinding {
  /** null for the whole row */
  readonly field: string | null;
  readonly finding: Finding;
}

/** Checks the rows while they are entered, as the file that would be submitted, and maps findings to cells. */
@Service({ autoProvided: false })
export class ManualEntryCheck {
  readonly #draft = inject(ManualEntryDraft);
  readonly #desk = inject(ReportStore);
  readonly #basis = inject(CheckBasis);
  readonly #language = inject(TextLibrary).language;
  readonly #marks = signal<ReadonlyMap<string, readonly CellFinding[]>>(new Map());
  /** Undefined until the terms are loaded; null when they require several tables. */
  readonly columns = computed(() => {
    const known = this.#basis.known();
    return known ? entryColumns(known.terms, this.#language()) : undefined;
  });
  /** Non-empty rows, in file order. */
  readonly filled = computed(() => this.#draft.lines().filter(({ cells }) => Object.keys(cells).length > 0));
  readonly #report = computed(() => {
    const table = this.#basis.known() && manualEntryTable(this.#basis.known()!.terms);
    return table && this.filled().length > 0
      ? manualEntryReport(
          table,
          this.filled().map(({ cells }) => cells),
        )
      : null;
  });
  /** The file to submit, as text; null while there are no rows. */
  readonly text = computed(() => this.#report()?.text ?? null);
  #checked: { readonly text: string; readonly lines: readonly EnteredLine[] } | null = null;

  constructor() {
    this.#desk.changeAtSource = (patches) => {
      const { edits, rest } = patchesToEdits(patches, {
        lines: this.#checked?.lines ?? [],
        columns: this.columns() ?? [],
        buyers: this.#basis.known()?.context.buyers,
      });
      this.#draft.change(edits);
      return rest;
    };
    effect((onCleanup) => {
      const report = this.#report();
      const timer = setTimeout(() => untracked(() => this.#check(report)), checkAfterMs);
      onCleanup(() => clearTimeout(timer));
    });
    effect(() => {
      if (!this.#desk.run.checked() || this.#desk.run.state() !== 'checked') return;
      untracked(() => void this.#mark());
    });
  }

  /** Returns whether the last check covers the current rows. */
  isCurrent(): boolean {
    return this.#checked !== null && this.#checked.text === this.text();
  }

  marksOf(lineId: string): readonly CellFinding[] {
    return this.#marks().get(lineId) ?? [];
  }

  /** Returns the row number in the file, which findings refer to; null for an empty row. */
  numberOf(lineId: string): number | null {
    const at = this.filled().findIndex(({ id }) => id === lineId);
    return at < 0 ? null : at + manualEntryFirstRow;
  }

  #check(report: ReturnType<typeof manualEntryReport> | null): void {
    if (!report) {
      this.#checked = null;
      this.#marks.set(new Map());
      if (this.#desk.file()) this.#desk.forgetFile();
      return;
    }
    if (this.#checked?.text === report.text) return;
    this.#checked = { text: report.text, lines: this.filled() };
    this.#desk.renew(new File([report.text], 'rapport.csv', { type: 'text/csv' }), report.mapping);
  }

  async #mark(): Promise<void> {
    const [lines, columns] = [this.#checked?.lines ?? [], this.columns() ?? []];
    const grid = await this.#desk.run.rowsWithFindings([]);
    const rows = grid?.sheets[0]?.rows ?? [];
    this.#marks.set(
      new Map(
        rows.flatMap(({ row, marks }) => {
          const line = lines[row - manualEntryFirstRow];
          return line
            ? [
                [
                  line.id,
                  marks.map(({ column, finding }) => ({
                    field: column === null ? null : (columns[column]?.field ?? null),
                    finding,
                  })),
                ] as const,
              ]
            : [];
        }),
      ),
    );
  }
}
