import { Service, computed, inject, signal } from '@angular/core';
import { Session, draftOf, keepDraft, removeDraft } from '@tallgrunn/api-client';
import { noEdits, type CellEdits } from '../row-grid/cell-edits.ts';
import {
  codeOfQuestion,
  isLasting,
  isStanding,
  questionKey,
  type ColumnMapping,
  type Division,
  type Fix,
  type Patch,
  type SheetRows,
} from '@tallgrunn/checks';
import { uuidv7 } from '@tallgrunn/values';
import type { Remembered } from './remembered.ts';

/** A change to the file that a person asked for: which finding it settles, and what it does. It can be taken back until the report is sent. */
export interface Change {
  /** code of the findings */
  readonly code: string;
  /** the way out that was taken; null when each finding took its own */
  readonly fix: Fix | null;
  /** what was chosen, when the way out had several answers */
  readonly choice: string;
  /** findings that it settled */
  readonly count: number;
  readonly patches: readonly Patch[];
}

/** The part of a file that is one report's, when it has lines for several. */
export interface FileShare {
  readonly rows: readonly SheetRows[];
  readonly division: Division;
  /** duties that the file was divided among */
  readonly together: readonly string[];
  /** lines of this report, and of the whole file */
  readonly lines: number;
  readonly of: number;
}

/** Names findings that were said not to be an error. */
export interface Override {
  readonly code: string;
  readonly cause: string;
}

/** A file with all that was settled about it. */
export interface ChosenFile {
  readonly file: File;
  readonly mapping: readonly ColumnMapping[];
  readonly changes: readonly Change[];
  /** reasons by the name of the question */
  readonly reasons: ReadonlyMap<string, string>;
  /** what keeps rows out and was said not to be an error, with a reason among `reasons` */
  readonly overrides: readonly Override[];
  /** cells that were written in here, with the way back */
  readonly cells: CellEdits;
  readonly leaveOutRows: boolean;
  /** whether customers belong to the cooperative, by their keys */
  readonly customers: ReadonlyMap<string, 'ours' | 'others'>;
  /** customers that were said not to be ours, as they are written */
  readonly excluded?: readonly string[];
  readonly share?: FileShare;
  /** made of lines that were typed here: none of them is somebody else's */
  readonly typed?: true;
  /** the version whose rows are corrected */
  readonly amends?: string;
  /** what was answered about earlier files and holds for this one; not known yet when left out */
  readonly remembered?: readonly Remembered[];
}

export function untouched(file: File): ChosenFile {
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

/** Another file in the place of one: what was answered holds for it too, as far as it is not about single rows or the figures of one file. */
export function inPlaceOf(before: ChosenFile | null, file: File, columns: readonly Change[] = []): ChosenFile {
  if (!before || before.typed || before.share) return untouched(file);
  const changes = [
    ...columns,
    ...before.changes.filter(({ patches }) => patches.length > 0 && patches.every(isStanding)),
  ];
  const reasons = new Map([...before.reasons].filter(([question]) => isLasting(codeOfQuestion(question))));
  return {
    ...untouched(file),
    changes,
    reasons,
    customers: before.customers,
    ...(before.excluded && { excluded: before.excluded }),
    ...(before.remembered && { remembered: before.remembered }),
  };
}

/** Takes up what was answered before; what has been answered about this file stands. */
export function withRemembered(chosen: ChosenFile, remembered: readonly Remembered[]): ChosenFile {
  const known = remembered.flatMap((each) =>
    each.kind === 'question' ? [[questionKey(each.answer), each.reason] as const] : [],
  );
  return { ...chosen, remembered, reasons: new Map([...known, ...chosen.reasons]) };
}

/** Without an answer that was taken back. */
export function withoutRemembered(chosen: ChosenFile, taken: Remembered): ChosenFile {
  const question = taken.kind === 'question' ? questionKey(taken.answer) : null;
  return {
    ...chosen,
    remembered: (chosen.remembered ?? []).filter(({ id }) => id !== taken.id),
    reasons: new Map([...chosen.reasons].filter(([key]) => key !== question)),
  };
}

/** What the check is told beside the file. */
export function patchesOf({ changes, cells, overrides, remembered = [] }: ChosenFile): readonly Patch[] {
  return [
    ...remembered.flatMap((each) => (each.kind === 'change' ? [each.answer] : [])),
    ...changes.flatMap(({ patches }) => patches),
    ...cells.now,
    ...overrides.map(({ code, cause }): Patch => ({ set: 'override', code, cause })),
  ];
}

/** How many findings of each code were corrected here. */
export function settledOf({ changes }: ChosenFile): readonly { readonly code: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const { code, count } of changes) if (code !== '') counts.set(code, (counts.get(code) ?? 0) + count);
  return [...counts].map(([code, count]) => ({ code, count }));
}

/** What of a chosen file is kept beside it; what was answered about earlier files is fetched anew. */
type Answers = Omit<ChosenFile, 'file' | 'remembered'>;

/** Files chosen but not sent, by duty: a card hands one to the report page, and making an account loses none. Those of a person who is signed in are there after a reload too. */
@Service()
export class ChosenFiles {
  readonly #files = new Map<string, ChosenFile>();
  readonly #session = inject(Session);
  /** What a file and its answers are kept under together: the file is written once, the answers as often as they change. */
  readonly #draftIds = new WeakMap<File, string>();
  readonly #fails = signal(false);
  /** The browser has no room for it, or keeps nothing: it is gone when the page is left. */
  readonly fails = this.#fails.asReadonly();
  #writing: Promise<void> = Promise.resolve();

  constructor() {
    // The next person at this page is not shown them. What is kept on the machine is taken up again by the one whose it is.
    this.#session.whenLeft(() => this.#files.clear());
  }

  of(dutyId: string): ChosenFile | null {
    return this.#files.get(dutyId) ?? null;
  }

  keep(dutyId: string, chosen: ChosenFile): void {
    this.#files.set(dutyId, chosen);
    const owner = this.#owner();
    if (owner && !chosen.typed) this.#write(() => this.#keepHere(owner, dutyId));
  }

  forget(dutyId: string): void {
    this.#files.delete(dutyId);
    const owner = this.#owner();
    if (owner) this.#write(() => this.#removeHere(owner, dutyId));
  }

  /** Whether what is chosen is there after a reload: only of a person who is signed in and reports. */
  readonly isKept = computed(() => this.#owner() !== null && !this.#fails());

  /** What was left of a duty's file when the page was last open; null when nothing was. */
  async recall(dutyId: string): Promise<ChosenFile | null> {
    const known = this.of(dutyId);
    const owner = this.#owner();
    if (known || !owner) return known;
    const draft = await draftOf(owner, dutyId).catch(() => null);
    if (!draft || this.of(dutyId) || !this.#isHere(owner)) return this.of(dutyId);
    const chosen = { ...untouched(draft.file), ...(draft.answers as Partial<Answers> | null) };
    this.#files.set(dutyId, chosen);
    this.#draftIds.set(draft.file, draft.draftId);
    return chosen;
  }

  /** The name of a file that was begun on and left; null when there is none. */
  async nameOfBegun(dutyId: string): Promise<string | null> {
    return (await this.recall(dutyId))?.file.name ?? null;
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

  /** One after the other, so that the last that was said is what is kept. */
  #write(act: () => Promise<void>): void {
    this.#writing = this.#writing.then(act).catch(() => this.#fails.set(true));
  }

  /** Whoever chose it may be gone before it is written: then it is not. */
  async #keepHere(owner: string, dutyId: string): Promise<void> {
    const chosen = this.of(dutyId);
    if (!chosen || !this.#isHere(owner)) return;
    const { file, remembered: _remembered, ...answers } = chosen;
    await keepDraft(owner, dutyId, { draftId: this.#draftIdOf(file), file, answers: answers satisfies Answers }, () =>
      this.#isHere(owner),
    );
    this.#fails.set(false);
  }

  #draftIdOf(file: File): string {
    const draftId = this.#draftIds.get(file) || uuidv7();
    this.#draftIds.set(file, draftId);
    return draftId;
  }

  async #removeHere(owner: string, dutyId: string): Promise<void> {
    if (!this.of(dutyId)) await removeDraft(owner, dutyId);
  }
}
