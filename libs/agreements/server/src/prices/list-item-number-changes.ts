import { Injectable } from '@nestjs/common';
import { Database, notFound } from '@tallgrunn/platform';
import { inheritedItemChangesSql } from './inherited-item-changes.ts';
import type { ItemChangeDto } from './prices.dto.ts';

const ROWS_MAX = 500;

/** Lists item number changes, newest first, including revoked ones and those inherited from an earlier agreement. */
@Injectable()
export class ListItemNumberChanges {
  constructor(private readonly database: Database) {}

  async run(agreementId: string): Promise<ItemChangeDto[]> {
    if (!(await this.database.one('select 1 from agreements.agreement where id = $1', [agreementId])))
      throw notFound('agreement');
    return this.database.query<ItemChangeDto>(
      `${inheritedItemChangesSql}
       select c.id, c.supplier_id as "supplierId", c.old as "oldNumber", c.new as "newNumber", d.name, c.effective_on as "onDate", c.origin, c.source_report_number as "reportedIn", c.revoked_at as "undoneAt",
         case when c.steps > 0 then json_build_object('id', a.id, 'number', a.number, 'title', a.title) end as "inheritedFrom",
         case when c.steps = 0 and c.revoked_at is null then array(
           with recursive later (id) as (
             select b.agreement_id from agreements.door_predecessor_agreement b where b.supplier_id = c.supplier_id and b.before_id = $1
             union select b.agreement_id from later l join agreements.door_predecessor_agreement b on b.supplier_id = c.supplier_id and b.before_id = l.id
           ) select t.number || ' ' || t.title from later join agreements.agreement t on t.id = later.id order by t.number
         ) else '{}' end as "alsoIn"
       from changes c
       join agreements.agreement a on a.id = c.agreement_id
       left join lateral (select l.name from agreements.price_line l join agreements.item i on i.cooperative_id = l.cooperative_id and i.id = l.item_id
         where (i.agreement_id in ($1, c.agreement_id)) and i.supplier_id = c.supplier_id and i.number = c.new order by i.agreement_id = $1 desc, l.valid_from desc limit 1) d on true
       order by c.made_at desc, c.id desc limit ${ROWS_MAX}`,
      [agreementId],
    );
  }
}
