import { CREATE_OPEN_REPORTED } from './infer-invoices.ts';

/**
 * A step that links lines with the same item on both sides. `pair` collects the links: ids of the lines in this run,
 * step, linked amount of the report line (øre), score and evidence. A linked line is excluded from later steps.
 */
export interface Step {
  readonly name: string;
  readonly sql: string;
}

/** Days that an invoice or posting may be before or after the delivery, where no number identifies it. */
export const BOOKING_DAYS_BEFORE = 10;
export const BOOKING_DAYS_AFTER = 75;
/** Days within which the usual cost centre decides before the day: an invoice of several sites has one cost centre. */
const NEAR_DAYS = 12;

export const CREATE_MATCHES =
  'create temporary table pair (report bigint not null, booked bigint not null, step text not null, ore bigint not null, score real not null, evidence jsonb) on commit drop';

export const openBookedSql = `
    select b.id, b.pair, b.ore, b.day, b.invoice, b.item, b.mark, b.cost_centre, b.ordered, b.account, b.batch_id, b.line_no, b.nature is null as goods, coalesce(b.nature = 'fee' and not f.only_fees, false) as fee, b.nature is not distinct from 'remainder' as rest
    from booked b
    left join (select invoice, bool_and(nature is not distinct from 'fee') as only_fees from booked where invoice is not null group by invoice) f on f.invoice = b.invoice
    where b.supplier_id is not null and not exists (select 1 from pair p where p.booked = b.id)`;

/** SQL: creates the tables of unlinked lines after the first large step. Later steps delete from them. */
export const CREATE_OPEN_LINES: readonly string[] = [
  'analyze pair',
  CREATE_OPEN_REPORTED,
  `create temporary table open_b on commit drop as ${openBookedSql}`,
  'analyze open_r, open_b',
];

/**
 * SQL: deletes the lines linked by an `insert into pair` from the open lines in the same statement, so that only new
 * links are looked up.
 */
export const linkAndRemoveSql = (insert: string): string => `
  with tied as (${insert} returning report, booked), taken as (delete from open_r r using tied t where t.report = r.id)
  delete from open_b b using tied t where t.booked = b.id`;

export const isNotRejected = 'not exists (select 1 from refused f where f.report = r.id and f.booked = b.id)';

const nth = (lines: string, keys: readonly string[], wanted: string, order = 'id') =>
  `(select *, row_number() over (partition by ${keys.join(', ')} order by ${order}) as nth from ${lines} where ${wanted})`;

/** Links pairs that a user has decided are the same. */
export const linkDecidedPairs: Step = {
  name: 'decision',
  sql: `insert into pair
    select report, booked, 'decision', case when nth > 1 then ore else whole - (total - ore) end, 1, jsonb_build_object('decision', decision)
    from (
      select r.id as report, b.id as booked, b.ore, r.ore as whole, v.id as decision,
        sum(b.ore) over (partition by r.id) as total, row_number() over (partition by r.id order by b.ore desc, b.id) as nth
      from verdict v
      join reported r on r.line_key = v.report_line_key
      join booked b on b.line_key = v.spend_line_key and b.supplier_id = r.supplier_id and (b.buyer_id = r.ledger_buyer_id or b.buyer_id = r.buyer_id)
      where v.verdict = 'same'
    ) d`,
};

/**
 * Links equal invoice, line number, item and amount: nearly all lines of reports with line numbers. Reads whole tables
 * with as few columns as possible and without sorting. `REMOVE_DUPLICATE_LINKS` removes the few duplicates.
 */
export const linkSameItemAndRow: Step = {
  name: 'invoice-item',
  sql: `insert into pair
    select r.id, b.id, 'invoice-item', r.ore, 1, null
    from reported r join booked b on b.invoice = r.invoice and b.mark = r.mark and b.item = r.item and b.ore = r.ore
    where ${isNotRejected} and r.id not in (select report from pair) and b.id not in (select booked from pair)`,
};

/** SQL: of duplicate lines, keeps the link between the first ones. */
export const REMOVE_DUPLICATE_LINKS: readonly string[] = [
  `delete from pair p using (select report, min(booked) as booked from pair where step <> 'decision' group by report having count(*) > 1) d where p.report = d.report and p.booked <> d.booked`,
  `delete from pair p using (select booked, min(report) as report from pair where step <> 'decision' group by booked having count(*) > 1) d where p.booked = d.booked and p.report <> d.report`,
];

/** Links equal invoice, item and amount; the nth to the nth where there are several. */
export const linkSameItem: Step = {
  name: 'invoice-item',
  sql: `insert into pair
    select r.id, b.id, 'invoice-item', r.ore, 1, null
    from ${nth('open_r', ['invoice', 'item', 'ore'], 'invoice is not null and item is not null')} r
    join ${nth('open_b', ['invoice', 'item', 'ore'], 'invoice is not null and item is not null')} b on b.invoice = r.invoice and b.item = r.item and b.ore = r.ore and b.nth = r.nth
    where ${isNotRejected}`,
};

/** Links equal invoice, line number and amount: one side has a different notation of the item number. */
export const linkSameRow: Step = {
  name: 'invoice-amount',
  sql: `insert into pair
    select r.id, b.id, 'invoice-amount', r.ore, 0.99, null
    from ${nth('open_r', ['invoice', 'mark', 'ore'], 'invoice is not null and mark is not null')} r
    join ${nth('open_b', ['invoice', 'mark', 'ore'], 'invoice is not null and mark is not null')} b on b.invoice = r.invoice and b.mark = r.mark and b.ore = r.ore and b.nth = r.nth
    where ${isNotRejected}`,
};

/**
 * Links equal amounts on the same invoice, whatever the item; in line order where there are several. Only for booked
 * lines with an invoice line number.
 */
export const linkAmountOfInvoice = (name: 'invoice-amount' | 'order-sum', score: number): Step => ({
  name,
  sql: `insert into pair
    select r.id, b.id, '${name}', r.ore, ${score}, null
    from ${nth('open_r', ['invoice', 'ore'], 'invoice is not null')} r
    join ${nth('open_b', ['invoice', 'ore'], 'invoice is not null and mark is not null')} b on b.invoice = r.invoice and b.ore = r.ore and b.nth = r.nth
    where ${isNotRejected}`,
});

/**
 * Links one report line to two booked lines, where the delivery was split over two invoices. The named invoice has one
 * line of the item; the rest is on another invoice that no report line names. The nearest by day is chosen where the
 * same amounts recur.
 */
export const linkSplitDelivery: Step = {
  name: 'invoice-item',
  sql: `insert into pair
    with found as (
      select r.id as report, r.ore as whole, b.id as first, b.ore as first_ore, o.id as second, o.ore as second_ore,
        row_number() over (partition by r.id order by abs(o.day - b.day), o.day, o.id) as ways, row_number() over (partition by o.id order by abs(o.day - b.day), b.day, r.id) as claims
      from open_r r
      join open_b b on b.invoice = r.invoice and b.item = r.item and abs(b.ore) < abs(r.ore) and (b.ore < 0) = (r.ore < 0)
      join open_b o on o.pair = r.pair and o.item = r.item and o.ore = r.ore - b.ore and o.invoice <> b.invoice and o.day between b.day - ${BOOKING_DAYS_AFTER} and b.day + ${BOOKING_DAYS_AFTER}
      where not exists (select 1 from open_r x where x.invoice = o.invoice and x.item = o.item) and not exists (select 1 from open_b x where x.invoice = b.invoice and x.item = b.item and x.id <> b.id) and not exists (select 1 from refused f where f.report = r.id and f.booked in (b.id, o.id))
    ), halves as (
      select report, first as booked, first_ore as ore, whole from found where ways = 1 and claims = 1
      union all select report, second, second_ore, whole from found where ways = 1 and claims = 1
    )
    select report, booked, 'invoice-item', ore, 0.98, jsonb_build_object('reported', whole / 100.0, 'booked', whole / 100.0, 'reportedLines', 1, 'bookedLines', 2) from halves`,
};

/**
 * Links several lines of an item on one side to one on the other, or the nth to the nth, with the difference in the
 * evidence. The columns `invoice` of `open_r` and `open_b` identify the invoice.
 */
export const linkItemOfInvoice = (name: 'invoice-item' | 'order-item', score: number, near: boolean): Step => ({
  name,
  sql: `insert into pair
    with r as (select *, count(*) over g as many, sum(ore) over g as total, row_number() over (g order by ore desc, id) as nth from open_r where invoice is not null and item is not null window g as (partition by invoice, item, ore < 0)),
    b as (select *, count(*) over g as many, sum(ore) over g as total, row_number() over (g order by ore desc, id) as nth from open_b where invoice is not null and item is not null window g as (partition by invoice, item, ore < 0))
    select r.id, b.id, '${name}',
      case when r.many > 1 or b.many = 1 then r.ore when b.nth = 1 then r.ore - (b.total - b.ore) else b.ore end,
      case when r.total = b.total then ${score} else ${score} - 0.01 end,
      jsonb_build_object('reported', r.total / 100.0, 'booked', b.total / 100.0, 'reportedLines', r.many, 'bookedLines', b.many)
    from r join b on b.invoice = r.invoice and b.item = r.item and (b.ore < 0) = (r.ore < 0) and (r.many = 1 or b.many = 1 or r.nth = b.nth)
    where ${near ? 'abs(r.total - b.total) <= greatest(100, 0.005 * abs(b.total))' : 'true'} and ${isNotRejected}`,
});

/** Links equal order, item and amount. */
export const linkSameOrder: Step = {
  name: 'order-item',
  sql: `insert into pair
    select r.id, b.id, 'order-item', r.ore, 0.99, null
    from ${nth('open_r', ['pair', 'ordered', 'item', 'ore'], 'ordered is not null and item is not null')} r
    join ${nth('open_b', ['pair', 'ordered', 'item', 'ore'], 'ordered is not null and item is not null')} b
      on b.pair = r.pair and b.ordered = r.ordered and b.item = r.item and b.ore = r.ore and b.nth = r.nth
    where ${isNotRejected}`,
};

/**
 * Links a report line without an invoice number to the nearest booked line or sum of equal item and amount, unless its
 * supplier's days differ. `lines` selects these lines or sums with pair, item, ore, day and key.
 */
const linkNearest = (name: 'item-amount' | 'period-item', lines: string, join: string, score: number): Step => ({
  name,
  sql: `insert into pair
    with b as (${lines}),
    found as (
      select r.id as report, b.key, r.ore, abs(b.day - r.day) as days,
        row_number() over (partition by r.id order by abs(b.day - r.day) > ${NEAR_DAYS}, (l.site is null), abs(b.day - r.day), b.key) as for_r,
        row_number() over (partition by b.key order by abs(b.day - r.day) > ${NEAR_DAYS}, (l.site is null), abs(b.day - r.day), r.id) as for_b
      from open_r r
      join b on b.pair = r.pair and b.item = r.item and b.ore = r.ore and b.day between r.day - ${BOOKING_DAYS_BEFORE} and r.day + ${BOOKING_DAYS_AFTER}
      left join place l on l.site = r.site and l.cost_centre = b.cost_centre
      where r.item is not null and r.reach is null and not r.booked_invoice
    )
    select f.report, x.id, '${name}', case when x.nth = 1 then f.ore - (x.total - x.ore) else x.ore end, ${score}, jsonb_build_object('days', f.days, 'bookedLines', x.many)
    from found f
    join (select o.*, ${join} as key, row_number() over (partition by ${join} order by ore desc, id) as nth, sum(ore) over (partition by ${join}) as total, count(*) over (partition by ${join}) as many
      from open_b o where item is not null and ${join} in (select key from found where for_r = 1 and for_b = 1)) x on x.key = f.key
    where f.for_r = 1 and f.for_b = 1 and not exists (select 1 from refused r where r.report = f.report and r.booked = x.id)`,
});

/**
 * Links a report line without an invoice to a booked line of the same item and amount within the booking window. Near
 * days, then the usual cost centre and then the nearest day decide.
 */
export const linkSameAmount = linkNearest(
  'item-amount',
  'select id as key, pair, item, ore, day, cost_centre from open_b where item is not null and invoice is not null',
  'o.id',
  0.99,
);

/** The same for report lines that sum several lines of an invoice. */
export const linkSumOnInvoice = linkNearest(
  'period-item',
  `select hash_record_extended(row(invoice, item, ore < 0), 0) as key, pair, item, sum(ore)::bigint as ore, max(day) as day, min(cost_centre) as cost_centre
   from open_b where item is not null and invoice is not null group by invoice, pair, item, ore < 0 having count(*) > 1`,
  'hash_record_extended(row(invoice, item, ore < 0), 0)',
  0.98,
);

/** The same for report lines that sum a month of several invoices. */
export const linkSumOfMonth = linkNearest(
  'period-item',
  `select hash_record_extended(row(pair, item, to_char(day, 'YYYY-MM'), ore < 0), 0) as key, pair, item, sum(ore)::bigint as ore, max(day) as day, min(cost_centre) as cost_centre
   from open_b where item is not null group by pair, item, to_char(day, 'YYYY-MM'), ore < 0 having count(*) > 1`,
  `hash_record_extended(row(pair, item, to_char(day, 'YYYY-MM'), ore < 0), 0)`,
  0.98,
);
