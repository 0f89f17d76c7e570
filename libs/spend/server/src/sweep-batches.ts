import { Injectable } from '@nestjs/common';
import { Clock, Database, UnitOfWork, type Actor } from '@tallgrunn/platform';
import { limits } from '@tallgrunn/values';
import { BatchStore } from './store/batch-store.ts';

const DAY_MS = 24 * 3600_000;

/** Refuses batches that nobody has come to the end of reading, and lets their bytes go with that. `system` is the product itself in one cooperative. Returns how many. */
@Injectable()
export class SweepBatches {
  constructor(
    private readonly units: UnitOfWork,
    private readonly database: Database,
    private readonly batches: BatchStore,
    private readonly clock: Clock,
  ) {}

  run(system: Actor): Promise<number> {
    const old = new Date(this.clock.now().getTime() - limits.leftLying.unreadBatchDays * DAY_MS);
    return this.units.run({ ...system }, async () => {
      const left = await this.database.query<{ id: string }>(
        `select id from spend.batch where state = 'received' and reverses is null and received_at < $1 for update skip locked`,
        [old],
      );
      for (const { id } of left) await this.batches.refuse(id, { code: 'reading-fell', params: {} });
      return left.length;
    });
  }
}
