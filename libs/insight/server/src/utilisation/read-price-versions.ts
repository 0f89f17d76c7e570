import { Injectable } from '@nestjs/common';
import { Database } from '@tallgrunn/platform';

export interface PriceVersionRead {
  readonly supplier: { readonly id: string; readonly name: string };
  readonly number: number;
  readonly publishedAt: string;
  readonly items: number;
  readonly added: number;
  readonly removed: number;
  /** Items with a price in the same unit and currency in this version and the previous one. */
  readonly compared: number;
  readonly changed: number;
  /**
   * Unweighted mean of the relative price changes of the compared items; 0.031 = 3.1 % increase. Null if no items can
   * be compared.
   */
  readonly meanChange: string | null;
}

const VERSIONS = `
  with line as (
    select distinct on (l.supplier_id, l.version_number, l.item_id) l.supplier_id, l.version_number, l.item_id, l.price, l.currency, l.unit
    from agreements.door_price_history l where l.agreement_id = $1 and l.kind = 'agreed'
    order by l.supplier_id, l.version_number, l.item_id, l.minimum_quantity nulls first, l.valid_from desc, l.line_no desc
  ),
  version as (
    select v.*, lag(v.number) over (partition by v.supplier_id order by v.number) as before
    from (select distinct supplier_id, version_number as number, item_count, published_at from agreements.door_price_history where agreement_id = $1 and kind = 'agreed') v
  ),
  change as (
    select v.supplier_id, v.number,
      count(*) filter (where o.item_id is null)::int as added,
      count(*) filter (where n.item_id is null)::int as removed,
      count(*) filter (where n.currency = o.currency and n.unit = o.unit and o.price > 0 and n.price is not null)::int as compared,
      count(*) filter (where n.currency = o.currency and n.unit = o.unit and o.price > 0 and n.price <> o.price)::int as changed,
      avg((n.price - o.price) / o.price) filter (where n.currency = o.currency and n.unit = o.unit and o.price > 0) as mean
    from version v
    join (
      select supplier_id, version_number, item_id from line
      union select l.supplier_id, v.number, l.item_id from line l join version v on v.supplier_id = l.supplier_id and v.before = l.version_number
    ) each on each.supplier_id = v.supplier_id and each.version_number = v.number
    left join line n on n.supplier_id = v.supplier_id and n.item_id = each.item_id and n.version_number = v.number
    left join line o on o.supplier_id = v.supplier_id and o.item_id = each.item_id and o.version_number = v.before
    where v.before is not null
    group by 1, 2
  )
  select json_build_object('id', v.supplier_id, 'name', s.name) as supplier, v.number, v.published_at as "publishedAt", v.item_count as items,
    coalesce(c.added, 0) as added, coalesce(c.removed, 0) as removed, coalesce(c.compared, 0) as compared, coalesce(c.changed, 0) as changed, round(c.mean, 6)::text as "meanChange"
  from version v
  join identity.door_organisation s on s.id = v.supplier_id
  left join change c on c.supplier_id = v.supplier_id and c.number = v.number
  order by s.name, v.number desc`;

/** Returns the price versions of an agreement, each compared with the previous one. */
@Injectable()
export class ReadPriceVersions {
  constructor(private readonly database: Database) {}

  async run(agreementId: string): Promise<PriceVersionRead[]> {
    const rows = await this.database.query<Omit<PriceVersionRead, 'publishedAt'> & { publishedAt: Date }>(VERSIONS, [
      agreementId,
    ]);
    return rows.map((row) => ({ ...row, publishedAt: row.publishedAt.toISOString() }));
  }
}
