import { Injectable } from '@nestjs/common';
import { Database } from '@tallgrunn/platform';

export interface DutyRow {
  readonly id: string;
  readonly agreement_id: string;
  readonly supplier_id: string;
  readonly terms_version_id: string;
  readonly period_key: string;
  readonly period_start: string;
  readonly period_end: string;
  readonly title: string;
  readonly supplier_name: string;
  readonly supplier_org_number: string | null;
  /** No duty of the supplier in this agreement came before. */
  readonly first: boolean;
}

export interface PriceRow {
  readonly item_id: string;
  readonly number: string;
  readonly former_number: string | null;
  readonly name: string;
  readonly gtin: string | null;
  readonly lot: string | null;
  readonly unit: string;
  readonly content_quantity: string | null;
  readonly content_unit: string | null;
  readonly pack_quantity: string | null;
  readonly pack_unit: string | null;
  readonly price: string | null;
  readonly valid_from: string;
  readonly valid_to: string | null;
}

export interface BuyerRow {
  readonly id: string;
  readonly name: string;
  readonly org_number: string | null;
  readonly municipality_number: string | null;
  readonly entitled: boolean;
}

/** The rows a check context is made of: one supplier, one agreement, one period. */
@Injectable()
export class ContextRows {
  constructor(private readonly database: Database) {}

  duty(dutyId: string): Promise<DutyRow | undefined> {
    return this.database.one<DutyRow>(
      `select d.id, d.agreement_id, d.supplier_id, d.terms_version_id, d.period_key, d.period_start, d.period_end, a.title, o.name as supplier_name, o.org_number as supplier_org_number,
         not exists (
           select 1 from agreements.duty e
           where e.cooperative_id = d.cooperative_id and e.agreement_id = d.agreement_id and e.supplier_id = d.supplier_id and e.period_start < d.period_start
         ) as first
       from agreements.duty d
       join agreements.agreement a on a.cooperative_id = d.cooperative_id and a.id = d.agreement_id
       join identity.door_organisation o on o.cooperative_id = d.cooperative_id and o.id = d.supplier_id
       where d.id = $1`,
      [dutyId],
    );
  }

  /** The newest price version whole: prices of other times help to recognise a price that has ended. */
  prices({ agreement_id, supplier_id }: DutyRow): Promise<PriceRow[]> {
    return this.database.query<PriceRow>(
      `select l.item_id, i.number, l.former_number, l.name, l.gtin, t.key as lot, l.unit, l.content_quantity, l.content_unit, l.pack_quantity, l.pack_unit, l.price, l.valid_from, l.valid_to
       from agreements.price_line l
       join agreements.item i on i.cooperative_id = l.cooperative_id and i.id = l.item_id
       left join agreements.lot t on t.cooperative_id = l.cooperative_id and t.id = l.lot_id
       where l.price_version_id = (
         select v.id from agreements.price_version v where v.agreement_id = $1 and v.supplier_id = $2 order by v.number desc limit 1)
       order by i.number, l.valid_from, l.line_no`,
      [agreement_id, supplier_id],
    );
  }

  lots({ agreement_id, supplier_id }: DutyRow): Promise<{ key: string; title: string }[]> {
    return this.database.query(
      `select distinct l.key, l.title from agreements.agreement_supplier s
       join agreements.lot l on l.cooperative_id = s.cooperative_id and l.id = s.lot_id
       where s.agreement_id = $1 and s.supplier_id = $2 order by l.key`,
      [agreement_id, supplier_id],
    );
  }

  /** Every buyer of the cooperative, so that one without a right to this agreement is told by name. */
  buyers({ agreement_id, period_start, period_end }: DutyRow): Promise<BuyerRow[]> {
    return this.database.query<BuyerRow>(
      `select o.id, o.name, o.org_number, o.municipality_number,
         exists (
           select 1 from agreements.participation p
           where p.cooperative_id = o.cooperative_id and p.buyer_id = o.id and p.agreement_id = $1
             and p.from_on < $3::date and (p.until_on is null or p.until_on >= $2::date)
         ) as entitled
       from identity.door_organisation o
       where o.kind = 'buyer' order by o.name, o.id`,
      [agreement_id, period_start, period_end],
    );
  }

  otherAgreements({ agreement_id, supplier_id }: DutyRow): Promise<{ id: string; title: string }[]> {
    return this.database.query(
      `select distinct a.id, a.title from agreements.agreement_supplier s
       join agreements.agreement a on a.cooperative_id = s.cooperative_id and a.id = s.agreement_id
       where s.supplier_id = $2 and s.agreement_id <> $1 order by a.title, a.id`,
      [agreement_id, supplier_id],
    );
  }
}
