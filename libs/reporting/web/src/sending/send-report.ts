import { Service, computed, inject, signal } from '@angular/core';
import { problemOf, sender, type Problem } from '@tallgrunn/api-client';
import { onBehalfSubmit, versionDecisionsSubmit } from '@tallgrunn/api-client/calls';
import type { VersionDto } from '@tallgrunn/api-client/shapes';
import { CorrectionStore } from '../correction/correction-store.ts';
import { findingResponses, submissionReadiness } from '../report-session/submission-readiness.ts';
import { ReportStore } from '../report-session/report-store.ts';
import { hasSameResult, serverCheckResult } from '../report-session/report-check-result.ts';
import { UploadAndCheck, type QueuePosition } from './upload-and-check.ts';

export type SendState = 'idle' | 'uploading' | 'checking' | 'submitting' | 'differs' | 'compared' | 'failed';

/** Submits a report: uploads it, waits for the server's check, and submits it when the result equals the browser's. */
@Service({ autoProvided: false })
export class SendReport {
  readonly #desk = inject(ReportStore);
  readonly #correction = inject(CorrectionStore);
  readonly #send = sender();
  readonly #handIn = inject(UploadAndCheck);
  readonly #state = signal<SendState>('idle');
  readonly #progress = signal({ done: 0, total: 0 });
  readonly #queue = signal<QueuePosition | null>(null);
  readonly #problem = signal<Problem | null>(null);
  readonly state = this.#state.asReadonly();
  readonly progress = this.#progress.asReadonly();
  /** The report's position in the queue while it waits for its check. */
  readonly queue = this.#queue.asReadonly();
  readonly problem = this.#problem.asReadonly();
  /** The version checked by the server and ready to submit. */
  #version: VersionDto | null = null;
  readonly #compared = signal<{ readonly version: VersionDto; readonly of: readonly unknown[] } | null>(null);
  /**
   * The checked correction, once its changes have been shown and as long as the upload would be unchanged; otherwise
   * null.
   */
  readonly compared = computed(() => {
    const [known, now] = [this.#compared(), this.#sentOf()];
    return known && known.of.every((part, at) => part === now[at]) ? known.version : null;
  });

  /** Returns the id of the submitted version; null when not submitted (`state` has the reason). */
  async run(obligationId: string): Promise<string | null> {
    this.#problem.set(null);
    const compared = this.compared();
    try {
      if (compared) return await this.#deliver(compared);
      const checkedVersion = this.#desk.verdict()?.by === 'server' ? this.#version : null;
      return await this.#submit(
        checkedVersion ??
          (await this.#handIn.run(obligationId, (state, done, total, queue) =>
            this.#report(state, done, total, queue),
          )),
      );
    } catch (error) {
      this.#problem.set(problemOf(error));
      this.#state.set('failed');
      return null;
    }
  }

  async #submit(version: VersionDto | null): Promise<string | null> {
    const chosen = this.#desk.chosen();
    if (!version?.verdict || !chosen) return null;
    this.#version = version;
    const serverResult = serverCheckResult(version.verdict);
    const known = this.#desk.verdict();
    if (known?.by === 'browser') {
      // When the browser checked the file in full, the results must be equal. When only the server could, no question
      // may be open.
      const agreed = this.#desk.whole()
        ? hasSameResult(this.#handIn.sent ?? known, serverResult)
        : submissionReadiness(serverResult, chosen.reasons, chosen.leaveOutRows).ready;
      if (!agreed) {
        this.#desk.hearServer(version.id, serverResult);
        this.#state.set('differs');
        return null;
      }
    }
    if (version.correction) {
      this.#compared.set({ version, of: this.#sentOf() });
      this.#state.set('compared');
      return null;
    }
    return this.#deliver(version);
  }

  /** Returns what identifies the upload: everything except the reasons, which are sent on submission. */
  #sentOf(): readonly unknown[] {
    const chosen = this.#desk.chosen();
    return [
      chosen?.file,
      chosen?.mapping,
      chosen?.changes,
      chosen?.customers,
      chosen?.excluded,
      chosen?.leaveOutRows,
      this.#correction.way(),
    ];
  }

  async #deliver(version: VersionDto): Promise<string | null> {
    const chosen = this.#desk.chosen();
    if (!version.verdict || !chosen) return null;
    this.#state.set('submitting');
    const correction = version.correction ? this.#correction.reason() : undefined;
    const body = {
      confirmations: findingResponses(serverCheckResult(version.verdict).groups, chosen.reasons),
      leaveOutRows: chosen.leaveOutRows,
      ...(correction && { correction }),
    };
    await this.#send(this.#correction.behalf() ? onBehalfSubmit : versionDecisionsSubmit, {
      versionId: version.id,
      body,
    });
    return version.id;
  }

  #report(state: SendState, done: number, total: number, queue: QueuePosition | null = null): void {
    this.#queue.set(queue);
    this.#state.set(state);
    this.#progress.set({ done, total });
  }
}
