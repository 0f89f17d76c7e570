import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { problemOf, read, Session, sender } from '@tallgrunn/api-client';
import {
  operationsDiscardJob,
  operationsListFailedJobs,
  operationsRetryJob,
  operationsShow,
} from '@tallgrunn/api-client/calls';
import type {
  AlertDto,
  FailedJobDto,
  OperationsDto,
  PartHealthDto,
  QueueLengthDto,
  SecurityEventCountDto,
  ServiceProcessDto,
  StorageMeasurementDto,
} from '@tallgrunn/api-client/shapes';
import {
  Cell,
  DataTable,
  Empty,
  Loaded,
  PageHeader,
  ProblemMessages,
  StatusTag,
  Wording,
  texts,
} from '@tallgrunn/design';
import type { Column, StatusTone } from '@tallgrunn/design';
import { RowConfirmation } from '../admission/confirm-row.ts';
import { AutoFocus } from '../admission/auto-focus.ts';
import { identityTexts } from '../texts/identity-texts.ts';
import { operationsTexts } from './texts/operations-texts.ts';

const MAIL_QUEUE = 'platform.deliver-mail';

const tones = { ok: 'good', off: 'quiet', degraded: 'attention', down: 'stopped' } as const;

/** State of the installation: parts, programs, queues, failed jobs and security events, with the available actions. */
@Component({
  selector: 'tg-operations-page',
  imports: [Cell, DataTable, Empty, Loaded, PageHeader, RouterLink, StatusTag, AutoFocus],
  templateUrl: './operations-page.html',
})
export class OperationsPage {
  protected readonly t = texts(operationsTexts);
  readonly #identity = texts(identityTexts);
  readonly #wording = inject(Wording);
  readonly #messages = inject(ProblemMessages);
  readonly #session = inject(Session);
  readonly #send = sender();
  protected readonly state = read(operationsShow);
  protected readonly jobs = read(operationsListFailedJobs);
  protected readonly message = signal('');
  /** Confirmation state of the job to discard. */
  protected readonly discarding = new RowConfirmation();
  protected readonly mayManage = computed(() => this.#session.permissions().has('operations.manage'));
  protected readonly trackPart = ({ part }: PartHealthDto) => part;
  protected readonly trackProcess = ({ host, pid, program }: ServiceProcessDto) => `${program} ${host} ${pid}`;
  protected readonly trackQueue = ({ queue }: QueueLengthDto) => queue;
  protected readonly trackAlert = ({ name, subject }: AlertDto) => `${name} ${subject}`;
  protected readonly trackMonth = ({ measuredOn }: StorageMeasurementDto) => measuredOn;
  protected readonly trackJob = ({ id }: FailedJobDto) => id;
  protected readonly trackEvent = ({ event }: SecurityEventCountDto) => event;

  protected readonly partColumns = computed<readonly Column<PartHealthDto>[]>(() => {
    const { heads, parts, states } = this.t();
    return [
      { key: 'part', head: heads.part, text: (row) => parts[row.part] },
      { key: 'state', head: heads.state, text: (row) => states[row.state] },
      { key: 'advice', head: heads.advice, text: (row) => this.#advice(row.reason) },
    ];
  });

  protected readonly alertColumns = computed<readonly Column<AlertDto>[]>(() => {
    const { heads, alerts } = this.t();
    return [
      { key: 'name', head: heads.alert, text: (row) => alerts[row.name] },
      { key: 'subject', head: heads.subject, text: (row) => row.subject },
      { key: 'since', head: heads.since, text: (row) => this.#wording.instant(row.since) },
    ];
  });

  protected readonly processColumns = computed<readonly Column<ServiceProcessDto>[]>(() => {
    const { heads, absent, states } = this.t();
    return [
      { key: 'program', head: heads.program, text: (row) => row.program },
      { key: 'host', head: heads.host, text: (row) => `${row.host} (${row.pid})` },
      { key: 'state', head: heads.state, text: (row) => (row.isAlive ? states.ok : absent) },
      { key: 'version', head: heads.version, text: (row) => row.version },
      { key: 'started', head: heads.started, text: (row) => this.#wording.instant(row.startedAt) },
      { key: 'beat', head: heads.beat, text: (row) => this.#wording.instant(row.lastBeatAt) },
    ];
  });

  protected readonly queueColumns = computed<readonly Column<QueueLengthDto>[]>(() => {
    const { heads, oldest } = this.t();
    return [
      { key: 'queue', head: heads.queue, text: (row) => row.queue },
      { key: 'waiting', head: heads.waiting, text: (row) => this.#wording.count(row.waiting) },
      { key: 'active', head: heads.active, text: (row) => this.#wording.count(row.active) },
      { key: 'failed', head: heads.failed, text: (row) => this.#wording.count(row.failed) },
      {
        key: 'oldest',
        head: heads.oldest,
        text: ({ oldestSeconds }) =>
          oldestSeconds === null ? '' : oldest({ minutes: Math.floor(oldestSeconds / 60) }),
      },
    ];
  });

  protected readonly growthColumns = computed<readonly Column<StorageMeasurementDto>[]>(() => {
    const { heads } = this.t();
    return [
      { key: 'day', head: heads.day, text: (row) => this.#wording.date(row.measuredOn) },
      { key: 'database', head: heads.database, text: (row) => this.#wording.size(row.databaseBytes) },
      { key: 'files', head: heads.files, text: (row) => this.#wording.size(row.fileBytes) },
    ];
  });

  protected readonly jobColumns = computed<readonly Column<FailedJobDto>[]>(() => {
    const { heads, noReason } = this.t();
    return [
      { key: 'queue', head: heads.queue, text: (row) => row.queue },
      { key: 'reason', head: heads.reason, text: (row) => row.reason ?? noReason },
      { key: 'attempts', head: heads.attempts, text: (row) => this.#wording.count(row.attemptCount) },
      { key: 'at', head: heads.at, text: (row) => this.#wording.instant(row.failedAt ?? row.createdAt) },
      { key: 'act', head: heads.act, text: ({ state }) => (state === 'retry' ? this.t().triedLater : '') },
    ];
  });

  protected readonly eventColumns = computed<readonly Column<SecurityEventCountDto>[]>(() => {
    const { heads } = this.t();
    const { events, outcomes } = this.#identity().audit;
    const labels: Readonly<Record<string, string>> = events;
    return [
      { key: 'event', head: heads.event, text: (row) => labels[row.event] ?? row.event },
      { key: 'state', head: heads.state, text: (row) => outcomes[row.outcome] },
      { key: 'count', head: heads.count, text: (row) => this.#wording.count(row.count) },
    ];
  });

  /** Returns the queues with waiting, active or failed jobs. */
  protected busyQueues({ queues }: OperationsDto): readonly QueueLengthDto[] {
    return queues.filter(({ waiting, active, failed }) => waiting + active + failed > 0);
  }

  protected mailOf({ queues }: OperationsDto): { waiting: number; failed: number } {
    return queues.find(({ queue }) => queue === MAIL_QUEUE) ?? { waiting: 0, failed: 0 };
  }

  protected diskOf({ disk, diskFreeMinBytes }: OperationsDto): string {
    if (disk === null) return this.t().diskUnknown;
    return this.t().diskFree({
      free: this.#wording.size(disk.freeBytes),
      total: this.#wording.size(disk.totalBytes),
      floor: this.#wording.size(diskFreeMinBytes),
    });
  }

  protected growthOf({ growth: { bytesPerMonth, fullOn } }: OperationsDto): string {
    if (bytesPerMonth === null) return this.t().growthUnknown;
    if (bytesPerMonth <= 0) return this.t().growthNone;
    const growth = this.t().growth({ size: this.#wording.size(bytesPerMonth) });
    return `${growth} ${fullOn === null ? this.t().fullNever : this.t().fullOn({ day: this.#wording.date(fullOn) })}`;
  }

  protected retry({ id }: FailedJobDto): Promise<void> {
    return this.#act(() => this.#send(operationsRetryJob, { jobId: id }), this.t().retried);
  }

  protected async discard({ id }: FailedJobDto, pressed: EventTarget | null): Promise<void> {
    await this.#act(() => this.#send(operationsDiscardJob, { jobId: id }), this.t().discarded);
    this.discarding.done(pressed);
  }

  async #act(act: () => Promise<unknown>, done: string): Promise<void> {
    try {
      await act();
      this.message.set(done);
    } catch (error) {
      this.message.set(this.#messages.sentence(problemOf(error)));
    }
    this.jobs.reload();
    this.state.reload();
  }

  #advice(reason: string | null): string {
    const advice: Readonly<Record<string, string>> = this.t().advice;
    return advice[reason ?? 'none'] ?? reason ?? '';
  }

  protected toneOf({ state }: PartHealthDto): StatusTone {
    return tones[state];
  }

  protected stateOf({ state }: PartHealthDto): string {
    return this.t().states[state];
  }
}
