import { Injectable } from '@nestjs/common';
import { Database, notFound } from '@tallgrunn/platform';
import type { AgreementDto } from './agreement.dto.ts';

/**
 * Returns one agreement with its parties, price versions and terms versions, as far as they are visible to the user.
 */
@Injectable()
export class ShowAgreement {
  constructor(private readonly database: Database) {}

  async run(id: string): Promise<AgreementDto> {
    const view = await this.database.one<AgreementDto>(
      `select a.id, a.number, a.title, a.cpv, a.starts_on as "startsOn", a.ends_on as "endsOn",
         a.case_number as "caseNumber", a.document_number as "documentNumber", a.technique, a.maximum_value as "maximumValue", a.maximum_value_currency as "maximumCurrency", a.notice_id as "noticeId",
         coalesce((
           select json_agg(json_build_object('id', l.id, 'key', l.key, 'title', l.title, 'cpv', l.cpv, 'maximumValue', l.maximum_value::text, 'technique', l.technique) order by l.key)
           from agreements.lot l where l.cooperative_id = a.cooperative_id and l.agreement_id = a.id), '[]') as lots,
         coalesce((
           select json_agg(json_build_object('id', s.id, 'supplierId', s.supplier_id, 'name', o.name, 'orgNumber', o.org_number, 'lot', l.key, 'fromOn', s.valid_from, 'untilOn', s.valid_to,
             'rank', s.rank, 'share', s.share::text, 'clauseStatus', s.reporting_clause_status, 'clauseNotedOn', s.reporting_clause_status_on) order by o.name, l.key)
           from agreements.agreement_supplier s
           join identity.door_organisation o on o.cooperative_id = s.cooperative_id and o.id = s.supplier_id
           left join agreements.lot l on l.cooperative_id = s.cooperative_id and l.id = s.lot_id
           where s.cooperative_id = a.cooperative_id and s.agreement_id = a.id), '[]') as suppliers,
         coalesce((
           select json_agg(json_build_object('buyerId', p.buyer_id, 'name', o.name, 'fromOn', p.valid_from, 'untilOn', p.valid_to) order by o.name)
           from agreements.participation p
           join identity.door_organisation o on o.cooperative_id = p.cooperative_id and o.id = p.buyer_id
           where p.cooperative_id = a.cooperative_id and p.agreement_id = a.id), '[]') as buyers,
         coalesce((
           select json_agg(json_build_object('number', t.number, 'noticeBy', t.notice_by, 'extendsTo', t.extends_to, 'decided', t.decided) order by t.number)
           from agreements.agreement_option t where t.cooperative_id = a.cooperative_id and t.agreement_id = a.id), '[]') as options,
         coalesce((
           select json_agg(json_build_object('supplierId', c.supplier_id, 'name', c.name, 'email', c.email, 'phone', c.phone, 'role', c.role) order by c.name, c.id)
           from agreements.agreement_contact c where c.cooperative_id = a.cooperative_id and c.agreement_id = a.id), '[]') as contacts,
         coalesce((
           select json_agg(json_build_object('id', v.id, 'supplierId', v.supplier_id, 'number', v.number, 'items', v.item_count, 'fileName', v.file_name, 'publishedAt', v.published_at) order by v.published_at desc)
           from agreements.price_version v where v.cooperative_id = a.cooperative_id and v.agreement_id = a.id), '[]') as "priceVersions",
         coalesce((
           select json_agg(json_build_object('id', t.id, 'report', t.report, 'version', t.version, 'holdsFrom', t.applies_from, 'sha256', t.sha256, 'publishedAt', t.published_at) order by (t.report <> 'deliveries'), t.report, t.version desc)
           from agreements.terms_version t where t.cooperative_id = a.cooperative_id and t.agreement_id = a.id), '[]') as "termsVersions",
         (select jsonb_build_object('id', p.id, 'name', p.name, 'isMe', p.id = platform.person()) from identity.door_person p where p.cooperative_id = a.cooperative_id and p.id = a.owner_id) as owner
       from agreements.agreement a
       where a.id = $1`,
      [id],
    );
    if (!view) throw notFound('agreement');
    return view;
  }
}
