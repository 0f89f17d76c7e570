import { SET_ASIDE } from '../rules/set-aside.ts';
import type { Extent } from '../sharing/share.ts';
import type { Asked } from './asked.ts';
import { DAYS_AFTER, DAYS_BEFORE } from './by-item.ts';
import { learnForms, undress, type Dress, type NumberForm, type SeenNumbers } from './number-forms.ts';
import { howToRead, wordsOfBooked } from './words-of-lines.ts';

/** Maximum pairs of numbers examined per supplier. */
const LOOKED_AT = 300;
/** Smallest sum in øre that identifies an invoice by itself. */
const TELLING_ORE = 5_000;

/**
 * SQL: pairs of invoice numbers of open lines that must be the same invoice. Item and amount, or the sum of the
 * invoice, are unique on both sides within the booking window. Only reports whose own number names no booked invoice
 * are used.
 */
const SEEN = `create temporary table number_pair on commit drop as
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
    select n.supplier_id, n.id as report, b.id as booked from named n join line_r r on r.id = n.id join line_b b on b.pair = r.pair and b.item = r.item and b.ore = r.ore and b.day between n.day - ${DAYS_BEFORE} and n.day + ${DAYS_AFTER}
    union
    select n.supplier_id, r.id, b.id from once_r r join named n on n.id = r.id join once_b b on b.pair = r.pair and b.ore = r.ore and b.many = 1 and b.day between r.day - ${DAYS_BEFORE} and r.day + ${DAYS_AFTER}
    where r.many = 1 and abs(r.ore) >= ${TELLING_ORE}
  ), few as (
    select *, row_number() over (partition by supplier_id order by report, booked) as nth from seen
  )
  select f.supplier_id, f.report, o.batch_id, o.line_no
  from few f
  join open_b o on o.id = f.booked
  where f.nth <= ${LOOKED_AT}`;
const seenNumbers = (how: string) => `create temporary table seen_number on commit drop as
  select o.supplier_id, r.invoice_number as report, w.invoice_number as booked
  from number_pair o
  join reported r on r.id = o.report ${wordsOfBooked(how)}
  where r.invoice_number is not null and w.invoice_number is not null`;

const FORMS =
  'create temporary table form_of_number (supplier_id uuid not null, form jsonb not null, seen int not null, examples jsonb not null) on commit drop';
const KEPT_FORMS =
  'insert into form_of_number select f.supplier_id, f.form, f.seen, f.examples from matching.number_form f where f.supplier_id in (select distinct supplier_id from open_r)';
/** SQL: removes rules that a user has turned off. */
const LEAVE_OUT = `delete from form_of_number f using (${SET_ASIDE}) d where d.supplier_id = f.supplier_id and d.kind = 'number-form' and d.form = f.form`;
const KEEP_NEW = `insert into matching.number_form (supplier_id, place, form, seen, examples)
  select f.supplier_id, row_number() over (partition by f.supplier_id order by f.seen desc, f.form::text), f.form, f.seen, f.examples from form_of_number f
  where not exists (select 1 from matching.number_form o where o.supplier_id = f.supplier_id)`;

interface BookedNumber {
  readonly pair: string;
  readonly invoice: string;
  readonly number: string;
}

const NUMBERS_REPORTED = `
  select distinct o.supplier_id, o.pair::text as pair, r.invoice_number as number
  from open_r o join reported r on r.id = o.id where o.invoice is not null and not o.booked_invoice and o.supplier_id in (select supplier_id from form_of_number)`;
const INVOICES_BOOKED = `create temporary table number_booked on commit drop as
  select i.pair, i.invoice, o.batch_id, o.line_no
  from (select pair, invoice, min(id) as id from open_b where invoice is not null and pair in (select pair from open_r where supplier_id in (select supplier_id from form_of_number)) group by 1, 2) i
  join open_b o on o.id = i.id`;
const numbersBooked = (how: string) => `
  select o.pair::text as pair, o.invoice::text as invoice, w.invoice_number as number
  from number_booked o ${wordsOfBooked(how)}
  where w.invoice_number is not null`;

/** SQL: sets the invoice of lines whose number names it in another notation. */
const TELL = `
  update open_r o set invoice = m.invoice, booked_invoice = true
  from jsonb_to_recordset($1::jsonb) as m (pair bigint, number text, invoice bigint), reported r
  where r.id = o.id and o.pair = m.pair and r.invoice_number = m.number and not o.booked_invoice`;

/**
 * Learns how each supplier's reports write invoice numbers that the ledger writes differently, and sets the invoice of
 * those lines. A full run relearns; a partial run uses the stored rules and only learns for suppliers without any.
 */
export async function learnNumbers(database: Asked, extent: Extent): Promise<void> {
  const { whole, share } = extent;
  await database.query(SEEN);
  for (const sql of [
    seenNumbers(await howToRead(database, extent, 'number_pair', 'booked')),
    'drop table number_pair',
    FORMS,
  ])
    await database.query(sql);
  await share.gather(database, 'seen_number');
  if (!whole) await database.query(KEPT_FORMS);
  const known = new Set(
    (await database.query<{ supplier_id: string }>('select distinct supplier_id from form_of_number')).map(
      ({ supplier_id }) => supplier_id,
    ),
  );
  const seen = await database.query<SeenNumbers & { supplier_id: string }>(
    'select supplier_id, report, booked from seen_number order by supplier_id, report, booked',
  );
  const learned = [...Map.groupBy(seen, ({ supplier_id }) => supplier_id)].flatMap(([supplierId, pairs]) =>
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
  await database.query(LEAVE_OUT);
  if (!whole && learned.length > 0) await database.query(KEEP_NEW);
  await tellInvoices(database, extent);
}

async function tellInvoices(database: Asked, extent: Extent): Promise<void> {
  const forms = Map.groupBy(
    await database.query<{ supplier_id: string; form: Pick<NumberForm, 'report' | 'booked'> }>(
      'select supplier_id, form from form_of_number order by supplier_id, seen desc, form::text',
    ),
    ({ supplier_id }) => supplier_id,
  );
  if (forms.size === 0) return;
  const reported = await database.query<{ supplier_id: string; pair: string; number: string }>(NUMBERS_REPORTED);
  if (reported.length === 0) return;
  await database.query(INVOICES_BOOKED);
  const booked = Map.groupBy(
    await database.query<BookedNumber & Record<string, unknown>>(
      numbersBooked(await howToRead(database, extent, 'number_booked', 'booked')),
    ),
    ({ pair }) => pair,
  );
  await database.query('drop table number_booked');
  const meant = new Map<string, Map<string, string | null>>();
  const meantIn = (pair: string, dress: Dress): Map<string, string | null> => {
    const key = `${pair}\n${dress.before}\n${dress.after}`;
    const known = meant.get(key) ?? invoicesMeant(booked.get(pair) ?? [], dress);
    meant.set(key, known);
    return known;
  };
  const named = reported.flatMap(({ supplier_id, pair, number }) => {
    const found = (forms.get(supplier_id) ?? []).flatMap(
      ({ form }) => meantIn(pair, form.booked).get(undress(number, form.report) ?? '') ?? [],
    );
    return found.slice(0, 1).map((invoice) => ({ pair, number, invoice }));
  });
  if (named.length > 0) await database.query(TELL, [JSON.stringify(named)]);
}

/** Returns the invoice that each number means in a notation; null where several match. */
function invoicesMeant(numbers: readonly BookedNumber[], dress: Dress): Map<string, string | null> {
  const invoices = new Map<string, string | null>();
  for (const { number, invoice } of numbers) {
    const core = undress(number, dress);
    if (core !== null) invoices.set(core, invoices.has(core) && invoices.get(core) !== invoice ? null : invoice);
  }
  return invoices;
}
