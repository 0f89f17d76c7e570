import { Injectable } from '@nestjs/common';
import { Clock, Database, notFound } from '@tallgrunn/platform';
import { ListDuties, type DutyView } from '@tallgrunn/reporting-server';
import { addDays, osloDate } from '@tallgrunn/values';
import { ListCases } from '../cases/list-cases.ts';
import { punctualityOf } from './punctuality.ts';
import type * as dto from './supplier.dto.ts';

const PAGES_MAX = 10;
const YEAR_DAYS = 365;
const EXPIRING_DAYS = 90;

const AGREEMENTS = `
  select a.id, a.number, a.title, min(s.from_on)::text as "fromOn", case when bool_or(s.until_on is null) then a.ends_on else max(s.until_on) end as "untilOn",
    (bool_or(s.until_on is null) or max(s.until_on) >= $2::date) and coalesce(a.ends_on >= $2::date, true) as "isRunning",
    (array_agg(s.clause_status order by s.from_on desc))[1] as "clauseStatus",
    (select jsonb_build_object('id', p.id, 'name', p.name, 'isMe', p.id = platform.person()) from identity.door_person p where p.cooperative_id = a.cooperative_id and p.id = a.owner_id) as owner
  from agreements.door_agreement_supplier s
  join agreements.door_agreement a on a.cooperative_id = s.cooperative_id and a.id = s.agreement_id
  where s.supplier_id = $1
  group by a.cooperative_id, a.id, a.number, a.title, a.ends_on, a.owner_id order by 6 desc, a.number`;

const CONTACTS = `
  select c.name, c.email, c.phone, c.role, jsonb_agg(distinct a.title) as agreements
  from agreements.door_agreement_contact c
  join agreements.door_agreement a on a.cooperative_id = c.cooperative_id and a.id = c.agreement_id
  where c.supplier_id = $1 group by c.name, c.email, c.phone, c.role order by c.role = 'reporting' desc, c.name`;

const REPORTS = `
  select count(*) filter (where v.state in ('submitted', 'accepted'))::int as reports, coalesce(sum(v.line_count) filter (where v.state in ('submitted', 'accepted')), 0)::int as lines,
    count(*) filter (where v.returned_at is not null)::int as returned
  from reporting.door_version v where v.supplier_id = $1 and v.submitted_at >= $2::date`;

const CHECKS = `
  select o.code, sum(o.found)::int as "findingCount", sum(o.overridden)::int as "overriddenCount"
  from reporting.door_override o where o.supplier_id = $1 and o.submitted_at >= $2::date group by o.code order by 2 desc, 1`;

const DECLARATIONS = `
  with item as (
    select distinct i.number from agreements.door_item i
    where i.supplier_id = $1 and i.current and exists (select from agreements.door_price p where p.cooperative_id = i.cooperative_id and p.item_id = i.id and $2::date between coalesce(p.valid_from, '-infinity') and coalesce(p.valid_to, 'infinity'))
  )
  select (select count(*) from item)::int as items,
    (select count(*) from item where exists (select from declarations.door_footprint f where f.supplier_id = $1 and f.item_number = item.number and f.accepted and $2::date between f.valid_from and f.valid_to))::int as declared,
    (select count(distinct l.footprint_id) from declarations.door_item_link l where l.supplier_id = $1 and l.waits)::int as waiting,
    (select count(distinct f.footprint_id) from declarations.door_footprint f where f.supplier_id = $1 and f.accepted and f.valid_to >= $2::date and f.valid_to < $2::date + ${EXPIRING_DAYS})::int as expiring`;

/** All that the cooperative knows of one supplier: agreements, people, reports, quality, declarations and cases. Figures are of the last twelve months. */
@Injectable()
export class ShowSupplier {
  constructor(
    private readonly database: Database,
    private readonly duties: ListDuties,
    private readonly cases: ListCases,
    private readonly clock: Clock,
  ) {}

  async run(supplierId: string): Promise<dto.SupplierOverviewDto> {
    const supplier = await this.database.one<{ id: string; name: string; orgNumber: string | null; people: number }>(
      `select o.id, o.name, o.org_number as "orgNumber",
         (select count(distinct m.person_id)::int from identity.door_membership m where m.cooperative_id = o.cooperative_id and m.organisation_id = o.id and m.ended_at is null and (m.ends_at is null or m.ends_at > $2)) as people
       from identity.door_organisation o where o.id = $1 and o.kind = 'supplier'`,
      [supplierId, this.clock.now()],
    );
    if (!supplier) throw notFound('supplier');
    const today = osloDate(this.clock.now());
    const from = addDays(today, -YEAR_DAYS);
    const duties = await this.#duties(supplierId, from);
    return {
      ...supplier,
      from,
      today,
      agreements: await this.database.query<dto.SupplierAgreementDto & Record<string, unknown>>(AGREEMENTS, [
        supplierId,
        today,
      ]),
      contacts: await this.database.query<dto.SupplierContactDto & Record<string, unknown>>(CONTACTS, [supplierId]),
      openObligations: duties.filter(isOpen).map(obligationOf),
      punctuality: punctualityOf(duties, from, today),
      quality: await this.#quality(supplierId, from),
      declarations: (await this.database.one<dto.SupplierDeclarationsDto & Record<string, unknown>>(DECLARATIONS, [
        supplierId,
        today,
      ])) ?? { items: 0, declared: 0, waiting: 0, expiring: 0 },
      cases: (await this.cases.run({ supplierId })) as unknown as dto.SupplierOverviewDto['cases'],
    };
  }

  /** Obligations by due date, latest first, until those that the year does not reach. */
  async #duties(supplierId: string, from: string): Promise<DutyView[]> {
    const list: DutyView[] = [];
    for (let page = 0; page < PAGES_MAX; page += 1) {
      const after = list.at(-1)?.id;
      const next = await this.duties.run({ supplierId, ...(after && { after }) });
      list.push(...next);
      if (next.length === 0 || (next.at(-1)?.dueOn ?? from) < from) break;
    }
    return list;
  }

  async #quality(supplierId: string, from: string): Promise<dto.QualityDto> {
    const reports = await this.database.one<{ reports: number; lines: number; returned: number }>(REPORTS, [
      supplierId,
      from,
    ]);
    const checks = await this.database.query<dto.QualityCheckDto & Record<string, unknown>>(CHECKS, [supplierId, from]);
    const total = (key: 'findingCount' | 'overriddenCount') => checks.reduce((sum, check) => sum + check[key], 0);
    return {
      reports: reports?.reports ?? 0,
      lines: reports?.lines ?? 0,
      returned: reports?.returned ?? 0,
      findingCount: total('findingCount'),
      overriddenCount: total('overriddenCount'),
      checks: checks.slice(0, 5),
    };
  }
}

const isOpen = ({ state }: DutyView): boolean => !['accepted', 'partly', 'nil', 'exempt'].includes(state);

function obligationOf({
  id,
  period,
  agreement,
  dueOn,
  state,
  daysLate,
  version,
  extension,
}: DutyView): dto.SupplierObligationDto {
  return {
    id,
    periodKey: period.key,
    agreement: agreement.title,
    dueOn,
    state,
    daysLate,
    versionId: version?.id ?? null,
    isExtended: extension !== null,
  };
}
