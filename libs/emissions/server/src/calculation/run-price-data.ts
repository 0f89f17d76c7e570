import { multipliersSql } from '@tallgrunn/factor-book-server';

/**
 * SQL: the series versions used by a run, for a FROM list. A run names its versions, so later versions are not
 * included.
 * @param run SQL expression of the run number
 */
export const seriesOf = (run: string): string => `(
    select v.id, v.kind, v.currency, v.title, v.source, v.source_url, v.licence, v.note, v.year, v.value
    from factor_book.door_series_version v where v.id in (select jsonb_array_elements_text(n.read -> 'series') from emissions.run n where n.number = ${run}))`;
export const sharesOf = (run: string): string => `(
    select v.margin_set_id, v.title, v.source, v.source_url, v.licence, v.set_id, v.factor_id, v.tax_share, v.margin_share, v.margin_factor_id
    from factor_book.door_price_margin_version v where v.margin_set_id in (select jsonb_array_elements_text(n.read -> 'series') from emissions.run n where n.number = ${run}))`;

/**
 * SQL: the multipliers of spend in a run, from the versions it used. `factors`: relation with `set_id` and `factor_id`.
 */
export const multipliersOfRun = (run: string, factors: string): string =>
  multipliersSql({ factors, series: seriesOf(run), shares: sharesOf(run) });
