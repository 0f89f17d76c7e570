import { DestroyRef, Service, computed, inject, signal } from '@angular/core';
import { problemOf, sender, type Problem } from '@tallgrunn/api-client';
import { onBehalfSubmit, versionDecisionsSubmit, versionsVersion } from '@tallgrunn/api-client/calls';
import type { VersionView } from '@tallgrunn/api-client/shapes';
import type { CheckAnswers } from '../checking/check-messages.ts';
import { patchesOf, settledOf } from '../desk/chosen-files.ts';
import { CorrectionDesk } from '../correction/correction-desk.ts';
import { confirmations, readiness } from '../desk/readiness.ts';
import { ReportDesk } from '../desk/report-desk.ts';
import { saysTheSame, serverVerdict } from '../desk/report-verdict.ts';
import { OtherDoor } from './other-door.ts';
import { uploader, type HowSent } from './upload-report.ts';

export type SendState = 'idle' | 'uploading' | 'checking' | 'submitting' | 'differs' | 'compared' | 'failed';

const askAgainMs = 600;

/** Sends a report: uploads it, waits for the server's own check, and submits it when that says the same as the browser's. */
@Service({ autoProvided: false })
export class SendReport {
  readonly #desk = inject(ReportDesk);
  readonly #correction = inject(CorrectionDesk);
  readonly #send = sender();
  readonly #upload = uploader();
  readonly #otherDoor = inject(OtherDoor, { optional: true });
  readonly #state = signal<SendState>('idle');
  readonly #progress = signal({ done: 0, total: 0 });
  readonly #problem = signal<Problem | null>(null);
  readonly state = this.#state.asReadonly();
  readonly progress = this.#progress.asReadonly();
  readonly problem = this.#problem.asReadonly();
  /** The version that the server has checked and that waits to be submitted. */
  #version: VersionView | null = null;
  #ended = false;
  readonly #compared = signal<{ readonly version: VersionView; readonly of: readonly unknown[] } | null>(null);
  /** The checked version that corrects what stands, when it has been compared with it and nothing of the file has been settled otherwise since. */
  readonly compared = computed(() => {
    const [known, now] = [this.#compared(), this.#sentOf()];
    return known && known.of.every((part, at) => part === now[at]) ? known.version : null;
  });

  constructor() {
    inject(DestroyRef).onDestroy(() => (this.#ended = true));
  }

  /** Answers the id of the submitted version, or null when it was not submitted: `state` says why. */
  async run(dutyId: string): Promise<string | null> {
    this.#problem.set(null);
    const compared = this.compared();
    try {
      if (compared) return await this.#deliver(compared);
      const heard = this.#desk.verdict()?.by === 'server' ? this.#version : null;
      return await this.#submit(heard ?? (await this.#checked(dutyId)));
    } catch (error) {
      this.#problem.set(problemOf(error));
      this.#state.set('failed');
      return null;
    }
  }

  async #checked(dutyId: string): Promise<VersionView | null> {
    const chosen = this.#desk.chosen();
    if (!chosen) return null;
    this.#tell('uploading', 0, chosen.file.size);
    const answers = { mapping: chosen.mapping, patches: patchesOf(chosen), settled: settledOf(chosen), ...(chosen.share && { together: chosen.share.together }) };
    const how = { way: this.#correction.canAmend() ? this.#correction.way() : null, behalf: this.#correction.behalf() };
    const { id } = this.#otherDoor ? await this.#otherDoor.hand(dutyId, answers, how.way) : await this.#uploaded(dutyId, answers, how);
    this.#tell('checking', 0, this.#desk.verdict()?.rows ?? 0);
    return this.#wait(id);
  }

  async #uploaded(dutyId: string, answers: Omit<CheckAnswers, 'customers'>, how: HowSent): Promise<{ readonly id: string }> {
    const toSend = await this.#desk.run.toSend();
    if (!toSend) throw new Error('the file could not be read again');
    return this.#upload(dutyId, toSend, answers, how, (sent, total) => this.#tell('uploading', sent, total));
  }

  async #wait(versionId: string): Promise<VersionView | null> {
    while (!this.#ended) {
      const version = await this.#send(versionsVersion, { versionId });
      if (version.state !== 'received') return version;
      if (version.progress?.state === 'failed') throw new Error(version.progress.problem?.code ?? 'check failed');
      this.#tell('checking', version.progress?.done ?? 0, version.progress?.total ?? this.#desk.verdict()?.rows ?? 0);
      await new Promise((resolve) => setTimeout(resolve, askAgainMs));
    }
    return null;
  }

  async #submit(version: VersionView | null): Promise<string | null> {
    const chosen = this.#desk.chosen();
    if (!version?.verdict || !chosen) return null;
    this.#version = version;
    const said = serverVerdict(version.verdict);
    const known = this.#desk.verdict();
    if (known?.by === 'browser') {
      // What the browser checked whole must come out the same; what only the server could check whole must need nothing more.
      const agreed = this.#desk.whole() ? saysTheSame(known, said) : readiness(said, chosen.reasons, chosen.leaveOutRows).ready;
      if (!agreed) {
        this.#desk.hearServer(version.id, said);
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

  /** What makes a sent file another: all but the answers, which go with the submission. */
  #sentOf(): readonly unknown[] {
    const chosen = this.#desk.chosen();
    return [chosen?.file, chosen?.mapping, chosen?.changes, chosen?.customers, this.#correction.way()];
  }

  async #deliver(version: VersionView): Promise<string | null> {
    const chosen = this.#desk.chosen();
    if (!version.verdict || !chosen) return null;
    this.#state.set('submitting');
    const correction = version.correction ? this.#correction.reason() : undefined;
    const body = { confirmations: confirmations(serverVerdict(version.verdict).groups, chosen.reasons), leaveOutRows: chosen.leaveOutRows, ...(correction && { correction }) };
    await this.#send(this.#correction.behalf() ? onBehalfSubmit : versionDecisionsSubmit, { versionId: version.id, body });
    return version.id;
  }

  #tell(state: SendState, done: number, total: number): void {
    this.#state.set(state);
    this.#progress.set({ done, total });
  }
}
