import { FACTOR_KEY, type ScopedFilter } from '@tallgrunn/emissions-server';
import { conditionOf, type CombinedFilter } from '../combined-filter.ts';

/** The purchases of a measure, and the kinds of goods between which it shifts quantity. */
export interface MeasureQuery {
  readonly buyerId: string | null;
  readonly supplierId: string | null;
  readonly agreementId: string | null;
  readonly category: string;
  /** Codes of product groups. */
  readonly fromProducts: readonly string[];
  readonly toProducts: readonly string[];
}

/** Returns the filter of the combined table, without months. */
export const filterOf = ({ buyerId, supplierId, agreementId, category }: Partial<MeasureQuery>): CombinedFilter => ({
  ...(buyerId ? { buyerId } : {}),
  ...(supplierId ? { supplierId } : {}),
  ...(agreementId ? { agreementId } : {}),
  ...(category ? { category } : {}),
});

/**
 * SQL: mass of a part `r` in kg, in its own unit or in that of its factor. Null if it is not known, and for parts
 * calculated from amounts, because their emissions do not follow the quantity.
 */
const MASS = `case when r.kg is not null and r.method not in ('spend-category', 'spend-account') then coalesce(
    case when ru.dimension = 'mass' then r.quantity * ru.factor end,
    case when r.method = 'physical-average' and fu.dimension = 'mass' then r.quantity * r.per_unit * fu.factor end) end`;

/**
 * Date of the months of goods. Quantities are compared by delivery date: vouchers are booked in other months than the
 * goods were delivered in, so that by accounting period a quantity would seem to change.
 */
const BY_DELIVERY = { by: 'delivery' } as const;

/** Returns the scope in which months of goods are comparable. */
export const goodsScope = (buyerId: string | null | undefined): ScopedFilter =>
  buyerId ? { ...BY_DELIVERY, buyerId } : BY_DELIVERY;

/** SQL: the month in which a line or part was purchased. */
export const purchaseMonthSql = (line: string): string => `to_char(${line}.purchased_on, 'YYYY-MM')`;

/** A statement with parameters. */
export interface Statement {
  readonly sql: string;
  readonly params: readonly unknown[];
}

/**
 * Returns the booked parts of some kinds of goods within a filter, one row each: `month` of delivery, `s` mass in kg (null = not known), `e`
 * kg CO2e, `amount` NOK. Parameter numbers start after `first` others.
 * @param products codes of product groups; null = all
 */
export function goodsSql(filter: CombinedFilter, products: readonly string[] | null, first = 0): Statement {
  const { sql, params } = conditionOf(filter, first);
  const kinds = first + params.length + 1;
  return {
    sql: `select ${purchaseMonthSql('r')} as month, l.agreement_id, r.batch_id, r.line_no, r.part, r.buyer_id, r.supplier_id, coalesce(r.category, 'unsorted') as category_code, r.product_group_code, r.method, false as own, r.multiplier,
      ${FACTOR_KEY} as factor, r.factor_set_id, r.factor_id, r.quality as data_quality_score, coalesce(r.supplier_id::text, '') || '/' || lower(coalesce(r.item_number, r.product_group_code)) as item,
      ${MASS} as s, r.kg as e, coalesce(r.base_amount, 0) as amount
    from insight.combined_line l
    join emissions.door_result_part r on r.batch_id = l.batch_id and r.line_no = l.spend_line_no and (l.part is null or l.part = r.part)
    left join emissions.door_unit ru on ru.name = lower(btrim(r.unit))
    left join factor_book.door_factor f on f.set_id = r.factor_set_id and f.id = r.factor_id
    left join emissions.door_unit fu on fu.name = lower(f.per)
    where r.product_group_code is not null and ($${kinds}::text[] is null or r.product_group_code = any ($${kinds}::text[])) and ${sql}`,
    params: [...params, products],
  };
}
