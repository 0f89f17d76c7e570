import { EventEmitter } from 'node:events';
import { Logger } from '@nestjs/common';
import type { PgBoss } from 'pg-boss';
import { parseExposition } from '../testing/parse-exposition.ts';
import { logQueueEvents, RepeatedErrors } from './log-queue-events.ts';
import { Metrics } from './metrics.ts';

describe('RepeatedErrors', () => {
  it('passes the first of a minute, and reports the number suppressed', () => {
    const repeated = new RepeatedErrors();
    expect([repeated.admit('a', 0), repeated.admit('a', 10), repeated.admit('a', 20), repeated.admit('b', 30)]).toEqual(
      [0, null, null, 0],
    );
    expect(repeated.admit('a', 60_001)).toBe(2);
  });
});

describe('logQueueEvents', () => {
  it('logs and counts errors of the queue, once for all its workers', () => {
    const [boss, metrics, lines] = [new EventEmitter(), new Metrics(), [] as unknown[]];
    const spies = [
      jest.spyOn(Logger.prototype, 'error').mockImplementation((line: unknown) => void lines.push(line)),
      jest.spyOn(Logger.prototype, 'warn').mockImplementation((line: unknown) => void lines.push(line)),
    ];
    logQueueEvents(boss as unknown as PgBoss, metrics);
    boss.emit('error', new Error('connect ECONNREFUSED (Queue: a, Worker: 1)'));
    boss.emit('error', new Error('connect ECONNREFUSED (Queue: b, Worker: 2)'));
    boss.emit('warning', { message: 'slow query', data: { seconds: 31 } });
    spies.forEach((spy) => spy.mockRestore());
    metrics.onApplicationShutdown();
    expect(lines).toMatchObject([
      { error: expect.stringContaining('ECONNREFUSED (Queue: a'), repeats: 0 },
      { warning: 'slow query', data: { seconds: 31 } },
    ]);
    const counted = parseExposition(metrics.registry.format()).get('tallgrunn_queue_errors_total')!.samples;
    expect(counted.map(({ labels, value }) => [labels['kind'], value])).toEqual([
      ['error', 2],
      ['warning', 1],
    ]);
  });
});
