import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Counter, Gauge, Histogram, MetricRegistry, type Sample } from './exposition.ts';

/** The part of a connection pool that metrics read. */
export interface WatchedPool {
  readonly totalCount: number;
  readonly idleCount: number;
  readonly waitingCount: number;
}

const NANOSECONDS = 1e9;
/** Seconds. Page requests are fast; uploads and waiting calls are slow. */
const REQUEST_BOUNDS = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10, 60];
const JOB_BOUNDS = [0.1, 0.5, 1, 5, 15, 60, 300, 1800, 7200];

/** The metrics of this process: counters of its own, and values read at collection. */
@Injectable()
export class Metrics implements OnApplicationShutdown {
  readonly registry = new MetricRegistry();
  readonly requests = this.registry.add(
    new Counter('tallgrunn_http_requests_total', 'Requests answered, by route pattern and status.', [
      'method',
      'route',
      'status',
    ]),
  );
  readonly requestSeconds = this.registry.add(
    new Histogram(
      'tallgrunn_http_request_duration_seconds',
      'Time from the first byte of a request to the last of its answer.',
      ['method', 'route'],
      REQUEST_BOUNDS,
    ),
  );
  readonly jobs = this.registry.add(
    new Counter(
      'tallgrunn_jobs_total',
      'Attempts at jobs by this process. Outcome: done, refused (what was sent cannot be used), retried (failed, tried once more) or failed (last attempt).',
      ['queue', 'outcome'],
    ),
  );
  readonly jobSeconds = this.registry.add(
    new Histogram('tallgrunn_job_duration_seconds', 'Duration of attempts at jobs.', ['queue'], JOB_BOUNDS),
  );
  readonly mail = this.registry.add(
    new Counter('tallgrunn_mail_total', 'E-mails by outcome of the attempt: sent, stored (in the outbox) or failed.', [
      'outcome',
    ]),
  );
  readonly queueErrors = this.registry.add(
    new Counter('tallgrunn_queue_errors_total', 'Errors and warnings of the job queue.', ['kind']),
  );
  readonly fileStoreRequests = this.registry.add(
    new Counter('tallgrunn_file_store_requests_total', 'Requests to the S3-compatible store of files.', [
      'operation',
      'outcome',
    ]),
  );
  readonly fileStoreSeconds = this.registry.add(
    new Histogram(
      'tallgrunn_file_store_request_duration_seconds',
      'Time until the S3-compatible store of files responded.',
      ['operation'],
      REQUEST_BOUNDS,
    ),
  );
  readonly #pools = new Map<string, WatchedPool>();
  readonly #refreshes: (() => Promise<void>)[] = [];
  readonly #loop = monitorEventLoopDelay({ resolution: 20 });

  constructor() {
    this.#loop.enable();
    this.#addProcess();
    this.#addPools();
  }

  /** Reports the connections of a pool from now on. */
  watchPool(name: string, pool: WatchedPool): void {
    this.#pools.set(name, pool);
  }

  /** Registers a function that refreshes values before each collection. It must not throw. */
  beforeCollecting(refresh: () => Promise<void>): void {
    this.#refreshes.push(refresh);
  }

  /** Returns all metrics in the Prometheus text format. */
  async collect(): Promise<string> {
    await Promise.all(this.#refreshes.map((refresh) => refresh()));
    const text = this.registry.format();
    this.#loop.reset();
    return text;
  }

  onApplicationShutdown(): void {
    this.#loop.disable();
  }

  #addPools(): void {
    const states = { in_use: inUse, idle: (pool: WatchedPool) => pool.idleCount };
    this.registry.add(
      new Gauge(
        'tallgrunn_database_connections',
        'Connections of this process to the database.',
        ['pool', 'state'],
        () =>
          [...this.#pools].flatMap(([pool, watched]) =>
            Object.entries(states).map(([state, count]) => ({ labels: { pool, state }, value: count(watched) })),
          ),
      ),
    );
    this.registry.add(
      new Gauge('tallgrunn_database_waiting', 'Callers that wait for a connection to the database.', ['pool'], () =>
        [...this.#pools].map(([pool, { waitingCount }]) => ({ labels: { pool }, value: waitingCount })),
      ),
    );
  }

  #addProcess(): void {
    const startedAt = Date.now() / 1000 - process.uptime();
    const lagAt = (percentile: number) => this.#loop.percentile(percentile) / NANOSECONDS;
    this.#gauge(
      'tallgrunn_event_loop_lag_seconds',
      'Delay of the event loop since the last collection.',
      ['quantile'],
      () =>
        [
          { labels: { quantile: '0.5' }, value: lagAt(50) },
          { labels: { quantile: '0.99' }, value: lagAt(99) },
          { labels: { quantile: '1' }, value: this.#loop.max / NANOSECONDS },
        ].map(({ labels, value }) => ({ labels, value: Number.isFinite(value) ? Math.max(0, value) : 0 })),
    );
    this.#gauge('process_resident_memory_bytes', 'Resident memory.', [], () => one(process.memoryUsage.rss()));
    this.#gauge('tallgrunn_heap_used_bytes', 'Used memory of the JavaScript heap.', [], () =>
      one(process.memoryUsage().heapUsed),
    );
    this.#gauge('process_start_time_seconds', 'Start of the process, seconds since 1970.', [], () => one(startedAt));
    this.registry.add(
      new Gauge('process_cpu_seconds_total', 'Processor time used.', [], () => one(processorSeconds()), 'counter'),
    );
  }

  #gauge(name: string, help: string, labels: readonly string[], read: () => readonly Sample[]): void {
    this.registry.add(new Gauge(name, help, labels, read));
  }
}

const one = (value: number): Sample[] => [{ value }];
const inUse = ({ totalCount, idleCount }: WatchedPool): number => totalCount - idleCount;

function processorSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}
