import { Injectable } from '@nestjs/common';
import { Clock, Database } from '@tallgrunn/platform';
import { osloDate, startOfOsloDay } from '@tallgrunn/values';
import { CollectAgreements } from './collect-agreements.ts';
import { CollectDeclarations } from './collect-declarations.ts';
import { CollectDelegates } from './collect-delegates.ts';
import { CollectMaximumValues } from './collect-maximum-values.ts';
import { CollectObligations } from './collect-obligations.ts';
import { CollectQualityLetters } from './collect-quality-letters.ts';

/** Hour in Oslo from which notifications are collected, before the daily summaries. */
const FROM_HOUR = 6;

/** Queues, once a day, all notifications that depend on a date. Runs in a unit of the system. */
@Injectable()
export class CollectDaily {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly obligations: CollectObligations,
    private readonly agreements: CollectAgreements,
    private readonly maximumValues: CollectMaximumValues,
    private readonly declarations: CollectDeclarations,
    private readonly delegates: CollectDelegates,
    private readonly qualityLetters: CollectQualityLetters,
  ) {}

  /** Returns how many were queued; null when it is too early or already done today. */
  async run(): Promise<number | null> {
    const now = this.clock.now();
    const today = osloDate(now);
    if (now.getTime() < startOfOsloDay(today).getTime() + FROM_HOUR * 3_600_000) return null;
    const done = await this.database.one('select from follow_up.notification_run where ran_on = $1', [today]);
    if (done) return null;
    let count = 0;
    for (const part of [
      ...[this.obligations, this.agreements, this.maximumValues, this.declarations, this.delegates],
      this.qualityLetters,
    ])
      count += await part.run(today);
    await this.database.query(
      'insert into follow_up.notification_run (ran_on, notification_count, ran_at) values ($1, $2, $3) on conflict do nothing',
      [today, count, now],
    );
    return count;
  }
}
