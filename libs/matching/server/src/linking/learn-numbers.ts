import { DISABLED_RULES } from '../rules/set-aside.ts';
import type { RunScope } from '../partitioning/partition.ts';
import type { SqlClient } from './sql-client.ts';
import { BOOKING_DAYS_AFTER, BOOKING_DAYS_BEFORE } from './link-by-item.ts';
import { learnForms, stripAffixes, type NumberAffixes, type NumberForm, type NumberPair } from './number-forms.ts';
import { textReadMode, bookedTextsSql } from './line-words.ts';

/** Maximum pairs of numbers examined per supplier. */
const PAIRS_EXAMINED = 300;
/** Smallest sum in øre that identifies an invoice by itself. */
const RELIABLE_SUM_ORE = 5_000;

/**
 * SQL: pairs of invoice numbers of open lines that must be the same invoice. Item and amount, or the sum of the
 * invoice, are unique on both sides within the booking window. Only reports whose own number names no booked invoice
 * are used.
 */
const CREATE_NUMBER_PAIRS = `create temporary table number_pair on commit drop as
  with named as (
    select o.id, o.supplier_id, o.pair, o.item, o.ore, o.day, o.invoice from open_r o where o.invoice is not null and not o.booked_invoice and not o.fee and o.day is not null
  ), line_r as (
    select o.pair, o.item, o.ore, min(o.id) as id from open_r o where o.item is not null group by 1, 2, 3 having count(*) = 1
  ), line_b as (
    select o.pair, o.item, o.ore, min(o.id) as id, min(o.day) as day from open_b o where o.item is not null and o.invoice is not null group by 1, 2, 3 having count(*) = 1
  ), sum_r as (
    select n.pair, n.invoice, min(n.id) as id, max(n.day) as day, sum(n.ore)::bigint as ore from named n group by 1, 2
  ), sum_b as (
    select o.pair, o.invoice, min(o.id) as id, max(o.day) as day, sum(o.ore)::bigint as ore from open_b o where o.invoice is not null and not o.fee group by 1, 2
  ), once_r as (
    select s.*, count(*) over (partition by s.pair, s.ore) as many from sum_r s
  ), once_b as (
    select s.*, count(*) over (partition by s.pair, s.ore) as many from sum_b s
  ), seen as (
    select n.supplier_id, n.id as report, b.id as booked from named n join line_r r on r.id = n.id join line_b b on b.pair = r.pair and b.item = r.item and b.ore = r.ore and b.day between n.day - ${BOOKING_DAYS_BEFORE} and n.day + ${BOOKING_DAYS_AFTER}
    union
    select n.supplier_id, r.id, b.id from once_r r join named n on n.id = r.id join once_b b on b.pair = r.pair and b.ore = r.ore and b.many = 1 and b.day between r.day - ${BOOKING_DAYS_BEFORE} and r.day + ${BOOKING_DAYS_AFTER}
    where r.many = 1 and abs(r.ore) >= ${RELIABLE_SUM_ORE}
  ), few as (
    select *, row_number() over (partition by supplier_id order by report, booked) as nth from seen
  )
  select f.supplier_id, f.report, o.batch_id, o.line_no
  from few f
  join open_b o on o.id = f.booked
  where f.nth <= ${PAIRS_EXAMINED}`;
const createSeenNumbersSql = (how: string) => `create temporary table seen_number on commit drop as
  select o.supplier_id, r.invoice_number as report, w.invoice_number as booked
  from number_pair o
  join reported r on r.id = o.report ${bookedTextsSql(how)}
  where r.invoice_number is not null and w.invoice_number is not null`;

const CREATE_NUMBER_FORMS =
  'create temporary table form_of_number (supplier_id uuid not null, form jsonb not null, seen int not null, examples jsonb not null) on commit drop';
const LOAD_NUMBER_FORMS =
  'insert into form_of_number select f.supplier_id, f.form, f.seen, f.examples from matching.number_form f where f.supplier_id in (select distinct supplier_id from open_r)';
/** SQL: removes rules that a user has turned off. */
const REMOVE_DISABLED_FORMS = `delete from form_of_number f using (${DISABLED_RULES}) d where d.supplier_id = f.supplier_id and d.kind = 'number-form' and d.form = f.form`;
const STORE_NUMBER_FORMS = `insert into matching.number_form (supplier_id, place, form, seen, examples)
  select f.supplier_id, row_number() over (partition by f.supplier_id order by f.seen desc, f.form::text), f.form, f.seen, f.examples from form_of_number f
  where not exists (select 1 from matching.number_form o where o.supplier_id = f.supplier_id)`;

interface BookedNumber {
  readonly pair: string;
  readonly invoice: string;
  readonly number: string;
}

const REPORTED_NUMBERS = `
  select distinct o.supplier_id, o.pair::text as pair, r.invoice_number as number
  from open_r o join reported r on r.id = o.id where o.invoice is not null and not o.booked_invoice and o.supplier_id in (select supplier_id from form_of_number)`;
const CREATE_BOOKED_NUMBERS = `create temporary table number_booked on commit drop as
  select i.pair, i.invoice, o.batch_id, o.line_no
  from (select pair, invoice, min(id) as id from open_b where invoice is not null and pair in (select pair from open_r where supplier_id in (select supplier_id from form_of_number)) group by 1, 2) i
  join open_b o on o.id = i.id`;
const bookedNumbersSql = (how: string) => `
  select o.pair::text as pair, o.invoice::text as invoice, w.invoice_number as number
  from number_booked o ${bookedTextsSql(how)}
  where w.invoice_number is not null`;

/** SQL: sets the invoice of lines whose number names it in another notation. */
const SET_INVOICES = `
  update open_r o set invoice = m.invoice, booked_invoice = true
  from jsonb_to_recordset($1::jsonb) as m (pair bigint, number text, invoice bigint), reported r
  where r.id = o.id and o.pair = m.pair and r.invoice_number = m.number and not o.booked_invoice`;

/**
 * Learns how each supplier's reports write invoice numbers that the ledger writes differently, and sets the invoice of
 * those lines. A full run relearns; a partial run uses the stored rules and only learns for suppliers without any.
 */
export async function learnNumberForms(database: SqlClient, extent: RunScope): Promise<void> {
  const { whole, share } = extent;
  await database.query(CREATE_NUMBER_PAIRS);
  for (const sql of [
    createSeenNumbersSql(await textReadMode(database, extent, 'number_pair', 'booked')),
    'drop table number_pair',
    CREATE_NUMBER_FORMS,
  ])
    await database.query(sql);
  await share.gather(database, 'seen_number');
  if (!whole) await database.query(LOAD_NUMBER_FORMS);
  const known = new Set(
    (await database.query<{ supplier_id: string }>('select distinct supplier_id from form_of_number')).map(
      ({ supplier_id }) => supplier_id,
    ),
  );
  const numberPairs = await database.query<NumberPair & { supplier_id: string }>(
    'select supplier_id, report, booked from seen_number order by supplier_id, report, booked',
  );
  const learned = [...Map.groupBy(numberPairs, ({ supplier_id }) => supplier_id)].flatMap(([supplierId, pairs]) =>
    known.has(supplierId)
      ? []
      : learnForms(pairs).map(({ seen: count, examples, ...form }) => ({
          supplier_id: supplierId,
          form,
          seen: count,
          examples,
        })),
  );
  if (learned.length > 0)
    await database.query(
      'insert into form_of_number select x.supplier_id, x.form, x.seen, x.examples from jsonb_to_recordset($1::jsonb) as x (supplier_id uuid, form jsonb, seen int, examples jsonb)',
      [JSON.stringify(learned)],
    );
  await database.query(REMOVE_DISABLED_FORMS);
  if (!whole && learned.length > 0) await database.query(STORE_NUMBER_FORMS);
  await setInvoices(database, extent);
}

async function setInvoices(database: SqlClient, extent: RunScope): Promise<void> {
  const forms = Map.groupBy(
    await database.query<{ supplier_id: string; form: Pick<NumberForm, 'report' | 'booked'> }>(
      'select supplier_id, form from form_of_number order by supplier_id, seen desc, form::text',
    ),
    ({ supplier_id }) => supplier_id,
  );
  if (forms.size === 0) return;
  const reported = await database.query<{ supplier_id: string; pair: string; number: string }>(REPORTED_NUMBERS);
  if (reported.length === 0) return;
  await database.query(CREATE_BOOKED_NUMBERS);
  const booked = Map.groupBy(
    await database.query<BookedNumber & Record<string, unknown>>(
      bookedNumbersSql(await textReadMode(database, extent, 'number_booked', 'booked')),
    ),
    ({ pair }) => pair,
  );
  await database.query('drop table number_booked');
  const meant = new Map<string, Map<string, string | null>>();
  const meantIn = (pair: string, dress: NumberAffixes): Map<string, string | null> => {
    const key = `${pair}\n${dress.before}\n${dress.after}`;
    const known = meant.get(key) ?? invoiceByNumber(booked.get(pair) ?? [], dress);
    meant.set(key, known);
    return known;
  };
  const named = reported.flatMap(({ supplier_id, pair, number }) => {
    const found = (forms.get(supplier_id) ?? []).flatMap(
      ({ form }) => meantIn(pair, form.booked).get(stripAffixes(number, form.report) ?? '') ?? [],
    );
    return found.slice(0, 1).map((invoice) => ({ pair, number, invoice }));
  });
  if (named.length > 0) await database.query(SET_INVOICES, [JSON.stringify(named)]);
}

/** Returns the invoice that each number means in a notation; null where several match. */
function invoiceByNumber(numbers: readonly BookedNumber[], dress: NumberAffixes): Map<string, string | null> {
  const invoices = new Map<string, string | null>();
  for (const { number, invoice } of numbers) {
    const core = stripAffixes(number, dress);
    if (core !== null) invoices.set(core, invoices.has(core) && invoices.get(core) !== invoice ? null : invoice);
  }
  return invoices;
}
