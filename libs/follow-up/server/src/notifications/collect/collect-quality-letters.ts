import { Injectable } from '@nestjs/common';
import { Period } from '@tallgrunn/values';
import { rateQuality } from '../../data-quality/quality-levels.ts';
import { ReadQuality } from '../../supplier-page/read-quality.ts';
import { QueueNotifications } from '../queue/queue-notifications.ts';

/** Last day of a month on which letters of the month before are still queued, should earlier runs have failed. */
const LAST_DAY = '07';
/** Named checks in a letter. */
const CHECKS_MAX = 3;

/**
 * Queues a letter on data quality to each supplier that submitted lines in the month before. Runs in a unit of the
 * system. Returns how many.
 */
@Injectable()
export class CollectQualityLetters {
  constructor(
    private readonly quality: ReadQuality,
    private readonly queue: QueueNotifications,
  ) {}

  async run(today: string): Promise<number> {
    if (today.slice(-2) > LAST_DAY) return 0;
    const month = Period.previous(Period.containing('month', today));
    let count = 0;
    for (const { supplierId, ...row } of await this.quality.bySupplier({ from: month.start, until: month.end })) {
      const { level, lines, checks } = rateQuality(row);
      if (level === null) continue;
      const worst = checks.filter((check) => check.level !== null && check.errorCount > 0).slice(0, CHECKS_MAX);
      const { queued } = await this.queue.run({
        kind: 'quality-letter',
        stage: month.key,
        subject: { kind: 'supplier', id: supplierId },
        supplierId,
        details: {
          month: month.key,
          level,
          lineCount: lines,
          count: checks.reduce((sum, check) => sum + (check.level === null ? 0 : check.errorCount), 0),
          checks: worst.map(({ code }) => code).join(','),
        },
      });
      count += queued;
    }
    return count;
  }
}
