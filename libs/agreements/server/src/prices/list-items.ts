import { Injectable } from '@nestjs/common';
import { Database, notFound } from '@tallgrunn/platform';
import type { ItemSummaryDto } from '../register/agreement.dto.ts';

const ROWS_MAX = 200;

export interface ItemsFilter {
  readonly agreementId: string;
  /** Part of a number or name. */
  readonly search?: string;
  /** Last item number of the previous page. */
  readonly after?: string;
  /** Id of that item, because two suppliers may use the same number. */
  readonly afterId?: string;
}

/** Lists the items of an agreement with their prices, by number, 200 per page. */
@Injectable()
export class ListItems {
  constructor(private readonly database: Database) {}

  async run({ agreementId, search, after, afterId }: ItemsFilter): Promise<ItemSummaryDto[]> {
    if (!(await this.database.one('select 1 from agreements.agreement where id = $1', [agreementId])))
      throw notFound('agreement');
    return this.database.query<ItemSummaryDto>(
      `select i.id, i.supplier_id as "supplierId", i.number, i.gtin, i.name, i.lot_key as lot, i.category, i.unit,
         i.content_quantity as "contentQuantity", i.content_unit as "contentUnit", i.net_weight_kg as "netWeightKg", i.current,
         coalesce((
           select json_agg(json_build_object('price', p.price::text, 'currency', p.currency, 'validFrom', p.valid_from, 'validTo', p.valid_to) order by p.valid_from)
           from agreements.door_price p where p.cooperative_id = i.cooperative_id and p.item_id = i.id), '[]') as prices
       from agreements.door_item i
       where i.agreement_id = $1
         and ($2::text is null or i.number ilike $2 or i.name ilike $2)
         and ($3::text is null or i.number > $3 or (i.number = $3 and i.id > $4::uuid))
       order by i.number, i.id
       limit ${ROWS_MAX}`,
      [agreementId, search ? `%${search.replace(/[\\%_]/g, '\\$&')}%` : null, after ?? null, afterId ?? null],
    );
  }
}
