import { Injectable } from '@nestjs/common';
import { Database, notFound } from '@tallgrunn/platform';
import type { ItemChangeView } from './prices.shape.ts';

const ROWS_MAX = 500;

/** Item numbers that were changed, the newest first; those undone too. */
@Injectable()
export class ListItemChanges {
  constructor(private readonly database: Database) {}

  async run(agreementId: string): Promise<ItemChangeView[]> {
    if (!(await this.database.one('select 1 from agreements.agreement where id = $1', [agreementId]))) throw notFound('agreement');
    return this.database.query<ItemChangeView>(
      `select c.id, c.supplier_id as "supplierId", o.number as "oldNumber", n.number as "newNumber", d.name, c.on_date as "onDate", c.origin, c.reported_in as "reportedIn", c.undone_at as "undoneAt"
       from agreements.item_change c
       join agreements.item o on o.cooperative_id = c.cooperative_id and o.id = c.old_item
       join agreements.item n on n.cooperative_id = c.cooperative_id and n.id = c.new_item
       left join lateral (select l.name from agreements.price_line l where l.cooperative_id = n.cooperative_id and l.item_id = n.id order by l.valid_from desc limit 1) d on true
       where c.agreement_id = $1 order by c.made_at desc, c.id desc limit ${ROWS_MAX}`,
      [agreementId],
    );
  }
}
