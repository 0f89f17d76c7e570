import { Injectable } from '@nestjs/common';
import { Database } from '@tallgrunn/platform';
import { Period } from '@tallgrunn/values';
import { isFee, isOfGoods } from '@tallgrunn/reporting-server';

/** The twelve months of a pack; `until` is the day after the last. Null if nothing has been reported. */
export interface Window {
  readonly from: string;
  readonly until: string;
}

export interface VolumeRow {
  readonly lot: string | null;
  readonly number: string;
  readonly name: string;
  readonly gtin: string | null;
  readonly unit: string | null;
  readonly content: string | null;
  readonly contentUnit: string | null;
  readonly price: string | null;
  /** By buyer id; '' = unknown buyer. */
  readonly volumes: Readonly<Record<string, string>>;
  readonly total: string;
}

export interface SiteRow {
  readonly number: string | null;
  readonly name: string | null;
  readonly unit: string | null;
  readonly buyer: string | null;
  readonly site: string | null;
  readonly quantity: string;
}

export interface OutsideRow {
  readonly number: string | null;
  readonly name: string | null;
  readonly gtin: string | null;
  readonly unit: string | null;
  readonly quantity: string;
  readonly lines: number;
  readonly amount: string | null;
}

export interface BasisRow {
  readonly supplier: string;
  readonly periodKey: string;
  readonly dueOn: string;
  readonly number: string | null;
  readonly state: 'accepted' | 'submitted' | 'returned' | 'exempt' | 'missing' | 'open';
  readonly lines: number | null;
}

const IN_WINDOW = `r.agreement_id = $1 and r.counts_on >= $2::date and r.counts_on < $3::date`;
const GOODS = `${IN_WINDOW} and ${isOfGoods('r')} and r.quantity is not null`;

const VOLUMES = `
  with volume as (
    select r.cooperative_id, r.item_id, r.unit, coalesce(r.buyer_id::text, '') as buyer, sum(r.quantity) as quantity
    from reporting.door_report_line r where ${GOODS} and r.item_id is not null group by 1, 2, 3, 4
  ),
  item as (
    select cooperative_id, item_id, unit, json_object_agg(buyer, quantity::text) as volumes, sum(quantity) as total from volume group by 1, 2, 3
  )
  select i.lot_key as lot, i.number, i.name, i.gtin, v.unit, v.volumes, v.total::text as total,
    case when i.unit = v.unit then i.content_quantity::text end as content, case when i.unit = v.unit then i.content_unit end as "contentUnit", p.price::text as price
  from item v
  join agreements.door_item i on i.cooperative_id = v.cooperative_id and i.id = v.item_id
  left join lateral (
    select d.price from agreements.door_price d
    where d.cooperative_id = v.cooperative_id and d.item_id = v.item_id and d.unit = v.unit and d.valid_from <= $4::date and (d.valid_to is null or d.valid_to >= $4::date)
    order by d.minimum_quantity nulls first, d.valid_from desc limit 1
  ) p on true
  order by i.lot_key nulls first, i.name, i.number, v.unit`;

const SITES = `
  select i.number, i.name, v.unit, b.name as buyer, v.site_as_written as site, v.quantity::text as quantity
  from (select r.cooperative_id, r.item_id, r.unit, r.buyer_id, r.site_as_written, sum(r.quantity) as quantity from reporting.door_report_line r where ${GOODS} and r.item_id is not null group by 1, 2, 3, 4, 5) v
  join agreements.door_item i on i.cooperative_id = v.cooperative_id and i.id = v.item_id
  left join identity.door_organisation b on b.cooperative_id = v.cooperative_id and b.id = v.buyer_id
  order by i.name, i.number, v.unit, b.name, v.site_as_written`;

const OUTSIDE = `
  select r.item_number as number, max(r.item_name) as name, r.gtin, r.unit, sum(r.quantity)::text as quantity, count(*)::int as lines, sum(r.amount)::text as amount
  from reporting.door_report_line r where ${GOODS} and r.item_id is null
  group by r.item_number, r.gtin, r.unit, case when r.item_number is null and r.gtin is null then r.item_name end
  order by sum(r.amount) desc nulls last, r.item_number`;

const BASIS = `
  select s.name as supplier, d.period_key as "periodKey", d.due_on as "dueOn", v.number, v.line_count as lines,
    case when v.state is not null then v.state when d.exemption_reason is not null then 'exempt' when d.due_on < $4::date then 'missing' else 'open' end as state
  from agreements.door_reporting_obligation d
  join identity.door_organisation s on s.cooperative_id = d.cooperative_id and s.id = d.supplier_id
  left join lateral (
    select w.number, w.line_count, w.state from reporting.door_report_version w
    where w.cooperative_id = d.cooperative_id and w.obligation_id = d.id and w.state in ('submitted', 'accepted', 'returned') order by w.state = 'accepted' desc, w.sequence desc limit 1
  ) v on true
  where d.agreement_id = $1 and d.period_end > $2::date and d.period_start < $3::date
  order by s.name, d.period_start, d.period_key`;

/** Reads the volumes of twelve months for the next price form. */
@Injectable()
export class ReadVolumes {
  constructor(private readonly database: Database) {}

  /** Returns twelve whole months up to the last month with reported lines; null if there are none. */
  async window(agreementId: string, today: string): Promise<Window | null> {
    const found = await this.database.one<{ last: string | null }>(
      `select max(r.counts_on)::text as last from reporting.door_report_line r where r.agreement_id = $1 and r.counts_on < date_trunc('month', $2::date)`,
      [agreementId, today],
    );
    if (!found?.last) return null;
    const last = Period.containing('month', found.last);
    return { from: Period.shift(last, -11).start, until: last.end };
  }

  buyers(agreementId: string, { from, until }: Window): Promise<{ id: string; name: string | null }[]> {
    return this.database.query(
      `select coalesce(v.buyer_id::text, '') as id, b.name
       from (select distinct r.cooperative_id, r.buyer_id from reporting.door_report_line r where ${GOODS} and r.item_id is not null) v
       left join identity.door_organisation b on b.cooperative_id = v.cooperative_id and b.id = v.buyer_id order by b.name nulls last`,
      [agreementId, from, until],
    );
  }

  leftOut(agreementId: string, { from, until }: Window): Promise<{ fees: number; unreadable: number } | undefined> {
    return this.database.one(
      `select count(*) filter (where ${isFee('r')})::int as fees, count(*) filter (where ${isOfGoods('r')} and r.quantity is null)::int as unreadable
       from reporting.door_report_line r where ${IN_WINDOW}`,
      [agreementId, from, until],
    );
  }

  basis(agreementId: string, { from, until }: Window, today: string): Promise<BasisRow[]> {
    return this.database.query(BASIS, [agreementId, from, until, today]);
  }

  volumes(agreementId: string, { from, until }: Window, today: string): AsyncGenerator<VolumeRow[]> {
    return this.database.stream<VolumeRow>(VOLUMES, [agreementId, from, until, today]);
  }

  sites(agreementId: string, { from, until }: Window): AsyncGenerator<SiteRow[]> {
    return this.database.stream<SiteRow>(SITES, [agreementId, from, until]);
  }

  outside(agreementId: string, { from, until }: Window): AsyncGenerator<OutsideRow[]> {
    return this.database.stream<OutsideRow>(OUTSIDE, [agreementId, from, until]);
  }
}
