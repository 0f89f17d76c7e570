import { Injectable } from '@nestjs/common';
import { Database, OnDomainEvent, UnitOfWork, type DomainEvent, type Progress } from '@tallgrunn/platform';
import { RefreshCombined } from './refresh-combined.ts';

/** Refreshes the combined table after a match run or an emission run. One pending refresh serves all earlier runs. */
@Injectable()
@OnDomainEvent(['matching.run-finished', 'emissions.run-finished'], {
  lane: 'long',
  waiting: 'one',
  yieldsSeconds: 300,
})
export class RefreshAfterRun {
  constructor(
    private readonly refresh: RefreshCombined,
    private readonly units: UnitOfWork,
    private readonly database: Database,
  ) {}

  /** Updates planner statistics after the commit, so that no other session waits for the refresh meanwhile. */
  async run(_fact: DomainEvent, progress: Progress): Promise<void> {
    await progress.tell('combining', 0, 1);
    const { inserted } = await this.units.run({ ...this.database.actor() }, () => this.refresh.run());
    for (const table of ['insight.combined_line', 'insight.combined_sum'])
      await this.database.analyzeAfterChange(table, inserted);
  }
}
