import { Injectable } from '@nestjs/common';
import { RetentionStore, UnitOfWork, type RetentionMonth, type Via } from '@tallgrunn/platform';
import { FindActor } from '../find-actor.ts';

/** Retention report of one cooperative for one month. */
export interface RetentionReport extends RetentionMonth {
  readonly cooperativeId: string;
  readonly cooperative: string;
}

/** Reports, for each cooperative, the removals and added files of a month, and the files stored now. */
@Injectable()
export class ReportRetention {
  constructor(
    private readonly find: FindActor,
    private readonly units: UnitOfWork,
    private readonly store: RetentionStore,
  ) {}

  /** @param month for example 2026-11 */
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
