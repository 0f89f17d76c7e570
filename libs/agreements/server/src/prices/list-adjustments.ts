import { Injectable } from '@nestjs/common';
import { Database, notFound } from '@tallgrunn/platform';
import type { AdjustmentDto } from './adjustments.dto.ts';

/** Lists the price adjustments of an agreement, newest first. */
@Injectable()
export class ListAdjustments {
  constructor(private readonly database: Database) {}

  async run(agreementId: string): Promise<AdjustmentDto[]> {
    if (!(await this.database.one('select 1 from agreements.agreement where id = $1', [agreementId])))
      throw notFound('agreement');
    return this.database.query<AdjustmentDto>(
      `select c.id, c.number, c.supplier_id as "supplierId", t.key as lot, c.requested_on as "requestedOn", c.comparison_period as "comparePeriod", c.requested_from as "wantedFrom", c.note, c.clause, c.computed, c.state,
         c.decided_on as "decidedOn", c.reason, c.price_version_id as "priceVersionId", v.number as "versionNumber"
       from agreements.price_adjustment c
       left join agreements.lot t on t.cooperative_id = c.cooperative_id and t.id = c.lot_id
       left join agreements.price_version v on v.cooperative_id = c.cooperative_id and v.id = c.price_version_id
       where c.agreement_id = $1 order by c.made_at desc, c.id desc`,
      [agreementId],
    );
  }
}
