import { Service, computed, inject, signal } from '@angular/core';
import { Session, draftOf, keepDraft, removeDraft } from '@tallgrunn/api-client';
import { noEdits, type CellEdits } from '../row-grid/cell-edits.ts';
import {
  codeOfQuestion,
  isLasting,
  isLastingPatch,
  questionKey,
  type ColumnMapping,
  type Division,
  type Fix,
  type Patch,
  type SheetRows,
} from '@tallgrunn/checks';
import { uuidv7 } from '@tallgrunn/values';
import type { RememberedAnswer } from './remembered.ts';

/**
 * A change to the file that a person requested: the findings it resolves and its patches. It can be undone until the
 * report is sent.
 */
export interface FileEdit {
  /** code of the findings */
  readonly code: string;
  /** the fix that was used; null when each finding used its own */
  readonly fix: Fix | null;
  /** the chosen option, when the fix has several */
  readonly choice: string;
  /** number of findings resolved */
  readonly count: number;
  readonly patches: readonly Patch[];
}

/** The part of a divided file that belongs to one report. */
export interface FileShare {
  readonly rows: readonly SheetRows[];
  readonly division: Division;
  /** obligations that the file was divided among */
  readonly together: readonly string[];
  /** lines of this report, and of the whole file */
  readonly lines: number;
  readonly of: number;
}

/** Identifies findings answered as "not an error". */
export interface Override {
  readonly code: string;
  readonly cause: string;
}

/** A file with all its settings and answers. */
export interface ChosenFile {
  readonly file: File;
  readonly mapping: readonly ColumnMapping[];
  readonly changes: readonly FileEdit[];
  /** reasons by question key */
  readonly reasons: ReadonlyMap<string, string>;
  /** findings that quarantine rows and were answered as not an error, with a reason in `reasons` */
  readonly overrides: readonly Override[];
  /** edited cells, with undo history */
  readonly cells: CellEdits;
  readonly leaveOutRows: boolean;
  /** whether customers belong to the cooperative, by their keys */
  readonly customers: ReadonlyMap<string, 'ours' | 'others'>;
  /** customers excluded as outside the cooperative, as written */
  readonly excluded?: readonly string[];
  readonly share?: FileShare;
  /** true when made from manual entry: no row is about others */
  readonly typed?: true;
  /** the version whose quarantined rows are corrected */
  readonly amends?: string;
  /** remembered answers from earlier files that apply to this one; undefined until loaded */
  readonly remembered?: readonly RememberedAnswer[];
}

export function newChosenFile(file: File): ChosenFile {
  return {
    file,
    mapping: [],
    changes: [],
    reasons: new Map(),
    overrides: [],
    cells: noEdits,
    leaveOutRows: false,
    customers: new Map(),
  };
}

/** Replaces a file. Answers are carried over, except those about single rows or the figures of one file. */
export function replaceFile(before: ChosenFile | null, file: File, columns: readonly FileEdit[] = []): ChosenFile {
  if (!before || before.typed || before.share) return newChosenFile(file);
  const changes = [
    ...columns,
    ...before.changes.filter(({ patches }) => patches.length > 0 && patches.every(isLastingPatch)),
  ];
  const reasons = new Map([...before.reasons].filter(([question]) => isLasting(codeOfQuestion(question))));
  return {
    ...newChosenFile(file),
    changes,
    reasons,
    customers: before.customers,
    ...(before.excluded && { excluded: before.excluded }),
    ...(before.remembered && { remembered: before.remembered }),
  };
}

/** Adds remembered answers; answers given for this file take precedence. */
export function withRemembered(chosen: ChosenFile, remembered: readonly RememberedAnswer[]): ChosenFile {
  const known = remembered.flatMap((each) =>
    each.kind === 'question' ? [[questionKey(each.answer), each.reason] as const] : [],
  );
  return { ...chosen, remembered, reasons: new Map([...known, ...chosen.reasons]) };
}

/** Removes a revoked answer. */
export function withoutRemembered(chosen: ChosenFile, revoked: RememberedAnswer): ChosenFile {
  const question = revoked.kind === 'question' ? questionKey(revoked.answer) : null;
  return {
    ...chosen,
    remembered: (chosen.remembered ?? []).filter(({ id }) => id !== revoked.id),
    reasons: new Map([...chosen.reasons].filter(([key]) => key !== question)),
  };
}

/** Returns all changes that the check applies to the file. */
export function patchesOf({ changes, cells, overrides, remembered = [] }: ChosenFile): readonly Patch[] {
  return [
    ...remembered.flatMap((each) => (each.kind === 'change' ? [each.answer] : [])),
    ...changes.flatMap(({ patches }) => patches),
    ...cells.now,
    ...overrides.map(({ code, cause }): Patch => ({ set: 'override', code, cause })),
  ];
}

/** Counts the findings corrected here, by code. */
export function correctedCounts({ changes }: ChosenFile): readonly { readonly code: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const { code, count } of changes) if (code !== '') counts.set(code, (counts.get(code) ?? 0) + count);
  return [...counts].map(([code, count]) => ({ code, count }));
}

/** The stored settings of a chosen file; remembered answers are fetched each time. */
type StoredSettings = Omit<ChosenFile, 'file' | 'remembered'>;

/**
 * Files chosen but not sent, by obligation. They survive navigation and registration; those of a signed-in person also
 * survive a reload.
 */
@Service()
export class ChosenFiles {
  readonly #files = new Map<string, ChosenFile>();
  readonly #session = inject(Session);
  /** Storage ids shared by a file and its answers: the file is written once, the answers on every change. */
  readonly #draftIds = new WeakMap<File, string>();
  readonly #fails = signal(false);
  /** True when browser storage is full or unavailable; the file is then lost when the page is left. */
  readonly fails = this.#fails.asReadonly();
  #writing: Promise<void> = Promise.resolve();

  constructor() {
    // The next user of this browser must not see them. Files in browser storage are restored for their owner only.
    this.#session.whenLeft(() => this.#files.clear());
  }

  of(obligationId: string): ChosenFile | null {
    return this.#files.get(obligationId) ?? null;
  }

  keep(obligationId: string, chosen: ChosenFile): void {
    this.#files.set(obligationId, chosen);
    const owner = this.#owner();
    if (owner && !chosen.typed) this.#write(() => this.#storeHere(owner, obligationId));
  }

  forget(obligationId: string): void {
    this.#files.delete(obligationId);
    const owner = this.#owner();
    if (owner) this.#write(() => this.#removeHere(owner, obligationId));
  }

  /** True when the choice survives a reload: only for a signed-in person who can report. */
  readonly isKept = computed(() => this.#owner() !== null && !this.#fails());

  /** Restores the file of an obligation from browser storage; null when there is none. */
  async recall(obligationId: string): Promise<ChosenFile | null> {
    const known = this.of(obligationId);
    const owner = this.#owner();
    if (known || !owner) return known;
    const draft = await draftOf(owner, obligationId).catch(() => null);
    if (!draft || this.of(obligationId) || !this.#isHere(owner)) return this.of(obligationId);
    const chosen = { ...newChosenFile(draft.file), ...(draft.answers as Partial<StoredSettings> | null) };
    this.#files.set(obligationId, chosen);
    this.#draftIds.set(draft.file, draft.draftId);
    return chosen;
  }

  /** Returns the name of a file that was started and left; null when there is none. */
  async nameOfBegun(obligationId: string): Promise<string | null> {
    return (await this.recall(obligationId))?.file.name ?? null;
  }

  #owner(): string | null {
    const person = this.#session.person();
    return person && this.#session.permissions().has('report.submit') && 'indexedDB' in globalThis
      ? `${person.id}`
      : null;
  }

  #isHere(owner: string): boolean {
    return this.#session.person()?.id === owner;
  }

  /** Writes one at a time, so that the last change is the one stored. */
  #write(act: () => Promise<void>): void {
    this.#writing = this.#writing.then(act).catch(() => this.#fails.set(true));
  }

  /** Skips the write when the person has signed out meanwhile. */
  async #storeHere(owner: string, obligationId: string): Promise<void> {
    const chosen = this.of(obligationId);
    if (!chosen || !this.#isHere(owner)) return;
    const { file, remembered: _remembered, ...answers } = chosen;
    await keepDraft(
      owner,
      obligationId,
      { draftId: this.#draftIdOf(file), file, answers: answers satisfies StoredSettings },
      () => this.#isHere(owner),
    );
    this.#fails.set(false);
  }

  #draftIdOf(file: File): string {
    const draftId = this.#draftIds.get(file) || uuidv7();
    this.#draftIds.set(file, draftId);
    return draftId;
  }

  async #removeHere(owner: string, obligationId: string): Promise<void> {
    if (!this.of(obligationId)) await removeDraft(owner, obligationId);
  }
}
