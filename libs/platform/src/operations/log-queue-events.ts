import { Logger } from '@nestjs/common';
import type { PgBoss } from 'pg-boss';
import type { Metrics } from './metrics.ts';

const REPEATS_MS = 60_000;

/**
 * Rate limiter for equal log messages: passes the first of each minute and counts the others. A queue without its
 * database fails every two seconds.
 */
export class RepeatedErrors {
  readonly #recent = new Map<string, { since: number; repeats: number }>();

  /**
   * Returns how many equal messages were suppressed since the last one that passed; null when this one is suppressed.
   */
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

/** Logs and counts errors of the queue itself. Failed jobs are logged where they run. */
export function logQueueEvents(boss: PgBoss, metrics: Metrics): void {
  const log = new Logger('queue');
  const repeated = new RepeatedErrors();
  boss.on('error', (error) => {
    metrics.queueErrors.increase({ kind: 'error' });
    // Each worker of each queue reports the same database error.
    const repeats = repeated.admit(error.message.replace(/ \(Queue: .*\)$/, ''));
    if (repeats !== null) log.error({ error: error.stack ?? error.message, repeats });
  });
  boss.on('warning', ({ message, data }) => {
    metrics.queueErrors.increase({ kind: 'warning' });
    const repeats = repeated.admit(message);
    if (repeats !== null) log.warn({ warning: message, data, repeats });
  });
}
