import { Injectable } from '@nestjs/common';
import { Clock, Database, notFound } from '@tallgrunn/platform';
import type { AdjustmentClause } from '@tallgrunn/checks';
import { osloDate } from '@tallgrunn/values';
import type { AdjustmentCalculation } from './adjustment.ts';
import { CalculateAdjustment } from './calculate-adjustment.ts';
import { currentClauseSql, withLatestBase } from './adjustment-base.ts';

/** A price adjustment that the clause in force allows, calculated from the newest figures of its index. */
export interface AdjustmentProposal {
  readonly supplierId: string;
  readonly lot: string | null;
  readonly clause: AdjustmentClause;
  /** Newest period of the index; null when the index has no figures after the base period. */
  readonly comparePeriod: string | null;
  readonly computed: AdjustmentCalculation | null;
  /** Number of an adjustment that is not decided. */
  readonly openNumber: string | null;
}

interface ClauseRow extends Record<string, unknown> {
  readonly supplierId: string;
  readonly lot: string | null;
  readonly startsOn: string;
  readonly lastOn: string | null;
  readonly clause: AdjustmentClause;
  readonly lastPeriod: string | null;
  readonly newestPeriod: string | null;
  readonly openNumber: string | null;
}

/** Lists the price adjustments that could be made today, one for each supplier and lot with a clause. */
@Injectable()
export class ProposeAdjustments {
  constructor(
    private readonly database: Database,
    private readonly calculation: CalculateAdjustment,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 'not-found' (404) */
  async run(agreementId: string): Promise<AdjustmentProposal[]> {
    if (!(await this.database.one('select 1 from agreements.agreement where id = $1', [agreementId])))
      throw notFound('agreement');
    const today = osloDate(this.clock.now());
    const rows = await this.database.query<ClauseRow>(currentClauseSql, [agreementId, today]);
    return Promise.all(rows.map((row) => this.#propose(row, today)));
  }

  async #propose(row: ClauseRow, today: string): Promise<AdjustmentProposal> {
    const { supplierId, lot, startsOn, lastOn, newestPeriod, openNumber } = row;
    const clause = withLatestBase(row.clause, row.lastPeriod);
    const comparePeriod = newestPeriod !== null && newestPeriod > clause.basePeriod ? newestPeriod : null;
    const computed =
      comparePeriod === null
        ? null
        : await this.calculation.calculate({
            ...{ clause, comparePeriod, startsOn, lastOn },
            ...{ requestedOn: today, wantedFrom: today },
          });
    return { supplierId, lot, clause, comparePeriod, computed, openNumber };
  }
}
