import { Injectable } from '@nestjs/common';
import { Clock } from './clock.ts';
import { Database } from './database.ts';

/** Gapless reference numbers for users: counted per cooperative and year, in the transaction that uses them. */
@Injectable()
export class DocumentNumbers {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Returns the next number of a series: `next('R')` gives R-2026-00123. Locks the counter until the transaction ends.
   */
  async next(series: string): Promise<string> {
    const year = this.clock.now().getUTCFullYear();
    const row = await this.database.one<{ n: string }>(
      `insert into platform.counter (series, last_number) values ($1, 1)
       on conflict (cooperative_id, series) do update set last_number = platform.counter.last_number + 1
       returning last_number as n`,
      [`${series}-${year}`],
    );
    return `${series}-${year}-${String(row?.n ?? '0').padStart(5, '0')}`;
  }
}
