/**
 * Inference of the invoice of a report line without an invoice number, from lines of the same delivery. The keys are:
 * same order; same site and both days; same site and day; same site and month. All lines with a number must name the
 * same invoice. The result is a proposal that the amounts must confirm.
 */
const DELIVERY_KEYS = ['same_order', 'same_trip', 'same_day', 'same_month'] as const;

/**
 * SQL: the unlinked report lines with the columns that steps need, and whether their invoice is booked. `lag`, `reach`,
 * `month_lag`: the usual days to the booked line, the largest difference from them and the months, where a supplier's
 * days differ.
 */
export const openReportedSql = `
  select r.id, r.pair, r.ore, r.version_id, r.line_no, r.supplier_id, r.buyer_id, r.day, r.invoice, r.item, r.mark, r.site, r.ordered, r.same_order, r.same_trip, r.same_day, r.same_month, r.again,
    r.nature is not distinct from 'fee' as fee, i.invoice is not null as booked_invoice, null::text as via, null::int as lag, null::int as reach, null::int as month_lag
  from reported r
  left join (select distinct invoice from booked where invoice is not null) i on i.invoice = r.invoice
  where not exists (select 1 from pair p where p.report = r.id)`;
export const CREATE_OPEN_REPORTED = `create temporary table open_r on commit drop as ${openReportedSql}`;

/** SQL: lines with an invoice that share a delivery key with lines without one, read once. */
const CREATE_SAME_DELIVERY_LINES = `create temporary table delivered_with on commit drop as
  select r.invoice, ${DELIVERY_KEYS.map((key) => `r.${key}`).join(', ')} from reported r
  where r.invoice is not null and (${DELIVERY_KEYS.map((key) => `r.${key} in (select ${key} from open_r where invoice is null and not fee)`).join(' or ')})`;

export const INFER_INVOICES: readonly string[] = [
  CREATE_SAME_DELIVERY_LINES,
  ...DELIVERY_KEYS.map(
    (key) => `update open_r o set invoice = m.invoice, via = '${key}'
    from (
      select r.${key} as key, min(r.invoice) as invoice
      from delivered_with r
      where r.${key} in (select ${key} from open_r where invoice is null)
      group by r.${key} having min(r.invoice) = max(r.invoice)
    ) m
    where o.${key} = m.key and o.invoice is null and not o.fee`,
  ),
  'drop table delivered_with',
];

/** SQL: usual cost centre of a site, learned from links: at least 90 % and at least three lines. */
export const LEARN_USUAL_COST_CENTRES = `insert into place
  select site, cost_centre from (
    select r.site, b.cost_centre, count(*) as lines, sum(count(*)) over (partition by r.site, b.buyer_id) as all_lines
    from pair p join reported r on r.id = p.report join booked b on b.id = p.booked
    where r.site is not null and b.cost_centre is not null
    group by r.site, b.cost_centre, b.buyer_id
  ) s where lines >= 3 and lines >= 0.9 * all_lines
  on conflict do nothing`;

/** SQL: accounts of the items: of e-invoice lines, and of invoices with one posting. */
export const CREATE_OBSERVED_ACCOUNTS = `create temporary table seen_account on commit drop as
  select supplier_id, item, account, sum(lines)::int as lines from (
    select r.supplier_id, r.item, b.account, count(*) as lines
    from pair p join reported r on r.id = p.report join booked b on b.id = p.booked
    where r.item is not null and b.account is not null and b.item is not null
    group by 1, 2, 3
    union all
    select r.supplier_id, r.item, b.account, count(*)
    from open_r r
    join (select invoice, min(account) as account from open_b where item is null and not fee and invoice is not null group by invoice having count(*) = 1 and min(account) is not null) b on b.invoice = r.invoice
    where r.item is not null and not r.fee
    group by 1, 2, 3
  ) s group by 1, 2, 3`;

/** SQL: usual account of an item. */
export const LEARN_USUAL_ACCOUNTS = `insert into account_of
  with summed as (
    select supplier_id, item, account, sum(lines) as lines, sum(sum(lines)) over (partition by supplier_id, item) as all_lines from seen_account group by 1, 2, 3
  )
  select distinct on (supplier_id, item) supplier_id, item, account, lines::int as lines, all_lines::int as all_lines from summed order by supplier_id, item, lines desc, account
  on conflict (supplier_id, item) do nothing`;
