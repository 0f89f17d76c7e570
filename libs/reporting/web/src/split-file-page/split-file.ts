import { DestroyRef, Service, inject, signal } from '@angular/core';
import { problemOf, sender, type Problem } from '@tallgrunn/api-client';
import { obligationsContext, obligationsTerms } from '@tallgrunn/api-client/calls';
import type { ObligationDto } from '@tallgrunn/api-client/shapes';
import type { CheckContext, Finding, SplitObligation, Terms } from '@tallgrunn/checks';
import type { WorkerRequest, WorkerResponse } from '../checking/check-messages.ts';
import { startCheckWorker, type CheckWorker } from '../checking/start-worker.ts';
import { SplitFileStore } from './split-file-store.ts';

export type SplitState = 'none' | 'working' | 'done' | 'unreadable' | 'failed';

/** Maximum number of reports that one file can be divided among; same as on the server. */
export const sharedObligationsMax = 60;

/** Divides the file among the reports that are due, in a worker; nothing leaves the machine. */
@Service({ autoProvided: false })
export class SplitFile {
  readonly #start = inject(startCheckWorker);
  readonly #several = inject(SplitFileStore);
  readonly #send = sender();
  readonly #state = signal<SplitState>('none');
  readonly #rows = signal(0);
  readonly #finding = signal<Finding | null>(null);
  readonly #problem = signal<Problem | null>(null);
  readonly state = this.#state.asReadonly();
  readonly rows = this.#rows.asReadonly();
  readonly finding = this.#finding.asReadonly();
  readonly problem = this.#problem.asReadonly();
  #worker: CheckWorker | null = null;

  constructor() {
    inject(DestroyRef).onDestroy(() => this.#worker?.terminate());
  }

  /** Divides the file. Takes the most urgent reports first when there are more than the maximum. */
  async run(obligations: readonly ObligationDto[]): Promise<void> {
    const file = this.#several.file();
    if (!file) return;
    this.#state.set('working');
    this.#rows.set(0);
    this.#problem.set(null);
    try {
      const known = await Promise.all(
        obligations.slice(0, sharedObligationsMax).map((obligation) => this.#withExisting(obligation)),
      );
      this.#divide(file, known);
    } catch (error) {
      this.#problem.set(problemOf(error));
      this.#state.set('failed');
    }
  }

  async #withExisting({ id, lots, agreement, part }: ObligationDto): Promise<SplitObligation> {
    const [terms, context] = await Promise.all([
      this.#send(obligationsTerms, { obligationId: id }),
      this.#send(obligationsContext, { obligationId: id }),
    ]);
    return {
      id,
      lots,
      terms: terms as unknown as Terms,
      context: context as unknown as CheckContext,
      agreementNumber: agreement.number,
      ...(part && { part: { name: part.name, orgNumber: part.orgNumber } }),
    };
  }

  #divide(file: File, obligations: readonly SplitObligation[]): void {
    this.#worker?.terminate();
    const worker = this.#start();
    this.#worker = worker;
    worker.onerror = () => this.#state.set('failed');
    worker.onmessage = ({ data }) => this.#hear(data as WorkerResponse, obligations);
    worker.postMessage({ ask: 'split', file, obligations } satisfies WorkerRequest);
  }

  #hear(said: WorkerResponse, obligations: readonly SplitObligation[]): void {
    if (said.said === 'rows') this.#rows.set(said.rows);
    else if (said.said === 'fell') this.#state.set('failed');
    else if (said.said === 'unreadable') {
      this.#finding.set(said.finding);
      this.#state.set('unreadable');
    } else if (said.said === 'split') {
      this.#several.divided(
        said.split,
        obligations.map(({ id }) => id),
      );
      this.#state.set('done');
    }
  }
}
