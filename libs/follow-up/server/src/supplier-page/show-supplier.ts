import { Injectable } from '@nestjs/common';
import { FindSuccessor } from '@tallgrunn/agreements-server';
import { Clock, Database, notFound } from '@tallgrunn/platform';
import { ListObligations, type ObligationView } from '@tallgrunn/reporting-server';
import { addDays, osloDate } from '@tallgrunn/values';
import { ListCases } from '../cases/list-cases.ts';
import { obligationsSince } from './obligations-since.ts';
import { punctualityOf } from './punctuality.ts';
import { ReadDeclarationCoverage } from './read-declaration-coverage.ts';
import { ReadQuality } from './read-quality.ts';
import type * as dto from './supplier.dto.ts';

const YEAR_DAYS = 365;

const AGREEMENTS = `
  select a.id, a.number, a.title, min(s.valid_from)::text as "fromOn", case when bool_or(s.valid_to is null) then a.ends_on else max(s.valid_to) end as "untilOn",
    (bool_or(s.valid_to is null) or max(s.valid_to) >= $2::date) and coalesce(a.ends_on >= $2::date, true) as "isRunning",
    (array_agg(s.reporting_clause_status order by s.valid_from desc))[1] as "clauseStatus",
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

const CONVERSATIONS = `
  select e.id, e.case_id as "caseId", c.number as "caseNumber", e.kind, coalesce(e.happened_on, (e.created_at at time zone 'Europe/Oslo')::date)::text as "happenedOn",
    coalesce(e.body, '') as body, e.author_name as author, a.number || ' ' || a.title as agreement
  from follow_up.case_entry e
  join follow_up.supplier_case c on c.cooperative_id = e.cooperative_id and c.id = e.case_id
  left join agreements.door_agreement a on a.cooperative_id = c.cooperative_id and a.id = c.agreement_id
  where e.supplier_id = $1 and e.kind in ('phone-call', 'meeting') order by 5 desc, e.id desc limit 20`;

/**
 * Returns an overview of one supplier: agreements, people, reports, quality, declarations and cases. Figures cover the
 * last twelve months.
 */
@Injectable()
export class ShowSupplier {
  constructor(
    private readonly database: Database,
    private readonly obligations: ListObligations,
    private readonly cases: ListCases,
    private readonly quality: ReadQuality,
    private readonly declarations: ReadDeclarationCoverage,
    private readonly successors: FindSuccessor,
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
    const obligations = await obligationsSince(this.obligations, { supplierId }, from);
    return {
      ...supplier,
      from,
      today,
      conversations: await this.database.query<dto.ConversationDto & Record<string, unknown>>(CONVERSATIONS, [
        supplierId,
      ]),
      takenOverBy: await this.successors.run(supplierId),
      agreements: await this.database.query<dto.SupplierAgreementDto & Record<string, unknown>>(AGREEMENTS, [
        supplierId,
        today,
      ]),
      contacts: await this.database.query<dto.SupplierContactDto & Record<string, unknown>>(CONTACTS, [supplierId]),
      openObligations: obligations.filter(isOpen).map(obligationOf),
      punctuality: punctualityOf(obligations, from, today),
      quality: await this.quality.run(supplierId, from, addDays(today, 1)),
      declarations: await this.declarations.run(supplierId, today),
      cases: (await this.cases.run({ supplierId })) as unknown as dto.SupplierOverviewDto['cases'],
    };
  }
}

const isOpen = ({ state }: ObligationView): boolean => !['accepted', 'partly', 'nil', 'exempt'].includes(state);

function obligationOf({
  id,
  period,
  agreement,
  dueOn,
  state,
  daysLate,
  version,
  extension,
}: ObligationView): dto.SupplierObligationDto {
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
