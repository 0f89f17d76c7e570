import { Logger } from '@nestjs/common';
import type { PgBoss } from 'pg-boss';
import type { Metrics } from './metrics.ts';

const REPEATS_MS = 60_000;

/** Logs the first of the same errors of a minute, and how many followed: a queue without its database fails every two seconds. */
export class RepeatedErrors {
  readonly #recent = new Map<string, { since: number; repeats: number }>();

  /** Returns how many were left out since the last one that was logged; null when this one is left out. */
  admit(text: string, now = performance.now()): number | null {
    const last = this.#recent.get(text);
    if (last && now - last.since < REPEATS_MS) {
      last.repeats += 1;
      return null;
    }
    if (this.#recent.size > 100) this.#recent.clear();
    this.#recent.set(text, { since: now, repeats: 0 });
    return last?.repeats ?? 0;
  }
}

/** Logs and counts what goes wrong in the queue itself; jobs that fail are logged by those who do them. */
export function logQueueEvents(boss: PgBoss, metrics: Metrics): void {
  const log = new Logger('queue');
  const repeated = new RepeatedErrors();
  boss.on('error', (error) => {
    metrics.queueErrors.increase({ kind: 'error' });
    // Each worker of each queue says the same of a database that is away.
    const repeats = repeated.admit(error.message.replace(/ \(Queue: .*\)$/, ''));
    if (repeats !== null) log.error({ error: error.stack ?? error.message, repeats });
  });
  boss.on('warning', ({ message, data }) => {
    metrics.queueErrors.increase({ kind: 'warning' });
    const repeats = repeated.admit(message);
    if (repeats !== null) log.warn({ warning: message, data, repeats });
  });
}
