import { DestroyRef, Service, inject, signal } from '@angular/core';
import type { Finding, Patch } from '@tallgrunn/checks';
import type { Language } from '@tallgrunn/values';
import type { Asked, CheckedFile, FileAsked, FileRead, FileToSend, GroupName, Said } from './check-messages.ts';
import type { GridRows } from '../row-grid/grid-rows.ts';
import { startCheckWorker, type CheckWorker } from './start-worker.ts';

export type CheckState = 'none' | 'reading' | 'checked' | 'fell';

/** The check of one file in a worker, exposed as signals. A new check terminates the previous one. */
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

  /** Terminates the running check, if any; the last result remains until the next check. */
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

  /** Returns up to a hundred findings of a group, in file order. */
  async findings(group: GroupName, from: number): Promise<readonly Finding[]> {
    const said = await this.#ask((id) => ({ ask: 'findings', id, group, from }));
    return said.said === 'findings' ? said.findings : [];
  }

  /** Returns the changes that resolve every finding of a group. */
  async patches(group: GroupName): Promise<readonly Patch[]> {
    const said = await this.#ask((id) => ({ ask: 'patches', id, group }));
    return said.said === 'patches' ? said.patches : [];
  }

  /**
   * Returns the checked file for upload, without quarantined rows when `leaveOut` is set. Null when it could not be
   * written.
   */
  async toSend(leaveOut: boolean): Promise<FileToSend | null> {
    const said = await this.#ask((id) => ({ ask: 'to-send', id, leaveOut }));
    return said.said === 'to-send' ? said.toSend : null;
  }

  /**
   * Returns the rows with findings, as they are in the file, and the rows in `keep`. Null when the file cannot be read.
   */
  async rowsWithFindings(keep: readonly string[]): Promise<GridRows | null> {
    const said = await this.#ask((id) => ({ ask: 'rows', id, keep }));
    return said.said === 'grid' ? said.grid : null;
  }

  /** Returns the file with its findings, written in the browser; null when it cannot be opened. */
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
