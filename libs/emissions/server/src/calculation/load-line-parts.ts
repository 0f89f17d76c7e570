import { remainderSql, linkShareSql, linksOfBookedSql } from '@tallgrunn/matching-server';
import { countedOn } from '@tallgrunn/spend-server';

/**
 * Limits the lines read: to buyers in the temporary table `sampled` (no buyer = nil UUID), or to lines whose match
 * changed.
 */
export type LineSelection = 'sampled' | 'touched';
export const isInSampleSql = (buyer: string): string =>
  `coalesce(${buyer}, '00000000-0000-0000-0000-000000000000') in (select s.buyer_id from sampled s)`;

/** SQL: looks the lines up one by one; in a join with a union such as the spend lines, PostgreSQL reads them all. */
const CHANGED_LINES =
  '(select o.* from touched_b t cross join lateral (select * from spend.door_spend_line d where d.batch_id = t.batch_id and d.line_no = t.line_no offset 0) o) l';

/**
 * SQL: loads the spend lines from the door views and splits them into a temporary table `part`. The split is defined by
 * matching (booked-shares.ts). Each linked report line is a part, with the report's item. The amount that no report
 * explains is a part with the item of the invoice line.
 * Parts are in the order of the target table, so that its indexes grow page by page.
 */
const bookedTableSql = (only?: LineSelection): string => `
  create temporary table booked on commit drop as
  select l.batch_id, l.line_no, l.buyer_id, l.supplier_id, l.source, l.account_system, l.account_code, l.purchased_on, ${countedOn('l')} as booked_on, l.compared_amount as amount,
    coalesce(l.currency, 'XXX') as currency, l.net_basis, l.account_class, l.item_number, l.item_name, l.cpv, l.unspsc, l.quantity, l.unit, l.kg_co2e_per_unit
  from ${only === 'touched' ? CHANGED_LINES : 'spend.door_spend_line l'}
  where l.compared_amount is not null${only === 'sampled' ? ` and ${isInSampleSql('l.buyer_id')}` : ''}`;

const linkedTableSql = (only?: LineSelection): string => `
  create temporary table tied on commit drop as ${linksOfBookedSql(
    {
      agreement_id: 'r.agreement_id',
      item_id: 'r.item_id',
      item_number: 'r.item_number',
      item_name: 'r.item_name',
      unit: 'r.unit',
      quantity: 'r.quantity',
      happened_on: 'r.told_on',
    },
    { isLookedUp: only === 'touched' },
  )}`;

/**
 * SQL: a key that is equal for parts with the same item; null if nothing identifies the item. Keys are only compared
 * for equality, so byte order ("C") is sufficient.
 */
const itemKeySql = (columns: readonly string[], unit: string): string =>
  `case when coalesce(${columns.map((column) => `${column}::text`).join(', ')}) is not null then concat_ws(chr(31), ${['b.supplier_id', ...columns, unit].map((column) => `coalesce(${column}::text, '')`).join(', ')}) collate "C" end`;

/** SQL: a value that applies only to lines without a linked report; for the remainder of a line it is unknown. */
const unlessLinked = (expression: string): string => `case when t.part is null then ${expression} end`;

const CREATE_PARTS = `
  create temporary table part on commit drop as
  select b.batch_id, b.line_no, 0 as part, b.buyer_id, b.supplier_id, b.source, b.account_system, b.account_code, b.purchased_on, b.booked_on,
    ${remainderSql.amount} as amount, b.currency, b.net_basis, b.account_class,
    null::uuid as version_id, null::int as report_line_no, null::uuid as agreement_id, null::uuid as item_id,
    ${unlessLinked('b.item_number')} as item_number, ${unlessLinked('b.item_name')} as item_name, b.cpv, b.unspsc, ${unlessLinked('abs(b.quantity) * sign(b.amount)')} as quantity, ${unlessLinked('b.unit')} as unit,
    ${unlessLinked('abs(b.kg_co2e_per_unit)')} as kg_co2e_per_unit, false as is_over_reported,
    case when t.part is null then ${itemKeySql(['b.item_number', 'b.item_name', 'b.cpv', 'b.unspsc'], 'b.unit')} else ${itemKeySql(['b.cpv', 'b.unspsc'], 'b.unit')} end as key
  from booked b
  left join tied t on t.batch_id = b.batch_id and t.spend_line_no = b.line_no and t.part = 1
  where ${remainderSql.isLeft}
  union all
  select b.batch_id, b.line_no, t.part, b.buyer_id, b.supplier_id, b.source, b.account_system, b.account_code, coalesce(t.happened_on, b.purchased_on), b.booked_on,
    ${linkShareSql.amount},
    b.currency, b.net_basis, b.account_class, t.version_id, t.report_line_no, t.agreement_id, t.item_id, t.item_number, t.item_name, b.cpv, b.unspsc,
    ${linkShareSql.quantity}, t.unit, abs(b.kg_co2e_per_unit) * nullif(b.unit = t.unit, false)::int,
    ${linkShareSql.isOverReported},
    ${itemKeySql(['t.item_id', 't.item_number', 't.item_name', 'b.cpv', 'b.unspsc', 't.agreement_id'], 't.unit')}
  from tied t
  join booked b on b.batch_id = t.batch_id and b.line_no = t.spend_line_no
  order by 1, 2, 3`;

/** Statements that load the parts. An amount without links is the remainder of its line. */
export const loadParts = (only?: LineSelection): readonly string[] => [
  bookedTableSql(only),
  'analyze booked',
  linkedTableSql(only),
  'analyze tied',
  CREATE_PARTS,
  'analyze part',
  'drop table booked, tied',
];

/**
 * Products, categories and accounts affected by a decision; only their lines are recalculated, from the inputs stored
 * by the last run.
 */
export interface AffectedTargets {
  readonly categories?: readonly string[];
  readonly products?: readonly string[];
  /** As system:code. */
  readonly accounts?: readonly string[];
}

/**
 * SQL: loads the parts of the affected lines from the last run into a temporary table `part`, without reading the
 * ledgers. Only requested conditions are included, so that an index can be used.
 */
export function loadAffectedParts({ categories = [], products = [], accounts = [] }: AffectedTargets): {
  readonly sql: string;
  readonly params: readonly unknown[];
} {
  const params: unknown[] = [];
  const place = (value: unknown): string => `$${params.push(value)}`;
  const conditions = [
    ...(categories.length > 0 ? [`r.category_code = any (${place(categories)}::text[])`] : []),
    ...(products.length > 0 ? [`r.product_group_code = any (${place(products)}::text[])`] : []),
    // One condition per account: the planner cannot estimate how few lines a list selects.
    ...accounts.map(
      (account) =>
        `r.account_system = ${place(account.slice(0, account.indexOf(':')))} and r.account_code = ${place(account.slice(account.indexOf(':') + 1))}`,
    ),
  ];
  return { sql: `${PARTS_OF_LAST_RUN} and (${conditions.join(' or ') || 'false'})`, params };
}

const PARTS_OF_LAST_RUN = `
  create temporary table part on commit drop as
  select r.batch_id, r.line_no, r.part, r.buyer_id, r.supplier_id, r.source, r.account_system, r.account_code, r.purchased_on, r.booked_on, coalesce(r.amount, r.outside_amount) as amount, r.currency, r.net_basis, r.account_class,
    r.version_id, r.report_line_no, r.item_id, r.item_number, r.quantity, r.unit, r.kg_co2e_per_unit, r.is_over_reported,
    concat_ws(chr(31), coalesce(r.item_id::text, ''), coalesce(r.product_group_code, ''), r.category_source, case when r.category_source in ('account', 'none') then '' else r.category_code end, coalesce(r.unit, '')) as key,
    r.product_group_code, r.category_code, r.category_source
  from emissions.result r
  where r.closed_by_run is null`;

/** SQL: a key of the unit conversion, besides the factor: product, item and unit. */
export const unitConversionKeySql = (product: string, of: string): string =>
  `concat_ws(chr(31), ${product}, coalesce(${of}item_id::text, ''), coalesce(${of}unit, '')) collate "C"`;

export const AFFECTED_PRODUCTS = `
  create temporary table good on commit drop as
  select n.*, ${unitConversionKeySql('n.product_group_code', 'n.')} as measure from (
    select distinct key, item_id, unit, product_group_code, case when category_source not in ('account', 'none') then category_code end as category_code,
      case when category_source not in ('account', 'none') then category_source end as category_source
    from part
  ) n`;
