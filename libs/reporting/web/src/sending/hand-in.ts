import { DestroyRef, Service, inject } from '@angular/core';
import { sender } from '@tallgrunn/api-client';
import { versionsVersion } from '@tallgrunn/api-client/calls';
import type { VersionView } from '@tallgrunn/api-client/shapes';
import type { CheckAnswers } from '../checking/check-messages.ts';
import { CorrectionDesk } from '../correction/correction-desk.ts';
import { patchesOf, settledOf } from '../desk/chosen-files.ts';
import { ReportDesk } from '../desk/report-desk.ts';
import type { ReportVerdict } from '../desk/report-verdict.ts';
import { OtherDoor } from './other-door.ts';
import { uploader, type HowSent } from './upload-report.ts';

const askAgainMs = { least: 600, most: 3000 };

/** Position of a report in the queue of checks. */
export interface QueuePlace {
  readonly ahead: number;
  readonly expectedSeconds: number | null;
}

/**
 * Returns the milliseconds until the next poll; longer when the file is far back in the queue, because polling takes
 * time from the checks.
 */
export function nextQuestionMs(expectedSeconds: number | null): number {
  return Math.min(askAgainMs.most, Math.max(askAgainMs.least, ((expectedSeconds ?? 0) * 1000) / 5));
}

type Tell = (state: 'uploading' | 'checking', done: number, total: number, queue?: QueuePlace | null) => void;

/** Uploads the chosen file and waits for the server's check. Nothing is submitted. */
@Service({ autoProvided: false })
export class HandIn {
  readonly #desk = inject(ReportDesk);
  readonly #correction = inject(CorrectionDesk);
  readonly #send = sender();
  readonly #upload = uploader();
  readonly #otherDoor = inject(OtherDoor, { optional: true });
  #sent: ReportVerdict | null = null;
  #ended = false;

  /** Check result of the uploaded file, when rows were left out of it. */
  get sent(): ReportVerdict | null {
    return this.#sent;
  }

  constructor() {
    inject(DestroyRef).onDestroy(() => (this.#ended = true));
  }

  /** Returns null when no file is chosen, or the page was left. */
  async run(dutyId: string, tell: Tell): Promise<VersionView | null> {
    const chosen = this.#desk.chosen();
    if (!chosen) return null;
    this.#sent = null;
    tell('uploading', 0, chosen.file.size);
    const answers = {
      mapping: chosen.mapping,
      patches: patchesOf(chosen),
      settled: settledOf(chosen),
      ...(chosen.share && { together: chosen.share.together }),
    };
    const how = { way: this.#correction.canAmend() ? this.#correction.way() : null, behalf: this.#correction.behalf() };
    const { id } = this.#otherDoor
      ? await this.#otherDoor.hand(dutyId, answers, how.way)
      : await this.#uploaded(dutyId, answers, how, tell);
    tell('checking', 0, this.#desk.verdict()?.rows ?? 0);
    return this.#wait(id, tell);
  }

  async #uploaded(
    dutyId: string,
    answers: Omit<CheckAnswers, 'customers'>,
    how: HowSent,
    tell: Tell,
  ): Promise<{ readonly id: string }> {
    const toSend = await this.#desk.run.toSend(this.#desk.chosen()?.leaveOutRows ?? false);
    if (!toSend) throw new Error('the file could not be read again');
    this.#desk.noteSent(toSend.cut);
    this.#sent = toSend.verdict ? { ...toSend.verdict, by: 'browser' } : null;
    return this.#upload(dutyId, toSend, { ...answers, ...toSend.answers }, how, (sent, total) =>
      tell('uploading', sent, total),
    );
  }

  async #wait(versionId: string, tell: Tell): Promise<VersionView | null> {
    while (!this.#ended) {
      const version = await this.#send(versionsVersion, { versionId });
      if (version.state !== 'received') return version;
      if (version.progress?.state === 'failed') throw new Error(version.progress.problem?.code ?? 'check failed');
      const { done = 0, total, ahead, expectedSeconds = null } = version.progress ?? {};
      tell(
        'checking',
        done,
        total ?? this.#desk.verdict()?.rows ?? 0,
        typeof ahead === 'number' ? { ahead, expectedSeconds } : null,
      );
      await new Promise((resolve) => setTimeout(resolve, nextQuestionMs(expectedSeconds)));
    }
    return null;
  }
}
