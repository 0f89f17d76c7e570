import { Injectable } from '@nestjs/common';
import { Database } from '@tallgrunn/platform';
import type { PriceBasis, PriceModelKind } from '@tallgrunn/checks';
import type { ModelParameters } from '../prices/price-models.ts';

export interface ObligationRow {
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
  /** True when the supplier has no earlier obligation in this agreement. */
  readonly first: boolean;
}

/** The prices of one supplier under one agreement in a period; `period_end` is exclusive. */
export type PriceScope = Pick<ObligationRow, 'agreement_id' | 'supplier_id' | 'period_start' | 'period_end'>;

export interface PriceRow {
  readonly item_id: string;
  readonly number: string;
  readonly previous_item_number: string | null;
  readonly name: string;
  readonly gtin: string | null;
  readonly lot: string | null;
  readonly unit: string;
  readonly content_quantity: string | null;
  readonly content_unit: string | null;
  readonly pack_quantity: string | null;
  readonly pack_unit: string | null;
  readonly basis: PriceBasis;
  readonly price: string | null;
  readonly minimum_quantity: string | null;
  readonly valid_from: string;
  readonly valid_to: string | null;
}

export interface ModelRow {
  readonly kind: PriceModelKind;
  readonly lot: string | null;
  readonly valid_from: string;
  readonly valid_to: string | null;
  readonly discount: string | null;
  readonly tolerance: string | null;
  readonly document: ModelParameters;
}

export interface PackRow {
  readonly item_id: string;
  readonly unit: string;
  /** Null: overridden as a unit with unknown content. */
  readonly contains: string | null;
  readonly of_unit: string | null;
  /** True for a pack override, which takes precedence over the price form. */
  readonly decided: boolean;
}

export interface BuyerRow {
  readonly id: string;
  readonly name: string;
  readonly org_number: string | null;
  readonly municipality_number: string | null;
  readonly entitled: boolean;
}

/** Reads the rows of a check context: one supplier, one agreement, one period. */
@Injectable()
export class ContextRows {
  constructor(private readonly database: Database) {}

  obligation(obligationId: string): Promise<ObligationRow | undefined> {
    return this.database.one<ObligationRow>(
      `select d.id, d.agreement_id, d.supplier_id, d.terms_version_id, d.period_key, d.period_start, d.period_end, a.title, o.name as supplier_name, o.org_number as supplier_org_number,
         not exists (
           select 1 from agreements.reporting_obligation e
           where e.cooperative_id = d.cooperative_id and e.agreement_id = d.agreement_id and e.supplier_id = d.supplier_id and e.period_start < d.period_start
         ) as first
       from agreements.reporting_obligation d
       join agreements.agreement a on a.cooperative_id = d.cooperative_id and a.id = d.agreement_id
       join identity.door_organisation o on o.cooperative_id = d.cooperative_id and o.id = d.supplier_id
       where d.id = $1`,
      [obligationId],
    );
  }

  /**
   * Returns agreed prices of the period and a year on either side, from any version, because they help to recognise an
   * ended price. List prices are limited to about a month after and two months before the period.
   */
  prices({ agreement_id, supplier_id, period_start, period_end }: PriceScope): Promise<PriceRow[]> {
    return this.database.query<PriceRow>(
      `select p.item_id, i.number, l.previous_item_number, l.name, l.gtin, t.key as lot, l.unit, l.content_quantity, l.content_unit, l.pack_quantity, l.pack_unit,
         p.basis, p.price, p.minimum_quantity, p.valid_from, p.valid_to
       from agreements.door_price_line p
       join agreements.price_line l on l.cooperative_id = p.cooperative_id and l.price_version_id = p.price_version_id and l.line_no = p.line_no
       join agreements.item i on i.cooperative_id = p.cooperative_id and i.id = p.item_id
       left join agreements.lot t on t.cooperative_id = l.cooperative_id and t.id = l.lot_id
       where p.agreement_id = $1 and p.supplier_id = $2
         and p.valid_from < $4::date + case when p.basis = 'agreed' then 366 else 31 end
         and (p.valid_to is null or p.valid_to >= $3::date - case when p.basis = 'agreed' then 366 else 62 end)
       order by i.number, p.valid_from, p.basis, p.minimum_quantity nulls first, p.line_no`,
      [agreement_id, supplier_id, period_start, period_end],
    );
  }

  /** Returns the price models of the lots. A supplier's own model takes precedence over the one for all suppliers. */
  models({ agreement_id, supplier_id, period_start }: PriceScope): Promise<ModelRow[]> {
    return this.database.query<ModelRow>(
      `select m.kind, t.key as lot, m.valid_from, m.valid_to, m.discount, m.tolerance, m.document
       from agreements.price_model m
       left join agreements.lot t on t.cooperative_id = m.cooperative_id and t.id = m.lot_id
       where m.agreement_id = $1 and (m.supplier_id is null or m.supplier_id = $2) and (m.valid_to is null or m.valid_to >= $3::date - 366)
         and (m.supplier_id is not null or not exists (
           select 1 from agreements.price_model o
           where o.cooperative_id = m.cooperative_id and o.agreement_id = m.agreement_id and o.supplier_id = $2 and o.lot_id is not distinct from m.lot_id))
       order by t.key nulls first, m.valid_from, m.id`,
      [agreement_id, supplier_id, period_start],
    );
  }

  packs({ agreement_id, supplier_id }: PriceScope): Promise<PackRow[]> {
    return this.database.query<PackRow>(
      `select k.item_id, k.unit, k.contains, k.of_unit, k.decided
       from (
         select p.cooperative_id, p.item_id, p.level, p.unit, p.contains, p.of_unit, false as decided from agreements.item_pack p
         union all
         select d.cooperative_id, d.item_id, 0, d.unit, d.contains, d.of_unit, true from agreements.pack_override d where d.withdrawn_at is null
       ) k
       join agreements.item i on i.cooperative_id = k.cooperative_id and i.id = k.item_id
       where i.agreement_id = $1 and i.supplier_id = $2 order by i.number, k.decided, k.level, k.unit`,
      [agreement_id, supplier_id],
    );
  }

  lots({ agreement_id, supplier_id }: ObligationRow): Promise<{ key: string; title: string }[]> {
    return this.database.query(
      `select distinct l.key, l.title from agreements.agreement_supplier s
       join agreements.lot l on l.cooperative_id = s.cooperative_id and l.id = s.lot_id
       where s.agreement_id = $1 and s.supplier_id = $2 order by l.key`,
      [agreement_id, supplier_id],
    );
  }

  /**
   * Returns every buyer of the cooperative, so that a buyer that is not entitled to the agreement is reported by name.
   */
  buyers({ agreement_id, period_start, period_end }: ObligationRow): Promise<BuyerRow[]> {
    return this.database.query<BuyerRow>(
      `select o.id, o.name, o.org_number, o.municipality_number,
         exists (
           select 1 from agreements.participation p
           where p.cooperative_id = o.cooperative_id and p.buyer_id = o.id and p.agreement_id = $1
             and p.valid_from < $3::date and (p.valid_to is null or p.valid_to >= $2::date)
         ) as entitled
       from identity.door_current_organisation o
       where o.kind = 'buyer' order by o.name, o.id`,
      [agreement_id, period_start, period_end],
    );
  }

  otherAgreements({ agreement_id, supplier_id }: ObligationRow): Promise<{ id: string; title: string }[]> {
    return this.database.query(
      `select distinct a.id, a.title from agreements.agreement_supplier s
       join agreements.agreement a on a.cooperative_id = s.cooperative_id and a.id = s.agreement_id
       where s.supplier_id = $2 and s.agreement_id <> $1 order by a.title, a.id`,
      [agreement_id, supplier_id],
    );
  }
}
