/** Row dimensions of a pivot table. */
export const rowDimensions = [
  'category',
  'supplier',
  'seller',
  'item',
  'buyer',
  'agreement',
  'lot',
  'account',
  'method',
  'basis',
  'state',
  'month',
  'quarter',
  'year',
] as const;
export type RowDimension = (typeof rowDimensions)[number];

/** Column dimensions of a pivot table; `none`: only the total column. */
export const columnDimensions = ['none', 'month', 'quarter', 'year', 'buyer', 'category'] as const;
export type ColumnDimension = (typeof columnDimensions)[number];

/** The coarsest source with a dimension: sums by buyer, sums by supplier, or lines. */
export type Detail = 'buyer' | 'supplier' | 'line';

interface Dimension {
  /** SQL: text that identifies a value, over `l`; null if unknown. */
  readonly key: string;
  readonly detail: Detail;
  /** SQL: the label of a key `k.key`; if null, the page translates the key. */
  readonly label: string;
  /** SQL: `key` and `name` of the rows of a table expression, for a label that has `n.name` in it. */
  readonly names?: (shown: string) => string;
}

const quarter = `left(l.month, 4) || '-Q' || ((right(l.month, 2)::int + 2) / 3)`;
const nameOf = (key: string): string => `(select o.name from identity.door_organisation o where o.id = ${key} limit 1)`;

/** SQL: an item is identified by its supplier and item number, ignoring case. */
const item = `coalesce(l.supplier_id::text, '') || '/' || lower(l.item_number)`;
/** SQL: the newest name of each item of the rows of `shown`, read in one pass over the lines. */
const newestNames = (shown: string): string => `
  select distinct on (1) ${item} as key, l.item_name as name from insight.combined_line l
  where l.item_number is not null and l.item_name is not null and ${item} in (select s.row_key from ${shown} s)
  order by 1, l.purchased_on desc nulls last`;

export const dimensions: Readonly<Record<RowDimension, Dimension>> = {
  category: { key: 'l.category', detail: 'buyer', label: 'null' },
  method: { key: 'l.method', detail: 'buyer', label: 'null' },
  basis: { key: 'l.basis', detail: 'buyer', label: 'null' },
  state: { key: 'l.state', detail: 'buyer', label: 'null' },
  month: { key: 'l.month', detail: 'buyer', label: 'null' },
  quarter: { key: quarter, detail: 'buyer', label: 'null' },
  year: { key: 'left(l.month, 4)', detail: 'buyer', label: 'null' },
  buyer: { key: 'l.buyer_id::text', detail: 'buyer', label: nameOf('k.key::uuid') },
  supplier: { key: 'l.supplier_id::text', detail: 'supplier', label: nameOf('k.key::uuid') },
  agreement: {
    key: 'l.agreement_id::text',
    detail: 'supplier',
    label: `(select a.number || ' ' || a.title from agreements.door_agreement a where a.id = k.key::uuid)`,
  },
  lot: {
    key: 'l.lot_id::text',
    detail: 'supplier',
    label: `(select a.number || ' ' || t.title from agreements.door_lot t join agreements.door_agreement a on a.id = t.agreement_id where t.id = k.key::uuid)`,
  },
  seller: {
    key: `coalesce(${nameOf('l.supplier_id')}, l.seller_name)`,
    detail: 'line',
    label: 'k.key',
  },
  account: { key: `l.account_system || ' ' || l.account_code`, detail: 'line', label: 'null' },
  item: {
    key: item,
    detail: 'line',
    label: `concat_ws(' ', substr(k.key, strpos(k.key, '/') + 1), n.name) || coalesce(' · ' || ${nameOf(`nullif(split_part(k.key, '/', 1), '')::uuid`)}, '')`,
    names: newestNames,
  },
};
