import { Injectable } from '@nestjs/common';
import { DiskSpace, type DiskUse } from './disk-space.ts';
import { Gauge, type Sample } from './exposition.ts';
import { InstallationHealth, type PartHealth } from './installation-health.ts';
import { Metrics } from './metrics.ts';
import { QueueState, type QueueLength } from './queue-state.ts';

/** Queues of jobs that recalculate figures after a change. */
const RECALCULATION_QUEUES = /^on-fact\.(Refresh|Calculate|Weigh|Match)/;

/** Metrics that are read from the database and the disk at collection. A value that cannot be read has no sample. */
@Injectable()
export class InstallationMetrics {
  #lengths: readonly QueueLength[] = [];
  #disk: DiskUse | null = null;
  #parts: readonly PartHealth[] = [];

  constructor(
    private readonly metrics: Metrics,
    private readonly queues: QueueState,
    private readonly disk: DiskSpace,
    private readonly health: InstallationHealth,
  ) {
    metrics.beforeCollecting(() => this.#refresh());
    this.#addQueues();
    this.#addDisk();
    this.#gauge('tallgrunn_part_state', 'Health of a part: 1 for the state it is in.', ['part', 'state'], () =>
      this.#parts.map(({ part, state }) => ({ labels: { part, state }, value: 1 })),
    );
  }

  async #refresh(): Promise<void> {
    [this.#lengths, this.#disk, this.#parts] = await Promise.all([
      this.queues.lengths().catch(() => []),
      this.disk.use(),
      this.health.parts(),
    ]);
  }

  #addQueues(): void {
    const states = ['waiting', 'retrying', 'deferred', 'active', 'failed'] as const;
    this.#gauge('tallgrunn_queue_jobs', 'Jobs in the queue of the whole installation.', ['queue', 'state'], () =>
      this.#lengths.flatMap((length) =>
        states.map((state) => ({ labels: { queue: length.queue, state }, value: length[state] })),
      ),
    );
    this.#gauge(
      'tallgrunn_queue_oldest_seconds',
      'Age of the oldest job that waits; 0 when none does.',
      ['queue'],
      () =>
        this.#lengths.map(({ queue, oldestSeconds }) => ({
          labels: { queue },
          value: Math.max(0, oldestSeconds ?? 0),
        })),
    );
    this.#gauge('tallgrunn_mail_waiting', 'E-mails that wait for the mail server.', [], () =>
      this.#lengths.filter(({ queue }) => queue === 'platform.deliver-mail').map(({ waiting }) => ({ value: waiting })),
    );
    this.#gauge('tallgrunn_refreshes_waiting', 'Waiting jobs that make figures anew after a change.', [], () =>
      this.#lengths.length === 0
        ? []
        : [
            {
              value: this.#lengths
                .filter(({ queue }) => RECALCULATION_QUEUES.test(queue))
                .reduce((sum, { waiting }) => sum + waiting, 0),
            },
          ],
    );
  }

  #addDisk(): void {
    const sample = (value: number | undefined): Sample[] => (value === undefined ? [] : [{ value }]);
    this.#gauge('tallgrunn_disk_free_bytes', 'Free space where the data folder is.', [], () =>
      sample(this.#disk?.freeBytes),
    );
    this.#gauge('tallgrunn_disk_total_bytes', 'Size of the file system of the data folder.', [], () =>
      sample(this.#disk?.totalBytes),
    );
  }

  #gauge(name: string, help: string, labels: readonly string[], read: () => readonly Sample[]): void {
    this.metrics.registry.add(new Gauge(name, help, labels, read));
  }
}
