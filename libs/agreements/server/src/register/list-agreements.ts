import { Injectable } from '@nestjs/common';
import { Database } from '@tallgrunn/platform';
import type { AgreementSummaryDto } from './agreement.dto.ts';

/** Lists the agreements visible to the user, with counts of their parties, and the latest terms and prices. */
@Injectable()
export class ListAgreements {
  constructor(private readonly database: Database) {}

  run(): Promise<AgreementSummaryDto[]> {
    return this.database.query<AgreementSummaryDto>(
      `select a.id, a.number, a.title, a.cpv, a.starts_on as "startsOn", a.ends_on as "endsOn", a.case_number as "caseNumber",
         (select count(*)::int from agreements.lot l where l.cooperative_id = a.cooperative_id and l.agreement_id = a.id) as lots,
         (select count(distinct s.supplier_id)::int from agreements.agreement_supplier s where s.cooperative_id = a.cooperative_id and s.agreement_id = a.id) as suppliers,
         (select count(distinct p.buyer_id)::int from agreements.participation p where p.cooperative_id = a.cooperative_id and p.agreement_id = a.id) as buyers,
         (select count(distinct l.item_id)::int
          from agreements.price_version v
          join agreements.price_line l on l.cooperative_id = v.cooperative_id and l.price_version_id = v.id
          where v.cooperative_id = a.cooperative_id and v.agreement_id = a.id and not exists (
            select 1 from agreements.price_version n
            where n.cooperative_id = v.cooperative_id and n.agreement_id = v.agreement_id and n.supplier_id = v.supplier_id and n.kind = v.kind and n.number > v.number)) as items,
         (select max(t.version) from agreements.terms_version t where t.cooperative_id = a.cooperative_id and t.agreement_id = a.id) as "termsVersion",
         (select jsonb_build_object('id', p.id, 'name', p.name, 'isMe', p.id = platform.person()) from identity.door_person p where p.cooperative_id = a.cooperative_id and p.id = a.owner_id) as owner
       from agreements.agreement a
       order by a.number`,
    );
  }
}
