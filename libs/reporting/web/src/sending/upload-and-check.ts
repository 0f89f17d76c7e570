import { DestroyRef, Service, inject } from '@angular/core';
import { sender } from '@tallgrunn/api-client';
import { reportVersionsShow } from '@tallgrunn/api-client/calls';
import type { VersionDto } from '@tallgrunn/api-client/shapes';
import type { CheckOptions } from '../checking/check-messages.ts';
import { CorrectionStore } from '../correction/correction-store.ts';
import { patchesOf, correctedCounts } from '../report-session/selected-files.ts';
import { ReportStore } from '../report-session/report-store.ts';
import type { ReportCheckResult } from '../report-session/report-check-result.ts';
import { UploadChannel } from './upload-channel.ts';
import { uploader, type UploadOptions } from './upload-report.ts';

const pollMs = { least: 600, most: 3000 };

/** Position of a report in the queue of checks. */
export interface QueuePosition {
  readonly ahead: number;
  readonly expectedSeconds: number | null;
}

/**
 * Returns the milliseconds until the next poll; longer when the file is far back in the queue, because polling takes
 * time from the checks.
 */
export function nextPollMs(expectedSeconds: number | null): number {
  return Math.min(pollMs.most, Math.max(pollMs.least, ((expectedSeconds ?? 0) * 1000) / 5));
}

type ReportProgress = (
  state: 'uploading' | 'checking',
  done: number,
  total: number,
  queue?: QueuePosition | null,
) => void;

/** Uploads the chosen file and waits for the server's check. Nothing is submitted. */
@Service({ autoProvided: false })
export class UploadAndCheck {
  readonly #desk = inject(ReportStore);
  readonly #correction = inject(CorrectionStore);
  readonly #send = sender();
  readonly #upload = uploader();
  readonly #otherDoor = inject(UploadChannel, { optional: true });
  #sent: ReportCheckResult | null = null;
  #ended = false;

  /** Check result of the uploaded file, when rows were left out of it. */
  get sent(): ReportCheckResult | null {
    return this.#sent;
  }

  constructor() {
    inject(DestroyRef).onDestroy(() => (this.#ended = true));
  }

  /** Returns null when no file is chosen, or the page was left. */
  async run(obligationId: string, reportProgress: ReportProgress): Promise<VersionDto | null> {
    const chosen = this.#desk.chosen();
    if (!chosen) return null;
    this.#sent = null;
    reportProgress('uploading', 0, chosen.file.size);
    const answers = {
      mapping: chosen.mapping,
      patches: patchesOf(chosen),
      settled: correctedCounts(chosen),
      ...(chosen.share && { together: chosen.share.together }),
    };
    const details = {
      way: this.#correction.canAmend() ? this.#correction.way() : null,
      behalf: this.#correction.behalf(),
    };
    const { id } = this.#otherDoor
      ? await this.#otherDoor.submit(obligationId, answers, details.way)
      : await this.#uploaded(obligationId, answers, details, reportProgress);
    reportProgress('checking', 0, this.#desk.verdict()?.rows ?? 0);
    return this.#wait(id, reportProgress);
  }

  async #uploaded(
    obligationId: string,
    answers: Omit<CheckOptions, 'customers'>,
    details: UploadOptions,
    reportProgress: ReportProgress,
  ): Promise<{ readonly id: string }> {
    const toSend = await this.#desk.run.toSend(this.#desk.chosen()?.leaveOutRows ?? false);
    if (!toSend) throw new Error('the file could not be read again');
    this.#desk.noteSent(toSend.cut);
    this.#sent = toSend.verdict ? { ...toSend.verdict, by: 'browser' } : null;
    return this.#upload(obligationId, toSend, { ...answers, ...toSend.answers }, details, (sent, total) =>
      reportProgress('uploading', sent, total),
    );
  }

  async #wait(versionId: string, reportProgress: ReportProgress): Promise<VersionDto | null> {
    while (!this.#ended) {
      const version = await this.#send(reportVersionsShow, { versionId });
      if (version.state !== 'received') return version;
      if (version.progress?.state === 'failed') throw new Error(version.progress.problem?.code ?? 'check failed');
      const { done = 0, total, ahead, expectedSeconds = null } = version.progress ?? {};
      reportProgress(
        'checking',
        done,
        total ?? this.#desk.verdict()?.rows ?? 0,
        typeof ahead === 'number' ? { ahead, expectedSeconds } : null,
      );
      await new Promise((resolve) => setTimeout(resolve, nextPollMs(expectedSeconds)));
    }
    return null;
  }
}
