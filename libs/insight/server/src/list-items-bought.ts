import { Injectable } from '@nestjs/common';
import { Database } from '@tallgrunn/platform';
import { conditionOf, IS_OWN_CURRENCY, type CombinedFilter } from './combined-filter.ts';
import { rowKeySql } from './row-id.ts';
import { IS_PURCHASE } from './utilisation/utilised-lines-sql.ts';

/** Maximum items listed; the others are only counted. */
export const ITEMS_SHOWN = 20;

export interface Quantity {
  readonly quantity: string;
  /** The unit as written in the price form; for quantities that cannot be converted, the unit of the lines. */
  readonly unit: string;
}

/** Purchases of one item in the cooperative's currency, excl. VAT. */
export interface ItemBought {
  readonly supplier: string | null;
  readonly supplierId: string | null;
  readonly number: string;
  readonly name: string | null;
  readonly quantities: readonly Quantity[];
  readonly booked: string;
  readonly kg: string | null;
  /** The part of kg calculated from spend. */
  readonly kgFromKroner: string;
  readonly bookedWithoutFactor: string;
  /** Reported amount that is in no booked line. */
  readonly reportedOnly: string;
}

/**
 * Returns the items of the filtered lines, largest spend first, with quantities, spend and emissions. A renumbered item
 * counts as the item that it was recognised as.
 * A quantity is converted to the item's own unit. Convertible are packs defined by the price form, and other units of
 * the same dimension (grams for kilograms).
 */
@Injectable()
export class ListItemsBought {
  constructor(private readonly database: Database) {}

  async run(filter: CombinedFilter): Promise<{ goods: ItemBought[]; items: number }> {
    const where = conditionOf(filter);
    const rows = await this.database.query<ItemBought & { items: number }>(
      `with l as materialized (
         select l.* from insight.combined_line l where ${where.sql} and ${IS_PURCHASE} and ${IS_OWN_CURRENCY} and l.item_number is not null
       ), line as materialized (
         select l.*, lower(coalesce(i.number, l.item_number)) as item, coalesce(i.number, l.item_number) as number, coalesce(i.name, l.item_name) as name,
           case when c.factor is null then coalesce(u.key, lower(btrim(l.unit))) else coalesce(own.key, lower(btrim(i.unit))) end as unit_key,
           case when c.factor is null then l.unit else i.unit end as own_unit, l.quantity * coalesce(c.factor, 1) as own_quantity
         from l
         left join reporting.door_report_line r on r.version_id = l.version_id and r.line_no = l.report_line_no
         left join agreements.door_item i on i.id = r.item_id
         left join emissions.door_unit u on u.name = lower(btrim(l.unit))
         left join emissions.door_unit own on own.name = lower(btrim(i.unit))
         left join emissions.door_unit pack on pack.name = lower(btrim(i.pack_unit))
         left join lateral (
           select case
             when coalesce(u.key, lower(btrim(l.unit))) = coalesce(own.key, lower(btrim(i.unit))) then 1
             when coalesce(u.key, lower(btrim(l.unit))) = coalesce(pack.key, lower(btrim(i.pack_unit))) then i.pack_quantity
             when u.dimension = own.dimension then u.factor / own.factor end as factor
         ) c on true
       ), good as (
         select supplier_id, item, min(number) as number, (array_agg(name order by purchased_on desc nulls last, ${rowKeySql('line')}))[1] as name, coalesce(sum(booked_amount), 0) as booked, sum(kg) as kg,
           coalesce(sum(kg) filter (where method in ('spend-category', 'spend-account')), 0) as from_kroner, coalesce(sum(booked_amount) filter (where side <> 'reported' and kg is null), 0) as unweighed,
           coalesce(sum(reported_amount) filter (where side = 'reported'), 0) as reported, count(*) over ()::int as items
         from line group by supplier_id, item
         order by abs(coalesce(sum(booked_amount), 0)) desc, abs(coalesce(sum(reported_amount), 0)) desc, item limit ${ITEMS_SHOWN}
       )
       select s.name as supplier, g.supplier_id as "supplierId", g.number, g.name, g.booked::text as booked, g.kg::text as kg, g.from_kroner::text as "kgFromKroner", g.unweighed::text as "bookedWithoutFactor",
         g.reported::text as "reportedOnly", g.items,
         coalesce((select json_agg(json_build_object('quantity', q.quantity::text, 'unit', q.unit) order by q.lines desc, q.unit) from (
           select min(o.own_unit) as unit, trim_scale(sum(o.own_quantity)) as quantity, count(*) as lines from line o
           where o.side <> 'reported' and o.own_quantity is not null and o.item = g.item and o.supplier_id is not distinct from g.supplier_id group by o.unit_key
         ) q), '[]') as quantities
       from good g left join identity.door_organisation s on s.id = g.supplier_id
       order by abs(g.booked) desc, abs(g.reported) desc, g.item`,
      where.params,
    );
    return { goods: rows.map(({ items: _, ...good }) => good), items: rows[0]?.items ?? 0 };
  }
}
