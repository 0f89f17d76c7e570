import { Injectable } from '@nestjs/common';
import { OnFact, type Fact, type Progress } from '@tallgrunn/platform';
import { RefreshCombined } from './refresh-combined.ts';

/** Makes the combined rows anew for the buyers a match run or an emission run touched. */
@Injectable()
@OnFact(['matching.run-finished', 'emissions.run-finished'], { lane: 'long' })
export class RefreshAfterRun {
  constructor(private readonly refresh: RefreshCombined) {}

  async run(fact: Fact, progress: Progress): Promise<void> {
    const buyerIds = fact.payload['buyerIds'] as string[];
    for (const [index, buyerId] of buyerIds.entries()) {
      await progress.tell('combining', index, buyerIds.length);
      await this.refresh.run(buyerId);
    }
  }
}
