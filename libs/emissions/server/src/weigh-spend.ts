/** Parameters of the statements below: $1 rule set, $2 factor set, $3 currency of the cooperative, $4 price level. */

/**
 * What every spend line weighs, as the doors say now: a temporary table `weighed`.
 * The method is the first that fits: no purchase at all; a currency that has no rate; the account's factor; a question; no factor.
 */
export const WEIGH_SPEND = `
  create temporary table weighed on commit drop as
  select l.batch_id, l.line_no, l.buyer_id, l.supplier_id, l.source, l.line_key, l.account_system, l.account_code,
    coalesce(c.category_code, p.category_code, 'unsorted') as category_code, l.spent_on, l.amount, coalesce(l.currency, 'XXX') as currency, l.vat_status,
    m.method,
    case when m.method = 'not-converted' then 'currency'
         when r.answer is not null then 'rule'
         when l.account_code is null then 'no-account'
         else 'no-rule' end as reason,
    case when m.method = 'not-spend' then null else 5 end::smallint as data_class,
    x.set_id as factor_set_id, x.factor_id, x.vat_rate, x.value as multiplier,
    round(l.amount * x.value, 6)::numeric(24, 6) as kg
  from spend.door_line l
  left join factor_book.door_account_rule r on r.rule_set_id = $1 and r.account_system = l.account_system and r.account_code = l.account_code
  left join catalogue.door_account_category c on c.account_system = l.account_system and c.account_code = l.account_code
  left join lateral (
    select p.category_code from catalogue.door_cpv_category p where c.category_code is null and l.cpv like p.cpv_prefix || '%' order by length(p.cpv_prefix) desc limit 1
  ) p on true
  cross join lateral (
    select case when r.answer = 'not-spend' then 'not-spend'
                when l.currency is distinct from $3 then 'not-converted'
                when r.answer = 'factor' then 'spend-account'
                when r.answer = 'ask' then 'ask'
                else 'no-factor' end as method
  ) m
  left join factor_book.door_multiplier x on m.method = 'spend-account' and x.set_id = $2 and x.factor_id = r.factor_id and x.price_level = $4
    and x.vat_rate = case when l.vat_status = 'gross' then r.gross_vat else 0 end
  where l.amount is not null`;

const SAME = `(r.buyer_id, r.supplier_id, r.source, r.line_key, r.account_system, r.account_code, r.category_code, r.spent_on, r.amount, r.currency, r.vat_status,
  r.method, r.reason, r.data_class, r.factor_set_id, r.factor_id, r.vat_rate, r.multiplier, r.kg)
  is not distinct from
  (w.buyer_id, w.supplier_id, w.source, w.line_key, w.account_system, w.account_code, w.category_code, w.spent_on, w.amount, w.currency, w.vat_status,
  w.method, w.reason, w.data_class, w.factor_set_id, w.factor_id, w.vat_rate, w.multiplier, w.kg)`;

/** Ends what no longer holds: $1 the run. Answers the buyers touched. */
export const CLOSE_RESULTS = `
  with closed as (
  update emissions.result r set until_run = $1
  where r.until_run is null and not exists (select 1 from weighed w where w.batch_id = r.batch_id and w.line_no = r.line_no and ${SAME})
  returning r.buyer_id
  )
  select buyer_id, count(*)::int as lines from closed group by buyer_id`;

/** Begins what is new: $1 the run. */
export const OPEN_RESULTS = `
  with opened as (
  insert into emissions.result (from_run, batch_id, line_no, buyer_id, supplier_id, source, line_key, account_system, account_code, category_code, spent_on,
    amount, currency, vat_status, method, reason, data_class, factor_set_id, factor_id, vat_rate, multiplier, kg)
  select $1, w.batch_id, w.line_no, w.buyer_id, w.supplier_id, w.source, w.line_key, w.account_system, w.account_code, w.category_code, w.spent_on,
    w.amount, w.currency, w.vat_status, w.method, w.reason, w.data_class, w.factor_set_id, w.factor_id, w.vat_rate, w.multiplier, w.kg
  from weighed w
  where not exists (select 1 from emissions.result r where r.until_run is null and r.batch_id = w.batch_id and r.line_no = w.line_no)
  returning buyer_id
  )
  select buyer_id, count(*)::int as lines from opened group by buyer_id`;

/** The sums of a run's lines: $1 the run. */
export const TOTAL_RUN = `
  insert into emissions.run_total (run_number, buyer_id, category_code, method, currency, lines, amount, kg)
  select $1, coalesce(buyer_id, '00000000-0000-0000-0000-000000000000'), category_code, method, currency, count(*), sum(amount), coalesce(sum(kg), 0)
  from emissions.result
  where until_run is null
  group by coalesce(buyer_id, '00000000-0000-0000-0000-000000000000'), category_code, method, currency`;

/** The batches that were read. */
export const READ_SPEND = 'select array(select distinct batch_id from weighed order by 1) as batches';

/** The planner knows nothing of a new temporary table until it is told. */
export const COUNT_SPEND = 'analyze weighed';

export const DROP_SPEND = 'drop table weighed';
