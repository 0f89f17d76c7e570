import { DestroyRef, Service, inject, signal } from '@angular/core';
import type { Finding, Patch } from '@tallgrunn/checks';
import type { Language } from '@tallgrunn/values';
import type {
  WorkerRequest,
  CheckedFile,
  CheckFileRequest,
  OpenedFile,
  FileToSend,
  GroupName,
  WorkerResponse,
} from './check-messages.ts';
import type { GridRows } from '../row-grid/grid-rows.ts';
import { startCheckWorker, type CheckWorker } from './start-worker.ts';

export type CheckState = 'none' | 'reading' | 'checked' | 'fell';

/** The check of one file in a worker, exposed as signals. A new check terminates the previous one. */
@Service({ autoProvided: false })
export class CheckRun {
  readonly #start = inject(startCheckWorker);
  readonly #state = signal<CheckState>('none');
  readonly #file = signal<OpenedFile | null>(null);
  readonly #rows = signal(0);
  readonly #checked = signal<CheckedFile | null>(null);
  readonly state = this.#state.asReadonly();
  readonly file = this.#file.asReadonly();
  /** Lines read so far. */
  readonly rows = this.#rows.asReadonly();
  readonly checked = this.#checked.asReadonly();
  #worker: CheckWorker | null = null;
  #requestCount = 0;
  readonly #waiting = new Map<number, (response: WorkerResponse) => void>();

  constructor() {
    inject(DestroyRef).onDestroy(() => this.stop());
  }

  check(request: CheckFileRequest): void {
    this.stop();
    this.#state.set('reading');
    this.#rows.set(0);
    const worker = this.#start();
    this.#worker = worker;
    worker.onmessage = ({ data }) => this.#hear(data as WorkerResponse);
    worker.onerror = () => this.#state.set('fell');
    worker.postMessage({ ask: 'check', ...request } satisfies WorkerRequest);
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
    const response = await this.#request((id) => ({ ask: 'findings', id, group, from }));
    return response.said === 'findings' ? response.findings : [];
  }

  /** Returns the changes that resolve every finding of a group. */
  async patches(group: GroupName): Promise<readonly Patch[]> {
    const response = await this.#request((id) => ({ ask: 'patches', id, group }));
    return response.said === 'patches' ? response.patches : [];
  }

  /**
   * Returns the checked file for upload, without quarantined rows when `leaveOut` is set. Null when it could not be
   * written.
   */
  async toSend(leaveOut: boolean): Promise<FileToSend | null> {
    const response = await this.#request((id) => ({ ask: 'to-send', id, leaveOut }));
    return response.said === 'to-send' ? response.toSend : null;
  }

  /**
   * Returns the rows with findings, as they are in the file, and the rows in `keep`. Null when the file cannot be read.
   */
  async rowsWithFindings(keep: readonly string[]): Promise<GridRows | null> {
    const response = await this.#request((id) => ({ ask: 'rows', id, keep }));
    return response.said === 'grid' ? response.grid : null;
  }

  /** Returns the file with its findings, written in the browser; null when it cannot be opened. */
  async annotated(language: Language): Promise<Blob | null> {
    const response = await this.#request((id) => ({ ask: 'annotated', id, language }));
    return response.said === 'annotated' ? response.bytes : null;
  }

  #request(createRequest: (id: number) => WorkerRequest): Promise<WorkerResponse> {
    const id = (this.#requestCount += 1);
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve);
      this.#worker?.postMessage(createRequest(id));
    });
  }

  #hear(response: WorkerResponse): void {
    if (response.said === 'opened') this.#file.set(response.file);
    else if (response.said === 'rows') this.#rows.set(response.rows);
    else if (response.said === 'fell') this.#state.set('fell');
    else if (response.said === 'checked') {
      this.#checked.set(response.checked);
      this.#state.set('checked');
    } else if ('id' in response) {
      this.#waiting.get(response.id)?.(response);
      this.#waiting.delete(response.id);
    }
  }
}
