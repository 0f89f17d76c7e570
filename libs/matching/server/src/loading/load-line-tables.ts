import { isFee } from '@tallgrunn/reporting-server';

/**
 * A side of the temporary line tables of a run. They contain the columns read from the door views and those stored
 * between runs. `id` is unique within the run.
 */
export type SideOfLines = 'reported' | 'booked';

/** Columns stored between runs, in reading order. */
export const reportedColumns = [
  'version_id',
  'line_no',
  'line_key',
  'supplier_id',
  'buyer_id',
  'ledger_buyer_id',
  'agreement_id',
  'lot_id',
  'why',
  'day',
  'month',
  'invoice_number',
  'invoice',
  'item',
  'mark',
  'site',
  'ordered',
  'same_order',
  'same_trip',
  'same_day',
  'same_month',
  'quantity',
  'amount',
  'nature',
  'listed',
  'again',
] as const;

export const bookedColumns = [
  'batch_id',
  'line_no',
  'line_key',
  'supplier_id',
  'buyer_id',
  'agreement_id',
  'lot_id',
  'why',
  'day',
  'month',
  'invoice',
  'item',
  'mark',
  'cost_centre',
  'ordered',
  'account',
  'quantity',
  'amount',
  'nature',
  'payee',
] as const;

/**
 * Columns that a run may set differently from the booked line itself. The line's own value is stored too, as `read_…`.
 */
export const reassignableColumns = ['agreement_id', 'lot_id', 'why'] as const;

const without = (columns: readonly string[], left: readonly string[]) => columns.filter((name) => !left.includes(name));

/** Columns of both lines that a one-to-one link stores in addition to its own, as `report_…` and `spend_…`. */
export const reportedOnLink = [
  ...without(reportedColumns, ['version_id', 'line_no', 'supplier_id', 'buyer_id', 'ledger_buyer_id', 'amount']),
  'also',
];
export const bookedOnLink = [
  ...without(bookedColumns, ['batch_id', 'line_no', 'supplier_id', 'buyer_id', 'amount']),
  'also',
  ...reassignableColumns.map((name) => `read_${name}`),
];

/**
 * Patterns of lines that are not items, in the words of suppliers and clerks. Only used for lines that no item or sum
 * has linked.
 */
const LINE_TYPE_PATTERNS = {
  fee: '(frakt|gebyr|pant|emballasje|porto|ekspedisjon|klargj|faktureringstillegg|miljøtillegg|leveringstillegg|drivstofftillegg|utkjøring|håndteringsgebyr|freight|delivery fee|^\\S*(rabatt|avrunding)|^(discount|rebate|rounding))',
  'purchasing-card': '(innkjøpskort|kredittkort|betalingskort|mastercard|eurocard|first card|purchasing card)',
  internal:
    '(intern (fordeling|faktura|overføring)|internfaktura|internsalg|internkjøp|fordelte? felleskost|internal invoice)',
  vat: '(merverdiavgift|mva-komp|mva-oppgjør|moms)',
} as const;

/** Line type of a booked line with unknown VAT. It is compared with reports by its ledger amount, and is in no sum. */
export const VAT_UNKNOWN = 'vat-unknown';

const lineTypeSql = (text: string): string =>
  `case when ${text} ~* '${Object.values(LINE_TYPE_PATTERNS).join('|')}' then case ${Object.entries(LINE_TYPE_PATTERNS)
    .map(([name, words]) => `when ${text} ~* '${words}' then '${name}'`)
    .join(' ')} end end`;

/**
 * SQL: a hash of a text, an id or a date, combined with the hash `seed`. Null if either is null. Faster than the hash
 * of a row; each line has a dozen of them.
 */
export const hashOfText = (text: string, seed = '0') => `hashtextextended(${text}, ${seed})`;
export const hashOfId = (id: string, seed = '0') => `uuid_hash_extended(${id}, ${seed})`;
const hashOfDay = (day: string, seed: string) => `hashint4extended(${day} - date '2000-01-01', ${seed})`;

/**
 * SQL: buyers, their kind of body, and the buyer whose ledger contains their purchases: the host, unless they have a
 * ledger or invoices of their own.
 */
export const CREATE_BUYER_LEDGERS = `create temporary table body on commit drop as
  select b.buyer_id, b.kind,
    case when b.host_municipality_id is null or b.buyer_id in (select c.buyer_id from spend.door_ledger_coverage c) or b.buyer_id in (select i.buyer_id from spend.door_invoice i where i.buyer_id is not null) then b.buyer_id else b.host_municipality_id end as ledger_buyer_id
  from agreements.door_buyer_type b`;

/** SQL: the lot of each priced item, and of each supplier with only one lot. */
export const CREATE_AGREED_ITEMS = [
  `create temporary table priced on commit drop as
    select i.id as item_id, i.agreement_id, i.supplier_id, i.lot_id, ${hashOfText('matching.normalise_number(i.number)')} as item, i.category from agreements.door_item i`,
  `create temporary table held on commit drop as
    select s.agreement_id, s.supplier_id, a.number, a.cpv, greatest(min(s.valid_from), a.starts_on) as valid_from, least(max(coalesce(s.valid_to, 'infinity')), coalesce(a.ends_on, 'infinity')) as valid_to,
      case when count(distinct s.lot_id) = 1 and count(s.lot_id) = count(*) then min(s.lot_id::text)::uuid end as only_lot
    from agreements.door_agreement_supplier s
    join agreements.door_agreement a on a.id = s.agreement_id
    group by s.agreement_id, s.supplier_id, a.number, a.cpv, a.starts_on, a.ends_on`,
] as const;

/** Limit in NOK above which no amount is a purchase. Such lines stored before the limit existed are not matched. */
const PURCHASE_AMOUNT_MAX = '10000000000000';

/**
 * SQL query of the lines of reports in force, with their hashes. Each line belongs to the agreement it was reported
 * under.
 * @param where SQL condition that selects lines
 */
export const reportedLinesSql = (where: string): string => `
  select r.version_id, r.line_no, r.line_key, r.supplier_id, r.buyer_id, coalesce(b.ledger_buyer_id, r.buyer_id) as ledger_buyer_id,
    r.agreement_id, coalesce(r.lot_id, p.lot_id, h.only_lot) as lot_id,
    case when r.lot_id is not null then 'lot-reported' when p.lot_id is not null then 'price-form-item' when h.only_lot is not null then 'only-lot' else 'reported' end as why,
    r.day, matching.month_index(r.day) as month, r.invoice_number,
    ${hashOfText('r.plain_invoice', hashOfId('coalesce(b.ledger_buyer_id, r.buyer_id)', hashOfId('r.supplier_id')))} as invoice,
    ${hashOfText('r.plain_item')} as item,
    ${hashOfText('r.invoice_line')} as mark,
    ${hashOfText('r.site_as_written')} as site,
    ${hashOfText('r.order_number')} as ordered,
    ${hashOfText('r.order_number', 'r.among')} as same_order,
    ${hashOfDay('r.ordered_on', hashOfDay('r.day', hashOfText('r.site_as_written', 'r.among')))} as same_trip,
    ${hashOfDay('r.day', hashOfText('r.site_as_written', 'r.among'))} as same_day,
    hashint4extended(matching.month_index(r.day), ${hashOfText('r.site_as_written', 'r.among')}) as same_month,
    r.quantity, r.amount, r.nature, p.item_id is not null as listed, r.again
  from (
    select l.version_id, l.line_no, l.line_key, l.supplier_id, l.buyer_id, l.agreement_id, l.obligation_id, l.lot_id, l.item_id, l.quantity, l.amount, l.invoice_number, l.invoice_line, l.order_number, l.ordered_on, l.site_as_written,
      case when ${isFee('l')} then 'fee' end as nature, ${hashOfId('l.obligation_id', hashOfId('l.buyer_id', hashOfId('l.supplier_id', '(l.amount < 0)::int')))} as among,
      split_part(l.line_key, '-', 2) <> '1' and split_part(l.line_key, '-', 2) <> '' as again, l.counts_on as day, matching.normalise_number(l.invoice_number) as plain_invoice, matching.normalise_number(l.item_number) as plain_item
    from reporting.door_report_line l
    where abs(l.amount) < ${PURCHASE_AMOUNT_MAX} and (${where})
    offset 0 -- normalises each number and computes each combined hash only once
  ) r
  left join body b on b.buyer_id = r.buyer_id
  left join priced p on p.item_id = r.item_id
  left join held h on h.agreement_id = r.agreement_id and h.supplier_id = r.supplier_id`;

/**
 * SQL: month of the accounting period, the thirteenth counted as the twelfth; otherwise that of the booking, invoice or
 * purchase day.
 */
const BOOKED_MONTH_SQL = `case when l.booked_period ~ '^[0-9]{4}-[0-9]{2}$' then left(l.booked_period, 4)::int * 12 + least(greatest(right(l.booked_period, 2)::int, 1), 12) - 1
  else matching.month_index(coalesce(l.booked_on, l.invoiced_on, l.purchased_on)) end`;

/**
 * SQL query of booked lines with their hashes. The contract reference or the item determines a line's agreement; other
 * lines are not assigned here. Equal texts are classified once. They are compared as bytes, which is fast to sort and
 * look up.
 * @param where SQL condition that selects lines
 */
export const bookedLineQuery = (where: string): string => `
  with s as materialized (
    select l.batch_id, l.line_no, l.line_key, l.supplier_id, l.buyer_id, l.invoice_line, l.contract_reference, l.order_number, l.cost_centre, l.quantity, l.compared_amount as amount,
      l.purchased_on as day, ${BOOKED_MONTH_SQL} as month, l.account_system || ' ' || l.account_code as account, coalesce(l.item_name, l.text) collate "C" as words,
      matching.normalise_number(l.invoice_number) as plain_invoice, matching.normalise_number(l.item_number) as plain_item,
      case when l.net_basis = 'unknown' then '${VAT_UNKNOWN}' when l.booked_period like '%-13' then 'period-13' when l.source = 'remainder' then 'remainder' end as nature, coalesce(k.payee, false) as payee
    from spend.door_spend_line l
    left join (select distinct number, supplier_id, true as payee from spend.door_seller_identifier where kind = 'factoring-payee') k on k.number = l.seller_org_number and k.supplier_id = l.supplier_id
    where l.buyer_id is not null and abs(l.compared_amount) < ${PURCHASE_AMOUNT_MAX} and (${where})
  ), told as (
    select w.words, ${lineTypeSql('w.words collate "default"')} as nature from (select distinct words from s offset 0) w -- classifies each text only once
  )
  select s.batch_id, s.line_no, s.line_key, s.supplier_id, s.buyer_id,
    coalesce(c.agreement_id, p.agreement_id) as agreement_id, coalesce(p.lot_id, c.only_lot) as lot_id,
    case when c.agreement_id is not null then 'contract-reference' when p.agreement_id is not null then 'price-form-item' else 'not-assigned' end as why,
    s.day, s.month,
    ${hashOfText('s.plain_invoice', hashOfId('s.buyer_id', hashOfId('s.supplier_id')))} as invoice,
    ${hashOfText('s.plain_item')} as item,
    ${hashOfText('s.invoice_line')} as mark,
    ${hashOfText('s.cost_centre', hashOfId('s.buyer_id'))} as cost_centre,
    ${hashOfText('s.order_number')} as ordered,
    s.account, s.quantity, s.amount, coalesce(s.nature, w.nature) as nature, s.payee
  from s
  left join (select * from told where nature is not null) w on w.words = s.words
  left join held c on c.supplier_id = s.supplier_id and c.number = s.contract_reference
  left join (
    select distinct on (p.supplier_id, p.item) p.supplier_id, p.item, p.agreement_id, p.lot_id
    from priced p
    where not exists (select 1 from priced o where o.supplier_id = p.supplier_id and o.item = p.item and o.agreement_id <> p.agreement_id)
    order by p.supplier_id, p.item, p.lot_id
  ) p on p.supplier_id = s.supplier_id and p.item = ${hashOfText('s.plain_item')}`;
