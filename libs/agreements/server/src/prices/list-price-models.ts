import { Injectable } from '@nestjs/common';
import { Database, notFound } from '@tallgrunn/platform';
import type { PriceModelDto } from './prices.dto.ts';

/** Lists the price models of an agreement's lots, newest first within each lot. */
@Injectable()
export class ListPriceModels {
  constructor(private readonly database: Database) {}

  async run(agreementId: string): Promise<PriceModelDto[]> {
    if (!(await this.database.one('select 1 from agreements.agreement where id = $1', [agreementId])))
      throw notFound('agreement');
    return this.database.query<PriceModelDto>(
      `select m.id, t.key as lot, m.supplier_id as "supplierId", m.kind, m.valid_from as "fromOn", m.valid_to as "untilOn", m.discount::text as discount, m.tolerance::text as tolerance, m.document, m.clause
       from agreements.price_model m
       left join agreements.lot t on t.cooperative_id = m.cooperative_id and t.id = m.lot_id
       where m.agreement_id = $1 order by t.key nulls first, m.valid_from desc, m.id`,
      [agreementId],
    );
  }
}
