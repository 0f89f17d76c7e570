import { Injectable } from '@nestjs/common';
import { Clock, Database } from '@tallgrunn/platform';
import { osloDate } from '@tallgrunn/values';
import type { PartySummaryDto } from './party.dto.ts';

/** Lists every buyer and supplier by name, with counts of related data. */
@Injectable()
export class ListPartyRegister {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  run(): Promise<PartySummaryDto[]> {
    return this.database.query<PartySummaryDto & Record<string, unknown>>(
      `select o.id, o.kind, o.name, o.org_number as "orgNumber",
         case when o.kind = 'buyer' then coalesce(b.kind, 'municipality') end as body,
         coalesce(u.units, 0) + coalesce(p.parts, 0) as units,
         coalesce(a.lessons, 0) + coalesce(n.lessons, 0) + coalesce(m.lessons, 0) + coalesce(c.lessons, 0) as lessons,
         case when o.kind = 'buyer'
           then (select count(distinct agreement_id)::int from agreements.participation t where t.cooperative_id = o.cooperative_id and t.buyer_id = o.id and t.valid_from <= $1::date and (t.valid_to is null or t.valid_to >= $1::date))
           else (select count(distinct agreement_id)::int from agreements.agreement_supplier t where t.cooperative_id = o.cooperative_id and t.supplier_id = o.id and t.valid_from <= $1::date and (t.valid_to is null or t.valid_to >= $1::date))
         end as agreements,
         exists (select 1 from agreements.organisation_change e where e.cooperative_id = o.cooperative_id and e.revoked_at is null and e.effective_on <= $1::date and e.kind <> 'renamed' and o.id = any (e.predecessor_ids) and not o.id = any (e.successor_ids)) as succeeded
       from identity.door_current_organisation o
       left join agreements.buyer_type b on b.cooperative_id = o.cooperative_id and b.buyer_id = o.id
       left join (select buyer_id, count(*)::int as units from agreements.buyer_site group by buyer_id) u on u.buyer_id = o.id
       left join (select supplier_id, count(*)::int as parts from agreements.related_entity group by supplier_id) p on p.supplier_id = o.id
       left join (select supplier_id, count(*)::int as lessons from agreements.buyer_alias where revoked_at is null group by supplier_id) a on a.supplier_id = o.id
       left join (select supplier_id, count(*)::int as lessons from agreements.customer_number where revoked_at is null group by supplier_id) n on n.supplier_id = o.id
       left join (select supplier_id, count(*)::int as lessons from agreements.unit_mapping where revoked_at is null group by supplier_id) m on m.supplier_id = o.id
       left join (select supplier_id, count(*)::int as lessons from agreements.column_rule where revoked_at is null group by supplier_id) c on c.supplier_id = o.id
       where o.kind in ('buyer', 'supplier')
       order by o.name, o.id`,
      [osloDate(this.clock.now())],
    );
  }
}
