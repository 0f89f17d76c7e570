import { DestroyRef, Service, inject, signal } from '@angular/core';
import type { Finding, Patch } from '@tallgrunn/checks';
import type { Language } from '@tallgrunn/values';
import type { Asked, CheckedFile, FileAsked, FileRead, FileToSend, GroupName, Said } from './check-messages.ts';
import type { GridRows } from '../row-grid/grid-rows.ts';
import { startCheckWorker, type CheckWorker } from './start-worker.ts';

export type CheckState = 'none' | 'reading' | 'checked' | 'fell';

/** The check of one file in its worker, as signals. A new check ends the one before it. */
@Service({ autoProvided: false })
export class CheckRun {
  readonly #start = inject(startCheckWorker);
  readonly #state = signal<CheckState>('none');
  readonly #file = signal<FileRead | null>(null);
  readonly #rows = signal(0);
  readonly #checked = signal<CheckedFile | null>(null);
  readonly state = this.#state.asReadonly();
  readonly file = this.#file.asReadonly();
  /** Lines read so far. */
  readonly rows = this.#rows.asReadonly();
  readonly checked = this.#checked.asReadonly();
  #worker: CheckWorker | null = null;
  #asked = 0;
  readonly #waiting = new Map<number, (said: Said) => void>();

  constructor() {
    inject(DestroyRef).onDestroy(() => this.stop());
  }

  check(asked: FileAsked): void {
    this.stop();
    this.#state.set('reading');
    this.#rows.set(0);
    const worker = this.#start();
    this.#worker = worker;
    worker.onmessage = ({ data }) => this.#hear(data as Said);
    worker.onerror = () => this.#state.set('fell');
    worker.postMessage({ ask: 'check', ...asked } satisfies Asked);
  }

  /** Ends the check, if one runs; what it came to last stays until the next. */
  stop(): void {
    this.#worker?.terminate();
    this.#worker = null;
    this.#waiting.clear();
  }

  forget(): void {
    this.stop();
    this.#state.set('none');
    this.#file.set(null);
    this.#checked.set(null);
  }

  /** A hundred findings of a group, in the order of the file. */
  async findings(group: GroupName, from: number): Promise<readonly Finding[]> {
    const said = await this.#ask((id) => ({ ask: 'findings', id, group, from }));
    return said.said === 'findings' ? said.findings : [];
  }

  /** The changes that settle every finding of a group. */
  async patches(group: GroupName): Promise<readonly Patch[]> {
    const said = await this.#ask((id) => ({ ask: 'patches', id, group }));
    return said.said === 'patches' ? said.patches : [];
  }

  /** The checked file as it is sent, without the rows that are kept out where they are left out; null when it could not be made. */
  async toSend(leaveOut: boolean): Promise<FileToSend | null> {
    const said = await this.#ask((id) => ({ ask: 'to-send', id, leaveOut }));
    return said.said === 'to-send' ? said.toSend : null;
  }

  /** The rows that findings point at, as they stand in the file; those in `keep` too. */
  async rowsWithFindings(keep: readonly string[]): Promise<GridRows | null> {
    const said = await this.#ask((id) => ({ ask: 'rows', id, keep }));
    return said.said === 'grid' ? said.grid : null;
  }

  /** The file with what was found in it, made here; null when it cannot be opened. */
  async annotated(language: Language): Promise<Blob | null> {
    const said = await this.#ask((id) => ({ ask: 'annotated', id, language }));
    return said.said === 'annotated' ? said.bytes : null;
  }

  #ask(question: (id: number) => Asked): Promise<Said> {
    const id = (this.#asked += 1);
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve);
      this.#worker?.postMessage(question(id));
    });
  }

  #hear(said: Said): void {
    if (said.said === 'opened') this.#file.set(said.file);
    else if (said.said === 'rows') this.#rows.set(said.rows);
    else if (said.said === 'fell') this.#state.set('fell');
    else if (said.said === 'checked') {
      this.#checked.set(said.checked);
      this.#state.set('checked');
    } else if ('id' in said) {
      this.#waiting.get(said.id)?.(said);
      this.#waiting.delete(said.id);
    }
  }
}
