import { isFee } from '@tallgrunn/reporting-server';

/** A temporary table of one side's lines in a run: what is read of the doors, and what is kept between runs. `id` counts within the run. */
export type SideOfLines = 'reported' | 'booked';

/** Columns that are kept between runs, in the order in which they are read. */
export const reportedColumns = [
  'version_id',
  'line_no',
  'line_key',
  'supplier_id',
  'buyer_id',
  'books_id',
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

/** Of these a run may say otherwise than a line of the books does itself: what the line says is kept too, under the name `read_…`. */
export const saidOfBooked = ['agreement_id', 'lot_id', 'why'] as const;

const without = (columns: readonly string[], left: readonly string[]) => columns.filter((name) => !left.includes(name));

/** What a plain link keeps of its two lines besides what it says itself: under the names `report_…` and `spend_…`. */
export const reportedOnLink = [
  ...without(reportedColumns, ['version_id', 'line_no', 'supplier_id', 'buyer_id', 'books_id', 'amount']),
  'also',
];
export const bookedOnLink = [
  ...without(bookedColumns, ['batch_id', 'line_no', 'supplier_id', 'buyer_id', 'amount']),
  'also',
  ...saidOfBooked.map((name) => `read_${name}`),
];

/** What a line is that is no goods, told by its words as suppliers and clerks write them. Only for lines that no item or sum has tied. */
const NATURES = {
  fee: '(frakt|gebyr|pant|emballasje|porto|ekspedisjon|klargj|faktureringstillegg|miljøtillegg|leveringstillegg|drivstofftillegg|utkjøring|håndteringsgebyr|freight|delivery fee|^\\S*(rabatt|avrunding)|^(discount|rebate|rounding))',
  'purchasing-card': '(innkjøpskort|kredittkort|betalingskort|mastercard|eurocard|first card|purchasing card)',
  internal:
    '(intern (fordeling|faktura|overføring)|internfaktura|internsalg|internkjøp|fordelte? felleskost|internal invoice)',
  vat: '(merverdiavgift|mva-komp|mva-oppgjør|moms)',
} as const;

/** The nature of a booked line whose VAT is not known: it is held up against reports as the ledger has it, and is in no sum. */
export const VAT_UNKNOWN = 'vat-unknown';

const natureOf = (text: string): string =>
  `case when ${text} ~* '${Object.values(NATURES).join('|')}' then case ${Object.entries(NATURES)
    .map(([name, words]) => `when ${text} ~* '${words}' then '${name}'`)
    .join(' ')} end end`;

/** A key of a text, an id or a day, and of what `seed` is a key of. Null where one of them is. Quicker than the hash of a row, and each line has a dozen. */
export const ofText = (text: string, seed = '0') => `hashtextextended(${text}, ${seed})`;
export const ofId = (id: string, seed = '0') => `uuid_hash_extended(${id}, ${seed})`;
const ofDay = (day: string, seed: string) => `hashint4extended(${day} - date '2000-01-01', ${seed})`;

/** Those who buy, what kind of body they are, and whose books their purchases stand in: the host's, where they have handed over none of their own. */
export const READ_BODIES = `create temporary table body on commit drop as
  select b.buyer_id, b.kind,
    case when b.host_id is null or b.buyer_id in (select c.buyer_id from spend.door_coverage c) or b.buyer_id in (select i.buyer_id from spend.door_invoice i where i.buyer_id is not null) then b.buyer_id else b.host_id end as books_id
  from agreements.door_buyer_body b`;

/** The lot of each priced item, of each supplier that holds one lot only, and of the agreement's items by their plain number. */
export const READ_ITEMS = [
  `create temporary table priced on commit drop as
    select i.id as item_id, i.agreement_id, i.supplier_id, i.lot_id, ${ofText('matching.plain(i.number)')} as item, i.category from agreements.door_item i`,
  `create temporary table held on commit drop as
    select s.agreement_id, s.supplier_id, a.number, a.cpv, greatest(min(s.from_on), a.starts_on) as from_on, least(max(coalesce(s.until_on, 'infinity')), coalesce(a.ends_on, 'infinity')) as until_on,
      case when count(distinct s.lot_id) = 1 and count(s.lot_id) = count(*) then min(s.lot_id::text)::uuid end as only_lot
    from agreements.door_agreement_supplier s
    join agreements.door_agreement a on a.id = s.agreement_id
    group by s.agreement_id, s.supplier_id, a.number, a.cpv, a.starts_on, a.ends_on`,
] as const;

/** Kroner that no purchase is. What was stored before such amounts were refused is matched to nothing. */
const TOO_MUCH = '10000000000000';

/** Lines of the reports in force with their keys, as a query; `where` chooses among them. Each belongs to the agreement it was reported on. */
export const reportedLines = (where: string): string => `
  select r.version_id, r.line_no, r.line_key, r.supplier_id, r.buyer_id, coalesce(b.books_id, r.buyer_id) as books_id,
    r.agreement_id, coalesce(r.lot_id, p.lot_id, h.only_lot) as lot_id,
    case when r.lot_id is not null then 'lot-reported' when p.lot_id is not null then 'price-form-item' when h.only_lot is not null then 'only-lot' else 'reported' end as why,
    r.day, matching.month_of(r.day) as month, r.invoice_number,
    ${ofText('r.plain_invoice', ofId('coalesce(b.books_id, r.buyer_id)', ofId('r.supplier_id')))} as invoice,
    ${ofText('r.plain_item')} as item,
    ${ofText('r.invoice_line')} as mark,
    ${ofText('r.site_text')} as site,
    ${ofText('r.order_number')} as ordered,
    ${ofText('r.order_number', 'r.among')} as same_order,
    ${ofDay('r.ordered_on', ofDay('r.day', ofText('r.site_text', 'r.among')))} as same_trip,
    ${ofDay('r.day', ofText('r.site_text', 'r.among'))} as same_day,
    hashint4extended(matching.month_of(r.day), ${ofText('r.site_text', 'r.among')}) as same_month,
    r.quantity, r.amount, r.nature, p.item_id is not null as listed, r.again
  from (
    select l.version_id, l.line_no, l.line_key, l.supplier_id, l.buyer_id, l.agreement_id, l.duty_id, l.lot_id, l.item_id, l.quantity, l.amount, l.invoice_number, l.invoice_line, l.order_number, l.ordered_on, l.site_text,
      case when ${isFee('l')} then 'fee' end as nature, ${ofId('l.duty_id', ofId('l.buyer_id', ofId('l.supplier_id', '(l.amount < 0)::int')))} as among,
      split_part(l.line_key, '-', 2) <> '1' and split_part(l.line_key, '-', 2) <> '' as again, l.counts_on as day, matching.plain(l.invoice_number) as plain_invoice, matching.plain(l.item_number) as plain_item
    from reporting.door_line l
    where abs(l.amount) < ${TOO_MUCH} and (${where})
    offset 0 -- each number is made plain once, and each key of several once
  ) r
  left join body b on b.buyer_id = r.buyer_id
  left join priced p on p.item_id = r.item_id
  left join held h on h.agreement_id = r.agreement_id and h.supplier_id = r.supplier_id`;

/** The month of the accounting period, the thirteenth counted with the twelfth; else that of the day it was booked or invoiced. */
const BOOKED_MONTH = `case when l.booked_period ~ '^[0-9]{4}-[0-9]{2}$' then left(l.booked_period, 4)::int * 12 + least(greatest(right(l.booked_period, 2)::int, 1), 12) - 1
  else matching.month_of(coalesce(l.booked_on, l.invoiced_on, l.spent_on)) end`;

/**
 * Lines of the books with their keys, as a query. What agreement a line belongs to is said by its contract reference or its item; what nothing says is
 * not assigned here. Many lines have the same words, and what those say is asked once; they are compared as bytes, which is quick to sort and to look up.
 */
export const bookedLines = (where: string): string => `
  with s as materialized (
    select l.batch_id, l.line_no, l.line_key, l.supplier_id, l.buyer_id, l.invoice_line, l.contract_reference, l.order_number, l.cost_centre, l.quantity, l.compared_amount as amount,
      l.spent_on as day, ${BOOKED_MONTH} as month, l.account_system || ' ' || l.account_code as account, coalesce(l.item_name, l.text) collate "C" as words,
      matching.plain(l.invoice_number) as plain_invoice, matching.plain(l.item_number) as plain_item,
      case when l.net_basis = 'unknown' then '${VAT_UNKNOWN}' when l.booked_period like '%-13' then 'period-13' when l.source = 'remainder' then 'remainder' end as nature, coalesce(k.payee, false) as payee
    from spend.door_line l
    left join (select distinct number, supplier_id, true as payee from spend.door_seller where kind = 'factoring-payee') k on k.number = l.seller_org_number and k.supplier_id = l.supplier_id
    where l.buyer_id is not null and abs(l.compared_amount) < ${TOO_MUCH} and (${where})
  ), told as (
    select w.words, ${natureOf('w.words collate "default"')} as nature from (select distinct words from s offset 0) w -- each is asked once
  )
  select s.batch_id, s.line_no, s.line_key, s.supplier_id, s.buyer_id,
    coalesce(c.agreement_id, p.agreement_id) as agreement_id, coalesce(p.lot_id, c.only_lot) as lot_id,
    case when c.agreement_id is not null then 'contract-reference' when p.agreement_id is not null then 'price-form-item' else 'not-assigned' end as why,
    s.day, s.month,
    ${ofText('s.plain_invoice', ofId('s.buyer_id', ofId('s.supplier_id')))} as invoice,
    ${ofText('s.plain_item')} as item,
    ${ofText('s.invoice_line')} as mark,
    ${ofText('s.cost_centre', ofId('s.buyer_id'))} as cost_centre,
    ${ofText('s.order_number')} as ordered,
    s.account, s.quantity, s.amount, coalesce(s.nature, w.nature) as nature, s.payee
  from s
  left join (select * from told where nature is not null) w on w.words = s.words
  left join held c on c.supplier_id = s.supplier_id and c.number = s.contract_reference
  left join (
    select distinct on (p.supplier_id, p.item) p.supplier_id, p.item, p.agreement_id, p.lot_id
    from priced p
    where not exists (select 1 from priced o where o.supplier_id = p.supplier_id and o.item = p.item and o.agreement_id <> p.agreement_id)
    order by p.supplier_id, p.item, p.lot_id
  ) p on p.supplier_id = s.supplier_id and p.item = ${ofText('s.plain_item')}`;
