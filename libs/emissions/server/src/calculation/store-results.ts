import { SUM_CLOSED, SUM_OPENED, SUMMED_COLUMNS } from './store-sums.ts';
import { isInSampleSql } from './load-line-parts.ts';
import { RESULT_COLUMNS, CALCULATE_PARTS } from './calculate-line-parts.ts';

const columns = RESULT_COLUMNS.join(', ');
const of = (alias: string): string => RESULT_COLUMNS.map((column) => `${alias}.${column}`).join(', ');
const SAME_PART = 'w.batch_id = r.batch_id and w.line_no = r.line_no and w.part = r.part';

export const CREATE_CALCULATED = `create temporary table weighed on commit drop as ${CALCULATE_PARTS}`;

/** SQL: the open results in `scope` that are no longer current, with the run that opened them. */
const OUTDATED_RESULTS = (scope: RecalculationScope): string => `
  select r.batch_id, r.line_no, r.part, r.opened_by_run from ${scope === 'lines' ? OPEN_OF_CHANGED_LINES : 'emissions.result r'}
  where r.closed_by_run is null ${scope === 'parts' ? OF_PARTS : ''} and not exists (select 1 from weighed w where ${SAME_PART} and (${of('r')}) is not distinct from (${of('w')}))`;

/** SQL: looks the results up one by one; for few lines, the planner must not scan the whole table. */
const OPEN_OF_CHANGED_LINES =
  '(select o.* from touched_b t cross join lateral (select * from emissions.result d where d.batch_id = t.batch_id and d.line_no = t.line_no and d.closed_by_run is null offset 0) o) r';

const OF_PARTS =
  'and exists (select 1 from part p where p.batch_id = r.batch_id and p.line_no = r.line_no and p.part = r.part)';

export type RecalculationScope = 'all' | 'parts' | 'lines';

/** Changes summed like the totals of a run. Decimals are text. */
export interface TotalChange {
  readonly buyer_id: string | null;
  readonly category_code: string;
  readonly method: string;
  readonly currency: string;
  readonly lines: number;
  readonly amount: string;
  readonly kg: string;
}

const SUMMED_CHANGES = (moved: string): string => `
  select buyer_id, category_code, method, currency, count(*)::int as lines, coalesce(sum(amount), 0)::text as amount, coalesce(sum(kg), 0)::text as kg from ${moved} group by buyer_id, category_code, method, currency`;

/**
 * SQL: closes the results that are no longer current and updates the sums. $1: the run. Returns the changes. Scope: all
 * results, the `parts` that were loaded, or the `lines` whose match changed.
 */
export const closeResults = (scope: RecalculationScope): string => `
  with gone as materialized (${OUTDATED_RESULTS(scope)}), closed as (
    update emissions.result r set closed_by_run = $1 from gone w where ${SAME_PART} and w.opened_by_run = r.opened_by_run and r.closed_by_run is null returning ${SUMMED_COLUMNS.map((column) => `r.${column}`).join(', ')}
  ), sums as (${SUM_CLOSED}
  )${SUMMED_CHANGES('closed')}`;

/** SQL: the number of recalculated lines of a sample, and of those that differ from the open results. */
export const SAMPLE_DIFFERING = `
  select count(w.batch_id)::int as lines, count(*) filter (where w.batch_id is null or r.batch_id is null or (${of('r')}) is distinct from (${of('w')}))::int as differing
  from weighed w
  full join (select * from emissions.result o where o.closed_by_run is null and ${isInSampleSql('o.buyer_id')}) r on ${SAME_PART}`;

/** SQL: opens the new results. $1: the run. For the `lines` whose match changed, each is looked up. */
export const openResults = (scope: RecalculationScope): string => `
  with opened as (
  insert into emissions.result (opened_by_run, batch_id, line_no, part, ${columns})
  select $1, w.batch_id, w.line_no, w.part, ${of('w')}
  from weighed w
  where not exists (select 1 from emissions.result r where r.closed_by_run is null and ${SAME_PART}${scope === 'lines' ? ' offset 0' : ''})
  returning ${SUMMED_COLUMNS.join(', ')}
  ), sums as (${SUM_OPENED}
  )${SUMMED_CHANGES('opened')}`;

/**
 * SQL: inserts the results of the first run directly, since there are none to compare with. $1: account map, $2: factor
 * set, $3: currency, $4: run.
 */
export const OPEN_FIRST = `
  with opened as (
  insert into emissions.result (opened_by_run, batch_id, line_no, part, ${columns})
  select $4, w.batch_id, w.line_no, w.part, ${of('w')} from (${CALCULATE_PARTS}) w
  returning buyer_id, category_code, method, currency, amount, kg
  )${SUMMED_CHANGES('opened')}`;

/**
 * SQL: the totals of a run from those of the previous run and the changes. $1: the run, $2: the previous run or 0, $3:
 * the changes.
 */
export const TOTALS_FROM_CHANGES = `
  insert into emissions.run_total (run_number, buyer_id, category_code, method, currency, lines, amount, kg)
  select $1, buyer_id, category_code, method, currency, sum(lines), sum(amount), sum(kg)
  from (
    select buyer_id, category_code, method, currency, lines, amount, kg from emissions.run_total where run_number = $2
    union all
    select coalesce(buyer_id, '00000000-0000-0000-0000-000000000000'), category_code, method, currency, lines, amount, kg
    from jsonb_to_recordset($3::jsonb) as m (buyer_id uuid, category_code text, method text, currency text, lines int, amount numeric, kg numeric)
  ) t
  group by buyer_id, category_code, method, currency having sum(lines) <> 0`;

/** SQL: the totals of a run, summed from its lines. $1: the run. */
export const TOTALS_FROM_LINES = `
  insert into emissions.run_total (run_number, buyer_id, category_code, method, currency, lines, amount, kg)
  select $1, coalesce(buyer_id, '00000000-0000-0000-0000-000000000000'), category_code, method, currency, count(*), coalesce(sum(amount), 0), coalesce(sum(kg), 0)
  from emissions.result
  where closed_by_run is null
  group by coalesce(buyer_id, '00000000-0000-0000-0000-000000000000'), category_code, method, currency`;

/** SQL: the batches of the calculated lines. */
export const READ_BATCHES = 'select array(select distinct batch_id from part order by 1) as batches';

const SERIES =
  'array(select id from factor_book.door_series union select margin_set_id from factor_book.door_price_margin order by 1)';

/**
 * SQL: the versions of series and price margins in force. If they differ from the last run's, every multiplier may
 * differ.
 */
export const READ_SERIES = `select ${SERIES} as series`;

/** SQL: the decisions, series and price margins that a run uses. */
export const READ_DECISIONS = `
  select array(select distinct choice_id from factor_book.door_effective_assignment where choice_id is not null order by 1) as choices,
    array(select id from emissions.method_policy order by id) as rulings,
    ${SERIES} as series,
    array(select distinct correction_id from catalogue.door_mapping_override order by 1) as items`;
