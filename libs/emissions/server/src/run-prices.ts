import { multipliersOf } from '@tallgrunn/factor-book-server';

/** The relations of a run's own versions, for a FROM list. `run`: SQL for its number. Runs name the versions that they read: what came later is not theirs. */
export const seriesOf = (run: string): string => `(
    select v.id, v.kind, v.currency, v.title, v.source, v.source_url, v.licence, v.note, v.year, v.value
    from factor_book.door_series_version v where v.id in (select jsonb_array_elements_text(n.read -> 'series') from emissions.run n where n.number = ${run}))`;
export const sharesOf = (run: string): string => `(
    select v.shares_id, v.title, v.source, v.source_url, v.licence, v.set_id, v.factor_id, v.tax_share, v.margin_share, v.trade_factor_id
    from factor_book.door_price_share_version v where v.shares_id in (select jsonb_array_elements_text(n.read -> 'series') from emissions.run n where n.number = ${run}))`;

/** What kroner were multiplied by in a run, by the versions it read. `factors`: `set_id`, `factor_id`. */
export const multipliersOfRun = (run: string, factors: string): string =>
  multipliersOf({ factors, series: seriesOf(run), shares: sharesOf(run) });
