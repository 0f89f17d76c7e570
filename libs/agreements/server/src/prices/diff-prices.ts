import { Injectable } from '@nestjs/common';
import { Clock, Database, notFound } from '@tallgrunn/platform';
import { osloDate } from '@tallgrunn/values';

export const priceChangeKinds = [
  'new',
  'gone',
  'price-up',
  'price-down',
  'renamed',
  'unit-changed',
  'number-changed',
] as const;
export type PriceChangeKind = (typeof priceChangeKinds)[number];

/** The previous and new values of one item; decimals as text. */
export interface PriceChange {
  readonly number: string;
  readonly name: string;
  readonly kinds: readonly PriceChangeKind[];
  readonly wasNumber: string | null;
  readonly wasName: string | null;
  readonly wasUnit: string | null;
  readonly unit: string | null;
  readonly wasPrice: string | null;
  readonly price: string | null;
  readonly currency: string;
  /** price change in per cent with two decimals; null unless both prices have the same unit and currency */
  readonly percent: string | null;
}

export interface PriceDiff {
  /** number of items on the new side, and of unchanged ones */
  readonly items: number;
  readonly same: number;
  readonly counts: Readonly<Record<PriceChangeKind, number>>;
  /** number of the version compared with; null for the first */
  readonly comparedWith: number | null;
  readonly changes: readonly PriceChange[];
}

export interface PriceDiffFilter {
  readonly kind?: PriceChangeKind;
  /** last item number of the previous page */
  readonly after?: string;
}

const ROWS_MAX = 200;

/** SQL: each item once, with its price on the day, else the nearest one. */
const sideSql = (from: string, owner: string) => `
  select distinct on (number) number, previous_item_number, name, unit, price, currency
  from (${from}) as line
  where owner = ${owner}
  order by number, (valid_from <= $3::date) desc, valid_from desc, coalesce(minimum_quantity, 0)`;
const DRAFT_LINES_SQL =
  'select d.draft_id as owner, d.number, d.previous_item_number, d.name, d.unit, d.price, d.currency, d.valid_from, d.minimum_quantity from agreements.price_draft_line d';
const VERSION_LINES_SQL =
  'select l.price_version_id as owner, i.number, l.previous_item_number, l.name, l.unit, l.price, l.currency, l.valid_from, l.minimum_quantity from agreements.price_line l join agreements.item i on i.cooperative_id = l.cooperative_id and i.id = l.item_id';

/** SQL: both sides by item, with the kinds of change. */
const comparedSql = (newSide: string) => `
  with before_side as (${sideSql(VERSION_LINES_SQL, '$2::uuid')}),
  after_side as (${sideSql(newSide, '$1::uuid')}),
  joined as (
    select a.*, case when s.number is not null then a.number else a.previous_item_number end as joins from after_side a left join before_side s on s.number = a.number
  ),
  paired as (
    select coalesce(a.number, b.number) as number, coalesce(a.name, b.name) as name, a.number as now_number, b.number as was_number, b.name as was_name, b.unit as was_unit, a.unit, b.price as was_price, a.price,
      coalesce(a.currency, b.currency) as currency,
      case when a.unit = b.unit and a.currency = b.currency and b.price > 0 then round((a.price / b.price - 1) * 100, 2) end as percent
    from joined a full join before_side b on b.number = a.joins
  ),
  told as (
    select p.*, array_remove(array[
      case when was_number is null then 'new' end,
      case when now_number is null then 'gone' end,
      case when unit = was_unit and price > was_price then 'price-up' end,
      case when unit = was_unit and price < was_price then 'price-down' end,
      case when now_number is not null and name <> was_name then 'renamed' end,
      case when unit <> was_unit then 'unit-changed' end,
      case when now_number <> was_number then 'number-changed' end], null) as kinds
    from paired p
  )`;

/** Compares a price list with the previous version, before or after publication. */
@Injectable()
export class DiffPrices {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Compares a draft with the latest version of its kind. */
  async ofDraft(agreementId: string, draftId: string, filter: PriceDiffFilter = {}): Promise<PriceDiff> {
    const draft = await this.database.one<{
      valid_from: string | null;
      before_id: string | null;
      before_number: number | null;
    }>(
      `select d.valid_from, v.id as before_id, v.number as before_number from agreements.price_draft d
       left join lateral (
         select p.id, p.number from agreements.price_version p
         where p.cooperative_id = d.cooperative_id and p.agreement_id = d.agreement_id and p.supplier_id = d.supplier_id and p.kind = d.kind order by p.number desc limit 1) v on true
       where d.id = $1 and d.agreement_id = $2`,
      [draftId, agreementId],
    );
    if (!draft) throw notFound('price-draft');
    return this.#diff(DRAFT_LINES_SQL, draftId, draft, filter);
  }

  /** Compares a published version with the previous one of its kind. */
  async ofVersion(agreementId: string, versionId: string, filter: PriceDiffFilter = {}): Promise<PriceDiff> {
    const version = await this.database.one<{
      valid_from: string | null;
      before_id: string | null;
      before_number: number | null;
    }>(
      `select n.valid_from, v.id as before_id, v.number as before_number from agreements.price_version n
       left join lateral (
         select p.id, p.number from agreements.price_version p
         where p.cooperative_id = n.cooperative_id and p.agreement_id = n.agreement_id and p.supplier_id = n.supplier_id and p.kind = n.kind and p.number < n.number order by p.number desc limit 1) v on true
       where n.id = $1 and n.agreement_id = $2`,
      [versionId, agreementId],
    );
    if (!version) throw notFound('price-version');
    return this.#diff(VERSION_LINES_SQL, versionId, version, filter);
  }

  async #diff(
    newSide: string,
    id: string,
    {
      valid_from,
      before_id,
      before_number,
    }: { valid_from: string | null; before_id: string | null; before_number: number | null },
    { kind, after }: PriceDiffFilter,
  ): Promise<PriceDiff> {
    const params = [id, before_id, valid_from ?? osloDate(this.clock.now())];
    const counts = await this.database.query<{ kind: PriceChangeKind | null; n: number; items: number; same: number }>(
      `${comparedSql(newSide)}
       select k.kind, count(k.kind)::int as n, (select count(*) from after_side)::int as items, (select count(*) from told where kinds = '{}')::int as same
       from (select null::text[] as kinds union all select kinds from told) t left join lateral unnest(t.kinds) as k (kind) on true group by k.kind`,
      params,
    );
    const changes = await this.database.query<PriceChange>(
      `${comparedSql(newSide)}
       select number, name, kinds, was_number as "wasNumber", was_name as "wasName", was_unit as "wasUnit", unit, was_price::text as "wasPrice", price::text as price, currency, percent::text as percent
       from told where kinds <> '{}' and ($4::text is null or $4 = any (kinds)) and ($5::text is null or number > $5)
       order by number limit ${ROWS_MAX}`,
      [...params, kind ?? null, after ?? null],
    );
    const count = (of: PriceChangeKind) => counts.find((row) => row.kind === of)?.n ?? 0;
    const [first] = counts;
    return {
      items: first?.items ?? 0,
      same: first?.same ?? 0,
      comparedWith: before_number,
      changes,
      counts: Object.fromEntries(priceChangeKinds.map((each) => [each, count(each)])) as Record<
        PriceChangeKind,
        number
      >,
    };
  }
}
