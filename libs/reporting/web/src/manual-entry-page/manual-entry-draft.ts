import { DestroyRef, Service, computed, inject, signal } from '@angular/core';
import { problemOf, sender, type Problem } from '@tallgrunn/api-client';
import { manualEntryChange, manualEntryShow } from '@tallgrunn/api-client/calls';
import type { ManualEntryDto } from '@tallgrunn/api-client/shapes';
import { limits } from '@tallgrunn/values';
import {
  applyEdits,
  mergeStored,
  reverseEdits,
  activeLines,
  unsavedChanges,
  type LineEdit,
  type EditConflict,
  type EnteredLine,
} from './entered-lines.ts';

export type SaveState = 'none' | 'waiting' | 'saving' | 'saved' | 'failed';

const saveAfterMs = 500;
const retryAfterMs = 5_000;
const pollEveryMs = 5_000;
const stepsMax = 200;

/** The rows of one manual entry: the local state, saved while the user types, and merged with colleagues' edits. */
@Service({ autoProvided: false })
export class ManualEntryDraft {
  readonly #send = sender();
  readonly #lines = signal<readonly EnteredLine[]>([]);
  readonly #state = signal<SaveState>('none');
  readonly #problem = signal<Problem | null>(null);
  /** Error of the last failed save, as thrown. */
  fault: unknown = null;
  readonly #clashes = signal<readonly EditConflict[]>([]);
  readonly #view = signal<ManualEntryDto | null>(null);
  readonly #past = signal<readonly (readonly LineEdit[])[]>([]);
  readonly #future = signal<readonly (readonly LineEdit[])[]>([]);
  readonly #others = signal<readonly string[]>([]);
  readonly state = this.#state.asReadonly();
  /** Why it could not be opened or saved. */
  readonly problem = this.#problem.asReadonly();
  readonly clashes = this.#clashes.asReadonly();
  /** Names of others who have edited since the user's last edit. */
  readonly others = this.#others.asReadonly();
  /** Last response of the server; null before the first. */
  readonly view = this.#view.asReadonly();
  readonly lines = computed(() => activeLines(this.#lines()));
  readonly canUndo = computed(() => this.#past().length > 0);
  readonly canRedo = computed(() => this.#future().length > 0);
  /** The revision that the user has seen; only this one can be submitted. */
  readonly revision = computed(() => this.#view()?.revision ?? 0);
  #obligationId = '';
  #saving: Promise<void> | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #ended = false;

  constructor() {
    const pollTimer = setInterval(() => void this.#request(), pollEveryMs);
    inject(DestroyRef).onDestroy(() => {
      this.#ended = true;
      clearInterval(pollTimer);
      clearTimeout(this.#timer);
      if (this.#unsaved()) void this.flush();
    });
  }

  async open(obligationId: string): Promise<void> {
    this.#obligationId = obligationId;
    try {
      const view = await this.#send(manualEntryShow, { obligationId });
      this.#take(view, null);
      this.#state.set(view.savedAt === null ? 'none' : 'saved');
      this.#problem.set(null);
    } catch (error) {
      this.#problem.set(problemOf(error));
    }
  }

  /** Changes rows, as one undo step. */
  change(edits: readonly LineEdit[]): void {
    if (edits.length === 0) return;
    this.#past.update((past) => [...past, edits].slice(-stepsMax));
    this.#future.set([]);
    this.#apply(edits);
  }

  undo(): void {
    const step = this.#past().at(-1);
    if (!step) return;
    this.#past.update((past) => past.slice(0, -1));
    this.#future.update((future) => [step, ...future]);
    this.#apply(reverseEdits(this.#lines(), step));
  }

  redo(): void {
    const [step, ...rest] = this.#future();
    if (!step) return;
    this.#future.set(rest);
    this.#past.update((past) => [...past, step]);
    this.#apply(step);
  }

  /** Resolves a conflict with the user's value or the other person's. */
  settle(clash: EditConflict, mine: boolean): void {
    this.#clashes.update((clashes) => clashes.filter((each) => each !== clash));
    if (!mine) return;
    const { id, field } = clash;
    const now = this.#lines().find((line) => line.id === id)?.cells[field ?? ''] ?? '';
    this.change([field === null ? { id, removed: true } : { id, field, was: now, is: clash.mine }]);
  }

  /** Saves pending edits. Returns whether everything is saved. */
  async flush(): Promise<boolean> {
    clearTimeout(this.#timer);
    while (this.#saving) await this.#saving;
    if (this.#unsaved()) {
      this.#saving = this.#save();
      await this.#saving;
    }
    return !this.#unsaved() && this.#state() !== 'failed';
  }

  #unsaved(): boolean {
    return unsavedChanges(this.#lines()).length > 0;
  }

  #apply(edits: readonly LineEdit[]): void {
    this.#lines.set(applyEdits(this.#lines(), edits));
    this.#others.set([]);
    if (this.#state() !== 'failed') this.#state.set('waiting');
    this.#later(saveAfterMs);
  }

  #later(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), ms);
  }

  async #save(): Promise<void> {
    const changes = unsavedChanges(this.#lines()).slice(0, limits.typed.changesAtOnceMax);
    const sent = new Map(
      this.#lines()
        .filter(({ id }) => changes.some((each) => each.id === id))
        .map((line) => [line.id, line]),
    );
    if (this.#state() !== 'failed') this.#state.set('saving');
    try {
      const view = await this.#send(manualEntryChange, {
        obligationId: this.#obligationId,
        body: { since: this.revision(), changes },
      });
      this.#take(view, sent);
      this.#problem.set(null);
      this.#state.set(this.#unsaved() ? 'waiting' : 'saved');
      if (this.#unsaved()) this.#later(0);
    } catch (error) {
      this.fault = error;
      this.#problem.set(problemOf(error));
      this.#state.set('failed');
      if (!this.#ended) this.#later(retryAfterMs);
    } finally {
      this.#saving = null;
    }
  }

  /** Fetches colleagues' edits. A hidden page does not poll. */
  async #request(): Promise<void> {
    if (this.#obligationId === '' || this.#saving || this.#unsaved() || document.visibilityState === 'hidden') return;
    try {
      const view = await this.#send(manualEntryShow, { obligationId: this.#obligationId, since: this.revision() });
      if (!this.#saving && !this.#ended) this.#take(view, null);
    } catch {
      // asked again soon; a save that fails is told
    }
  }

  #take(view: ManualEntryDto, sent: ReadonlyMap<string, EnteredLine> | null): void {
    const { lines, clashes, others } = mergeStored(this.#lines(), view, sent);
    const changed = view.rows.length > 0 || sent !== null;
    if (changed) this.#lines.set(lines);
    if (this.#view() !== null && others.length > 0) this.#others.set(others);
    this.#clashes.update((known) => [
      ...known.filter((each) => !clashes.some(({ id, field }) => id === each.id && field === each.field)),
      ...clashes,
    ]);
    this.#view.set(view);
  }
}
