import { Injectable } from '@nestjs/common';
import { Clock, Database, notFound } from '@tallgrunn/platform';
import { addDays, osloDate } from '@tallgrunn/values';
import { isWithoutVat } from '../price-deviations/charged-lines.ts';

/** An item with an agreed price today and no approved declaration that is valid today. */
export interface MissingDeclaration {
  readonly supplier: { readonly id: string; readonly name: string };
  readonly number: string;
  readonly name: string;
  /** Accepted lines of the last twelve months, in the currency of the agreement, without VAT. */
  readonly lineCount: number;
  readonly amount: string;
  readonly currency: string;
}

export interface MissingDeclarations {
  /** All items without a declaration, also those beyond the listed ones. */
  readonly total: number;
  /** Largest amounts first. */
  readonly items: readonly MissingDeclaration[];
}

const YEAR_DAYS = 365;
const ITEMS_MAX = 1000;

const MISSING = `
  with item as (
    select distinct on (i.supplier_id, i.number) i.cooperative_id, i.supplier_id, i.number, i.name, i.id from agreements.door_item i
    where i.agreement_id = $1 and ($3::uuid is null or i.supplier_id = $3) and i.current
      and exists (select from agreements.door_price p where p.cooperative_id = i.cooperative_id and p.item_id = i.id and $2::date between coalesce(p.valid_from, '-infinity') and coalesce(p.valid_to, 'infinity'))
    order by i.supplier_id, i.number, i.id
  ), missing as (
    select * from item i
    where not exists (select from declarations.door_footprint f where f.cooperative_id = i.cooperative_id and f.supplier_id = i.supplier_id and f.item_number = i.number and f.accepted and $2::date between f.valid_from and f.valid_to)
  ), bought as (
    select r.item_id, count(*)::int as lines, sum(r.amount) as amount from reporting.door_report_line r join agreements.door_agreement a on a.cooperative_id = r.cooperative_id and a.id = r.agreement_id
    where r.agreement_id = $1 and r.item_id is not null and r.counts_on > $4::date and ${isWithoutVat('r')} and r.currency = a.currency group by r.item_id
  )
  select jsonb_build_object('id', o.id, 'name', o.name) as supplier, m.number, m.name, coalesce(b.lines, 0) as "lineCount", coalesce(b.amount, 0)::text as amount, a.currency,
    count(*) over ()::int as total
  from missing m
  join agreements.door_agreement a on a.cooperative_id = m.cooperative_id and a.id = $1
  join identity.door_organisation o on o.cooperative_id = m.cooperative_id and o.id = m.supplier_id
  left join bought b on b.item_id = m.id
  order by coalesce(b.amount, 0) desc, o.name, m.number limit ${ITEMS_MAX}`;

/** Lists the items of an agreement that lack an approved declaration, so that a supplier can be asked for them. */
@Injectable()
export class ListMissingDeclarations {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 'not-found' (404) for an agreement that the actor may not see */
  async run(agreementId: string, supplierId: string | null): Promise<MissingDeclarations> {
    const agreement = await this.database.one('select a.id from agreements.door_agreement a where a.id = $1', [
      agreementId,
    ]);
    if (!agreement) throw notFound('agreement');
    const today = osloDate(this.clock.now());
    const rows = await this.database.query<MissingDeclaration & { total: number } & Record<string, unknown>>(MISSING, [
      agreementId,
      today,
      supplierId,
      addDays(today, -YEAR_DAYS),
    ]);
    return {
      total: rows[0]?.total ?? 0,
      items: rows.map(({ supplier, number, name, lineCount, amount, currency }) => ({
        ...{ supplier, number, name, lineCount, amount, currency },
      })),
    };
  }
}
