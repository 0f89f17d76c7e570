import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Database, UnitOfWork } from '@tallgrunn/platform';
import { ShowBatch, type BatchDetail } from './show-batch.ts';

const FIRST_PAUSE_MS = 60;
const PAUSE_MS_MAX = 1000;

/**
 * Waits until a batch has been imported or the time is up, and returns it. Polls in short transactions, so that no
 * connection is held.
 */
@Injectable()
export class WaitForBatch {
  constructor(
    private readonly units: UnitOfWork,
    private readonly database: Database,
    private readonly show: ShowBatch,
  ) {}

  async run(id: string, secondsMax: number): Promise<BatchDetail> {
    const actor = this.database.actor();
    const until = Date.now() + secondsMax * 1000;
    for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 1.5, PAUSE_MS_MAX)) {
      const batch = await this.units.run({ ...actor }, () => this.show.run(id));
      const left = until - Date.now();
      if (batch.state !== 'received' || left <= 0) return batch;
      await sleep(Math.min(pause, left));
    }
  }
}
