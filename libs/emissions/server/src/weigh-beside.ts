import { inSample, type Only } from './weighing/read-parts.ts';
import { reportedKey, tellReportedGoods } from './weighing/tell-goods.ts';
import { unitChain, unitRows } from './weighing/unit-chain.ts';

/**
 * More kg CO2e than this for one krone of the reported amount is taken for a slip of unit. Beef lies near 1, cement near 0.5, fuel near
 * 0.15; grams stated as kilograms make a thousand of each.
 */
const KG_PER_KRONE_MAX = 5;

/** Only reports that came or went since the last run. */
const OF_TOUCHED = (line: string): string => `${line}.version_id in (select t.version_id from touched_version t)`;

const LINES_OF_TOUCHED =
  '(select o.* from touched_version t cross join lateral (select * from reporting.door_line d where d.version_id = t.version_id offset 0) o) l';

/** For every reported line whose item has a footprint: which of them was valid that day, one that somebody has accepted before others; and what its goods are. */
const chooseFootprints = (only?: Only): readonly string[] => [
  `create temporary table chosen on commit drop as
  with line as (
    select l.version_id, l.line_no, l.supplier_id, l.buyer_id, l.agreement_id, l.item_number, l.item_name, l.item_id, l.quantity, l.unit, l.amount, l.currency,
      coalesce(l.delivered_on, l.invoiced_on, l.ordered_on, d.period_start) as happened_on
    from ${only === 'touched' ? LINES_OF_TOUCHED : 'reporting.door_line l'}
    left join agreements.door_duty d on d.cooperative_id = l.cooperative_id and d.id = l.duty_id
    where l.item_number is not null${only === 'sampled' ? ` and ${inSample('l.buyer_id')}` : ''}
  )
  select distinct on (l.version_id, l.line_no) l.*, ${reportedKey('l')} as key, f.footprint_id, f.per_unit, f.declared_unit, f.kg_per_unit, f.verified, f.accepted,
    coalesce(l.happened_on between f.valid_from and f.valid_to, false) as valid_then
  from line l
  join declarations.door_footprint f on f.supplier_id = l.supplier_id and f.item_number = l.item_number
  order by l.version_id, l.line_no, coalesce(l.happened_on between f.valid_from and f.valid_to, false) desc, f.accepted desc,
    (f.how = 'decision') desc, f.verified desc, f.valid_from desc, f.footprint_id desc`,
  'analyze chosen',
  ...tellReportedGoods('chosen'),
];

/** How the reported unit becomes declared units. A temporary table `besides`. What cannot be counted is kept with the reason, not dropped. $1: the cooperative's currency. */
const MEASURE_BESIDES = `
  create temporary table besides on commit drop as
  with measured as (
    select c.*, k.category_code, v.way as conversion, v.factor as declared_per_unit
    from chosen c
    left join agreements.door_item i on i.id = c.item_id
    left join good k on k.key = c.key
    ${unitRows('c.unit', 'c.declared_unit').trim()}
    ${unitChain({ reported: 'c.unit', massKg: 'c.kg_per_unit' }).trim()}
  )
  select version_id, line_no, supplier_id, buyer_id, agreement_id, coalesce(category_code, 'unsorted') as category_code, item_number, footprint_id, happened_on,
    quantity, unit, amount, currency, g.standing, accepted,
    case when g.standing = 'counted' then conversion end as conversion,
    case when g.standing = 'counted' then declared_per_unit end as declared_per_unit,
    case when g.standing = 'counted' then case when verified then 1 else 2 end end::smallint as data_class,
    case when g.standing = 'counted' then g.multiplier end as multiplier,
    case when g.standing = 'counted' then round(quantity * g.multiplier, 6) end::numeric(24, 6) as kg
  from measured
  cross join lateral (
    select round(per_unit * declared_per_unit, 18)::numeric(38, 18) as multiplier,
      case when not valid_then then 'not-valid-then'
           when quantity is null then 'quantity-missing'
           when declared_per_unit is null then 'unit-not-convertible'
           when currency = $1 and abs(quantity * per_unit * declared_per_unit) > ${KG_PER_KRONE_MAX} * abs(amount) then 'implausible'
           else 'counted' end as standing
  ) g`;

/** What weighs the reported lines beside, one statement after the other; one needs the currency. */
export const weighBeside = (only?: Only): readonly { readonly sql: string; readonly needs?: 'currency' }[] => [
  ...chooseFootprints(only).map((sql) => ({ sql })),
  { sql: MEASURE_BESIDES, needs: 'currency' },
  { sql: 'drop table chosen, part, good' },
];

const SAME = `(b.supplier_id, b.buyer_id, b.agreement_id, b.category_code, b.item_number, b.footprint_id, b.happened_on, b.quantity, b.unit, b.amount, b.currency,
  b.standing, b.accepted, b.conversion, b.declared_per_unit, b.data_class, b.multiplier, b.kg)
  is not distinct from
  (w.supplier_id, w.buyer_id, w.agreement_id, w.category_code, w.item_number, w.footprint_id, w.happened_on, w.quantity, w.unit, w.amount, w.currency,
  w.standing, w.accepted, w.conversion, w.declared_per_unit, w.data_class, w.multiplier, w.kg)`;

/** Of what stands beside the lines of a sample, how many rows come out otherwise. */
export const BESIDES_DIFFERING = `
  select count(*)::int as differing from besides w
  full join (select * from emissions.beside o where o.until_run is null and ${inSample('o.buyer_id')}) b on b.version_id = w.version_id and b.line_no = w.line_no
  where ${SAME.replace('is not distinct from', 'is distinct from')}`;

/** Ends what no longer holds: $1 the run. Answers the buyers touched. `touched`: only of reports that came or went. */
export const closeBesides = (touched: boolean): string => `
  with closed as (
  update emissions.beside b set until_run = $1
  where b.until_run is null${touched ? ` and ${OF_TOUCHED('b')}` : ''} and not exists (select 1 from besides w where w.version_id = b.version_id and w.line_no = b.line_no and ${SAME})
  returning b.buyer_id
  )
  select buyer_id, count(*)::int as lines from closed group by buyer_id`;

/** Begins what is new: $1 the run. */
export const OPEN_BESIDES = `
  with opened as (
  insert into emissions.beside (from_run, version_id, line_no, supplier_id, buyer_id, agreement_id, category_code, item_number, footprint_id, happened_on,
    quantity, unit, amount, currency, standing, accepted, conversion, declared_per_unit, data_class, multiplier, kg)
  select $1, w.version_id, w.line_no, w.supplier_id, w.buyer_id, w.agreement_id, w.category_code, w.item_number, w.footprint_id, w.happened_on,
    w.quantity, w.unit, w.amount, w.currency, w.standing, w.accepted, w.conversion, w.declared_per_unit, w.data_class, w.multiplier, w.kg
  from besides w
  where not exists (select 1 from emissions.beside b where b.until_run is null and b.version_id = w.version_id and b.line_no = w.line_no)
  returning buyer_id
  )
  select buyer_id, count(*)::int as lines from opened group by buyer_id`;

/** The report versions and footprints that were read. */
export const READ_BESIDES = `
  select array(select distinct version_id from besides order by 1) as versions,
    array(select distinct footprint_id from besides order by 1) as footprints`;

/** The same of what stands open once a run has written: where only some of it was read. */
export const READ_STANDING_BESIDES = `
  select array(select distinct version_id from emissions.beside where until_run is null order by 1) as versions,
    array(select distinct footprint_id from emissions.beside where until_run is null order by 1) as footprints`;

export const COUNT_BESIDES = 'analyze besides';

export const DROP_BESIDES = 'drop table besides';
