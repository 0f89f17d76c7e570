/** Sources of a multiplier, as relations for a FROM list. Default: the versions in force. */
export interface MultiplierSources {
  /** `set_id`, `factor_id`: the factors to convert. */
  readonly factors: string;
  /** Same columns as factor_book.door_series. */
  readonly series?: string;
  /** Same columns as factor_book.door_price_share. */
  readonly shares?: string;
}

const VAT_RATES = '(values (0.000), (0.120), (0.150), (0.250)) as m_v (rate)';

/**
 * SQL: multipliers of spend, kg CO2e per NOK. Columns: `set_id`, `factor_id`, `price_level`, `vat_rate`, `value` (18
 * decimals, rounded once) and `price_basis_conversion`.
 *
 * E = S · 1/(1+v) · 1/FX_b · P_b/P_y · EF. Here v is the VAT rate in the amount and FX_b the exchange rate of the
 * factor's data year b. P is the price index of b and of the purchase year y. A set in NOK has its own price level; for
 * other years the calculation starts from the publisher's figure in prices of the data year.
 *
 * A factor per basic or producer's price is first converted to purchaser's price: EF = (1 − t − m)·EF_basic +
 * m·EF_trade. Here t is the share of taxes on products and m the share of trade and transport in the purchaser's price
 * (`converted`). Without known margins the factor is used unchanged (`not-converted`).
 *
 * All internal aliases begin with m_, so that `factors`, `series` and `shares` may refer to columns of the surrounding
 * query.
 */
export const multipliersSql = ({
  factors,
  series = 'factor_book.door_series',
  shares = 'factor_book.door_price_margin',
}: MultiplierSources): string => `
  select m_f.set_id, m_f.id as factor_id, m_l.price_level, m_v.rate as vat_rate, round(m_l.value / (1 + m_v.rate), 18)::numeric(38, 18) as value, m_c.price_basis_conversion
  from ${factors} m_u
  join factor_book.door_factor m_f on m_f.set_id = m_u.set_id and m_f.id = m_u.factor_id and m_f.kind = 'spend'
  join factor_book.door_factor_set m_s on m_s.id = m_f.set_id
  left join ${series} m_b on m_b.kind = 'price-index' and m_b.year = m_s.data_year
  left join ${series} m_x on m_x.kind = 'exchange-rate' and m_x.currency = m_s.currency and m_x.year = m_s.data_year
  left join ${shares} m_h on m_h.set_id = m_f.set_id and m_h.factor_id = m_f.id and m_s.price_basis in ('basic', 'producer')
  left join factor_book.door_factor m_g on m_g.set_id = m_f.set_id and m_g.id = m_h.margin_factor_id
  cross join lateral (
    select case when m_h.factor_id is null then m_f.value else (1 - m_h.tax_share - m_h.margin_share) * m_f.value + m_h.margin_share * coalesce(m_g.value, 0) end as value,
      case when m_h.factor_id is null then m_f.published_value else (1 - m_h.tax_share - m_h.margin_share) * m_f.published_value + m_h.margin_share * coalesce(m_g.published_value, 0) end as published,
      case when m_s.price_basis in ('basic', 'producer') then case when m_h.factor_id is null then 'not-converted' else 'converted' end end as price_basis_conversion
  ) m_c
  cross join lateral (
    select m_s.price_level, m_c.value where m_s.currency = 'NOK'
    union all
    select m_s.price_level, m_c.value / m_x.value where m_s.currency <> 'NOK' and m_x.value is not null and m_b.value is null
    union all
    select m_y.year::text, case when m_s.currency <> 'NOK' then m_c.value / m_x.value when m_s.price_level = m_s.data_year::text then m_c.value else m_c.published / 1000 end * m_b.value / m_y.value
    from ${series} m_y
    where m_y.kind = 'price-index' and m_b.value is not null and (m_s.currency <> 'NOK' and m_x.value is not null or m_s.currency = 'NOK' and m_y.year::text <> m_s.price_level)
  ) m_l (price_level, value)
  cross join ${VAT_RATES}`;
