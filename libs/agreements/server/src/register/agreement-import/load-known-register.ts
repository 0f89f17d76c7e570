import { Injectable } from '@nestjs/common';
import { Database } from '@tallgrunn/platform';
import { FORMER_IDENTITIES } from '../../parties/former-identities.ts';
import type { ExistingAgreement } from './existing-agreement.ts';
import type { ExistingParty } from './party.ts';
import type { ExistingRegister } from './plan-register.ts';

const jsonListSql = (select: string, table: string, order: string) =>
  `coalesce((select json_agg(json_build_object(${select}) order by ${order}) from agreements.${table} where x.cooperative_id = a.cooperative_id and x.agreement_id = a.id), '[]')`;

/** Loads the cooperative's agreements and organisations, for comparison with a file. */
@Injectable()
export class LoadExistingRegister {
  constructor(private readonly database: Database) {}

  async run(): Promise<ExistingRegister> {
    const parties = await this.database.query<ExistingParty>(
      `select o.id, o.kind, o.name, o.org_number as "orgNumber", ${FORMER_IDENTITIES}
       from identity.door_current_organisation o where o.kind in ('supplier', 'buyer') order by o.name, o.id`,
    );
    const agreements = await this.database.query<ExistingAgreement>(
      `select a.id, a.number, a.case_number as "caseNumber",
         json_build_object('title', a.title, 'startsOn', a.starts_on, 'endsOn', a.ends_on, 'cpv', a.cpv, 'documentNumber', a.document_number, 'technique', a.technique,
           'maximumValue', a.maximum_value::text, 'maximumCurrency', a.maximum_value_currency, 'noticeId', a.notice_id) as head,
         ${jsonListSql(`'id', x.id, 'key', x.key, 'title', x.title, 'maximumValue', x.maximum_value::text, 'technique', x.technique`, 'lot x', 'x.key')} as lots,
         coalesce((
           select json_agg(json_build_object('id', s.id, 'supplierId', s.supplier_id, 'lot', l.key, 'fromOn', s.valid_from, 'untilOn', s.valid_to, 'rank', s.rank, 'share', s.share::text, 'clauseStatus', s.reporting_clause_status) order by s.id)
           from agreements.agreement_supplier s left join agreements.lot l on l.cooperative_id = s.cooperative_id and l.id = s.lot_id
           where s.cooperative_id = a.cooperative_id and s.agreement_id = a.id), '[]') as holdings,
         ${jsonListSql(`'buyerId', x.buyer_id, 'fromOn', x.valid_from, 'untilOn', x.valid_to`, 'participation x', 'x.valid_from')} as buyers,
         ${jsonListSql(`'number', x.number, 'noticeBy', x.notice_by, 'extendsTo', x.extends_to, 'decided', x.decided`, 'agreement_option x', 'x.number')} as options,
         ${jsonListSql(`'supplierId', x.supplier_id, 'name', x.name, 'email', x.email, 'phone', x.phone, 'role', x.role`, 'agreement_contact x', 'x.name')} as contacts
       from agreements.agreement a order by a.number`,
    );
    return { parties, agreements };
  }
}
