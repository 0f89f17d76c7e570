import { Injectable } from '@nestjs/common';
import { Clock, Database, UnitOfWork, type Actor } from '@tallgrunn/platform';
import { limits } from '@tallgrunn/values';
import { BatchStore } from './store/batch-store.ts';

const DAY_MS = 24 * 3600_000;

/**
 * Refuses batches that were received long ago but never imported, and deletes their files. Returns their number. @param
 * system system actor of one cooperative
 */
@Injectable()
export class CleanUpBatches {
  constructor(
    private readonly units: UnitOfWork,
    private readonly database: Database,
    private readonly batches: BatchStore,
    private readonly clock: Clock,
  ) {}

  run(system: Actor): Promise<number> {
    const old = new Date(this.clock.now().getTime() - limits.leftLying.unreadBatchDays * DAY_MS);
    return this.units.run({ ...system }, async () => {
      const abandoned = await this.database.query<{ id: string }>(
        `select id from spend.batch where state = 'received' and reverses is null and received_at < $1 for update skip locked`,
        [old],
      );
      for (const { id } of abandoned) await this.batches.refuse(id, { code: 'reader-crashed', params: {} });
      return abandoned.length;
    });
  }
}
