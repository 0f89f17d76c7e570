import { Injectable } from '@nestjs/common';
import { Database, notFound } from '@tallgrunn/platform';
import type { PriceVersionRowDto } from './prices.dto.ts';

/** Lists every price version of an agreement, newest first, with its validity. */
@Injectable()
export class ListPriceVersions {
  constructor(private readonly database: Database) {}

  async run(agreementId: string): Promise<PriceVersionRowDto[]> {
    if (!(await this.database.one('select 1 from agreements.agreement where id = $1', [agreementId])))
      throw notFound('agreement');
    return this.database.query<PriceVersionRowDto>(
      `select v.id, v.supplier_id as "supplierId", v.number, v.kind, v.reason, v.valid_from as "fromOn", v.valid_to as "untilOn",
         case when isfinite(d.replaced_on) then d.replaced_on end as "replacedOn", coalesce(not isfinite(d.replaced_on), false) as replaced,
         v.item_count as items, v.file_name as "fileName", v.published_at as "publishedAt"
       from agreements.price_version v
       join agreements.door_price_version d on d.cooperative_id = v.cooperative_id and d.id = v.id
       where v.agreement_id = $1 order by v.published_at desc, v.number desc`,
      [agreementId],
    );
  }
}
