import { Injectable } from '@nestjs/common';
import { RetentionStore, UnitOfWork, type RetentionMonth, type Via } from '@tallgrunn/platform';
import { FindActor } from '../find-actor.ts';

/** A month of one cooperative, or of the installation. */
export interface RetentionReport extends RetentionMonth {
  readonly cooperativeId: string;
  readonly cooperative: string;
}

/** Reports for each cooperative what was removed in a month, which files came, and what is stored. */
@Injectable()
export class ReportRetention {
  constructor(
    private readonly find: FindActor,
    private readonly units: UnitOfWork,
    private readonly store: RetentionStore,
  ) {}

  /** @param month as 2026-11 */
  async run(month: string, via: Via): Promise<RetentionReport[]> {
    const reports: RetentionReport[] = [];
    for (const { actor, cooperative } of await this.find.system(via))
      reports.push({
        cooperativeId: actor.cooperativeId,
        cooperative,
        ...(await this.units.run(actor, () => this.store.month(month))),
      });
    return reports;
  }
}
