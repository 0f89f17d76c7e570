import { Injectable } from '@nestjs/common';
import { Database, notFound } from '@tallgrunn/platform';
import { FindSuccessor } from './find-successor.ts';
import type {
  AliasDto,
  RelatedEntityDto,
  ColumnRuleDto,
  CustomerNumberDto,
  EventDto,
  FormerIdentityDto,
  MemberDto,
  PartyTreeDto,
  UnitMappingDto,
  UnitDto,
} from './party.dto.ts';

type Rows<T> = T & Record<string, unknown>;
type Head = Pick<PartyTreeDto, 'id' | 'kind' | 'name' | 'orgNumber' | 'municipalityNumber' | 'body' | 'mergedInto'>;

/** Returns one buyer or supplier with all related data: in force, ended and revoked. */
@Injectable()
export class ShowParty {
  constructor(
    private readonly database: Database,
    private readonly successors: FindSuccessor,
  ) {}

  async run(partyId: string): Promise<PartyTreeDto> {
    const head = await this.database.one<Rows<Head>>(
      `select o.id, o.kind, o.name, o.org_number as "orgNumber", o.municipality_number as "municipalityNumber",
         case when o.kind = 'buyer' then jsonb_build_object('kind', coalesce(b.kind, 'municipality'), 'hostId', b.host_municipality_id, 'hostName', h.name) end as body,
         case when m.id is not null then jsonb_build_object('id', m.id, 'name', m.name) end as "mergedInto"
       from identity.door_organisation o
       left join agreements.buyer_type b on b.cooperative_id = o.cooperative_id and b.buyer_id = o.id
       left join identity.door_organisation h on h.cooperative_id = b.cooperative_id and h.id = b.host_municipality_id
       left join identity.door_organisation m on m.cooperative_id = o.cooperative_id and m.id = o.merged_into_id
       where o.id = $1 and o.kind in ('buyer', 'supplier')`,
      [partyId],
    );
    if (!head) throw notFound('party');
    return {
      ...head,
      takenOverBy: head.kind === 'supplier' ? await this.successors.run(partyId) : null,
      hosted: await this.#hosted(partyId),
      members: await this.#members(partyId, 'buyer_id', 'owner_id'),
      memberOf: await this.#members(partyId, 'owner_id', 'buyer_id'),
      units: await this.#units(partyId),
      belongings: await this.#belongings(partyId),
      numbers: await this.#numbers(partyId),
      aliases: await this.#aliases(partyId),
      unitLessons: await this.#unitLessons(partyId),
      columnLessons: await this.#columnLessons(partyId),
      events: await this.#events(partyId),
      formerIdentities: await this.#formerIdentities(partyId),
    };
  }

  #hosted(partyId: string): Promise<{ id: string; name: string }[]> {
    return this.database.query(
      `select o.id, o.name from agreements.buyer_type b join identity.door_organisation o on o.cooperative_id = b.cooperative_id and o.id = b.buyer_id where b.host_municipality_id = $1 order by o.name`,
      [partyId],
    );
  }

  #members(partyId: string, by: 'buyer_id' | 'owner_id', other: 'buyer_id' | 'owner_id'): Promise<MemberDto[]> {
    return this.database.query<Rows<MemberDto>>(
      `select o.id, o.name, m.share, m.valid_from as "fromOn", m.valid_to as "untilOn"
       from agreements.buyer_owner m join identity.door_organisation o on o.cooperative_id = m.cooperative_id and o.id = m.${other}
       where m.${by} = $1 order by o.name, m.valid_from`,
      [partyId],
    );
  }

  #units(partyId: string): Promise<UnitDto[]> {
    return this.database.query<Rows<UnitDto>>(
      `select id, parent_id as "parentId", kind, name, org_number as "orgNumber", cost_centre as "costCentre", delivery_names as "deliveryNames", valid_from as "fromOn", valid_to as "untilOn"
       from agreements.buyer_site where buyer_id = $1 order by name, id`,
      [partyId],
    );
  }

  #belongings(partyId: string): Promise<RelatedEntityDto[]> {
    return this.database.query<Rows<RelatedEntityDto>>(
      `select id, kind, name, org_number as "orgNumber", foreign_number as "foreignNumber", country, valid_from as "fromOn", valid_to as "untilOn"
       from agreements.related_entity where supplier_id = $1 order by kind, name, valid_from nulls first`,
      [partyId],
    );
  }

  /** Returns the customer numbers of a supplier, or those of a buyer with all its suppliers. */
  #numbers(partyId: string): Promise<CustomerNumberDto[]> {
    return this.database.query<Rows<CustomerNumberDto>>(
      `select n.id, n.number, n.origin, n.valid_from as "fromOn", n.valid_to as "untilOn", n.revoked_at as "undoneAt", ${ruleParties('agreements.customer_number')}
       where n.supplier_id = $1 or n.buyer_id = $1 order by s.name, b.name, n.number, n.valid_from nulls first, n.id`,
      [partyId],
    );
  }

  #aliases(partyId: string): Promise<AliasDto[]> {
    return this.database.query<Rows<AliasDto>>(
      `select n.id, n.text, n.origin, n.created_at as "taughtAt", n.revoked_at as "undoneAt", ${ruleParties('agreements.buyer_alias')}
       where n.supplier_id = $1 or n.buyer_id = $1 order by s.name, b.name, n.text, n.id`,
      [partyId],
    );
  }

  #unitLessons(partyId: string): Promise<UnitMappingDto[]> {
    return this.database.query<Rows<UnitMappingDto>>(
      `select n.text, n.unit, trim_scale(n.factor)::text as factor, n.to_unit as "to", ${ruleAgreement('agreements.unit_mapping')}
       where n.supplier_id = $1 order by n.text, a.title, n.id`,
      [partyId],
    );
  }

  #columnLessons(partyId: string): Promise<ColumnRuleDto[]> {
    return this.database.query<Rows<ColumnRuleDto>>(
      `select n.kind, n.heading, n.field, n.value, ${ruleAgreement('agreements.column_rule')}
       where n.supplier_id = $1 order by n.heading, a.title, n.id`,
      [partyId],
    );
  }

  #events(partyId: string): Promise<EventDto[]> {
    const named = (ids: string) =>
      `(select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'name', o.name) order by o.name), '[]') from identity.door_organisation o where o.cooperative_id = e.cooperative_id and o.id = any (e.${ids}))`;
    return this.database.query<Rows<EventDto>>(
      `select e.id, e.kind, e.effective_on as "onDate", ${named('predecessor_ids')} as "from", ${named('successor_ids')} as "to", e.former_name as "formerName", e.new_name as "newName", e.note, e.revoked_at as "undoneAt"
       from agreements.organisation_change e where $1::uuid = any (e.predecessor_ids) or $1::uuid = any (e.successor_ids) order by e.effective_on desc, e.id`,
      [partyId],
    );
  }

  #formerIdentities(partyId: string): Promise<FormerIdentityDto[]> {
    return this.database.query<Rows<FormerIdentityDto>>(
      `select h.id, h.name, h.org_number as "orgNumber", h.valid_from as "validFrom", h.valid_to as "validTo", c.reason, p.name as "correctedBy"
       from identity.door_organisation_history h
       left join identity.door_organisation_correction c on c.cooperative_id = h.cooperative_id and c.history_id = h.id
       left join identity.door_person p on p.cooperative_id = c.cooperative_id and p.id = c.corrected_by
       where h.organisation_id = $1 order by h.valid_to desc, h.id desc`,
      [partyId],
    );
  }
}

/** SQL: the parties and site of a learned rule, with the joins that provide them. */
const ruleParties = (
  table: string,
): string => `s.id as "supplierId", s.name as "supplierName", b.id as "buyerId", b.name as "buyerName", u.id as "siteId", u.name as "siteName"
       from ${table} n
       join identity.door_organisation s on s.cooperative_id = n.cooperative_id and s.id = n.supplier_id
       join identity.door_organisation b on b.cooperative_id = n.cooperative_id and b.id = n.buyer_id
       left join agreements.buyer_site u on u.cooperative_id = n.cooperative_id and u.id = n.site_id`;

/** SQL: the agreement of a learned rule, and the later agreements that inherit it. */
const ruleAgreement = (
  table: string,
): string => `n.id, n.supplier_id as "supplierId", n.agreement_id as "agreementId", a.title as "agreementTitle", n.origin, n.created_at as "taughtAt", n.revoked_at as "undoneAt",
         array(
           with recursive later (id) as (
             select b.agreement_id from agreements.door_predecessor_agreement b where b.supplier_id = n.supplier_id and b.before_id = n.agreement_id
             union select b.agreement_id from later l join agreements.door_predecessor_agreement b on b.supplier_id = n.supplier_id and b.before_id = l.id
           ) select t.title from later join agreements.agreement t on t.id = later.id order by t.title, t.id
         ) as "alsoIn"
       from ${table} n join agreements.agreement a on a.cooperative_id = n.cooperative_id and a.id = n.agreement_id`;
