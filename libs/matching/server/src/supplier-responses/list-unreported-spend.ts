import { Injectable } from '@nestjs/common';
import { Database, notFound, systemActor, UnitOfWork } from '@tallgrunn/platform';
import { coveredAmountSql } from '../covered-amount-sql.ts';
import { BOOKED_LINES, scopeParams, supplierResponseJson } from './list-unreported-lines.ts';
import { obligationScope, type ObligationScope } from './obligation-scope.ts';
import type { UnreportedSpendLineDto, UnreportedSpendDto } from './supplier-response.dto.ts';
import { participatesSql } from '@tallgrunn/agreements-server';

export const INVOICES_MAX = 200;
export const LINES_MAX = 500;

/**
 * SQL: linked amount per buyer and month, limited to the booked amount before summing: an excess in one hides nothing
 * in another.
 */
const MONTH_COVERAGE = `
  month as (
    select l.buyer_id, l.month, coalesce(sum(l.amount) filter (where l.counts), 0) as booked, ${coveredAmountSql('coalesce(sum(l.linked) filter (where l.counts), 0)', 'coalesce(sum(l.amount) filter (where l.counts), 0)')} as linked from line l group by l.buyer_id, l.month
  )`;

/**
 * SQL: the same before a run read the newest version of the report, from the links that were open in the previous run.
 */
const COVERAGE_BEFORE = `
  newest as (
    select v.number, min(o.opened_by_run) - 1 as run from reporting.door_report_version v join matching.run_input o on o.side = 'reported' and o.document_id = v.id where v.obligation_id = $6 and v.state = 'accepted' group by v.id, v.number
  ), linked_then as (
    select l.buyer_id, l.month, sum(k.amount) as linked
    from line l join matching.link k on k.batch_id = l.batch_id and k.spend_line_no = l.line_no cross join newest n
    where l.counts and k.supplier_id = $1 and k.opened_by_run <= n.run and (k.closed_by_run is null or k.closed_by_run > n.run)
    group by l.buyer_id, l.month
  )`;

const BUYERS = `
  buyers as (select coalesce(jsonb_agg(jsonb_build_object('buyerId', b.id, 'buyer', b.name, 'booked', coalesce(m.booked, 0)::text, 'linked', coalesce(m.linked, 0)::text,
      'lastMonth', c.month, 'lastInvoiceMonth', to_char(i.issued_on, 'YYYY-MM'), 'postedAt', t.posted_at) order by coalesce(m.booked, 0) - coalesce(m.linked, 0) desc, b.name), '[]') as list
  from (
    select p.buyer_id from agreements.door_participation p where p.agreement_id = $2 and ${participatesSql('p', '$3::date', '$4::date')}
    union select l.buyer_id from line l
  ) p
  join identity.door_organisation b on b.id = p.buyer_id
  left join (select m.buyer_id, sum(m.booked) as booked, sum(m.linked) as linked from month m group by m.buyer_id) m on m.buyer_id = p.buyer_id
  left join (select c.buyer_id, max(c.month) as month from spend.door_ledger_coverage c group by c.buyer_id) c on c.buyer_id = p.buyer_id
  left join lateral (select i.issued_on from spend.door_invoice i where i.buyer_id = p.buyer_id and i.issued_on is not null order by i.issued_on desc limit 1) i on true
  left join (
    select x.buyer_id, max(t.posted_at) as posted_at from (select distinct y.buyer_id, y.batch_id from matching.spend_line y where y.supplier_id = $1) x join spend.door_batch t on t.id = x.batch_id group by x.buyer_id
  ) t on t.buyer_id = p.buyer_id)`;

const INVOICES = `
  invoice as (
    select l.buyer_id, l.invoice_key, min(l.invoice_number) as number, min(coalesce(l.invoiced_on, l.delivered_on)) as day, count(*)::int as lines, sum(l.amount) as amount,
      (count(*) filter (where l.open))::int as open_lines, sum(l.amount) filter (where l.open) as open_amount, coalesce(sum(l.amount) filter (where l.open and l.counts), 0) as open_net, (count(*) filter (where l.open and l.kind is not null))::int as answered,
      count(distinct l.kind) filter (where l.open) as kinds, min(l.item_name) filter (where l.open) as text,
      (array_agg(l.cause order by abs(l.amount) desc, l.line_key) filter (where l.open))[1] as cause,
      (array_agg(${supplierResponseJson('l')} order by l.statement_id desc) filter (where l.open and l.kind is not null))[1] as statement
    from line l group by l.buyer_id, l.invoice_key having count(*) filter (where l.open) > 0
  ), shown as (
    select i.* from invoice i order by abs(i.open_amount) desc, i.invoice_key limit ${INVOICES_MAX}
  )`;

/** SQL: sums and invoices in one scan of the lines. */
const UNREPORTED_SPEND = `with ${BOOKED_LINES}, ${MONTH_COVERAGE}, ${COVERAGE_BEFORE}, ${BUYERS}, ${INVOICES}
  select (select coalesce(sum(m.booked), 0)::text from month m) as booked, (select coalesce(sum(m.linked), 0)::text from month m) as linked,
    (select coalesce(sum(l.amount) filter (where not l.counts), 0)::text from line l) as outside,
    (select jsonb_build_object('number', n.number, 'linked', coalesce((
       select sum(${coveredAmountSql('t.linked', 'm.booked')}) from linked_then t join month m on m.buyer_id = t.buyer_id and m.month is not distinct from t.month), 0)::text) from newest n) as before,
    (select list from buyers) as buyers,
    (select jsonb_build_object('invoices', count(*), 'amount', coalesce(sum(i.open_net), 0)::text, 'answered', count(*) filter (where i.answered = i.open_lines),
       'answeredAmount', coalesce(sum(i.open_net) filter (where i.answered = i.open_lines), 0)::text) from invoice i) as open,
    (select coalesce(jsonb_agg(jsonb_build_object('key', i.invoice_key, 'buyerId', i.buyer_id, 'buyer', b.name, 'number', i.number, 'day', i.day, 'text', i.text, 'lines', i.lines, 'amount', i.amount::text,
       'openLines', i.open_lines, 'openAmount', i.open_amount::text, 'cause', i.cause, 'answered', i.answered, 'statement', case when i.kinds = 1 and i.answered = i.open_lines then i.statement end)
       order by abs(i.open_amount) desc, i.invoice_key), '[]') from shown i join identity.door_organisation b on b.id = i.buyer_id) as invoices,
    (select jsonb_build_object('number', r.number, 'finishedAt', r.finished_at) from matching.run r order by r.number desc limit 1) as run`;

const UNREPORTED_LINES = `with ${BOOKED_LINES}
  select l.line_key as key, l.invoice_line as "invoiceLine", l.item_number as "itemNumber", l.item_name as "itemName", l.delivered_on as "deliveredOn", l.quantity::text as quantity, l.unit, l.unit_price::text as "unitPrice",
    l.amount::text as amount, l.open, l.cause, ${supplierResponseJson('l')} as statement
  from line l where l.buyer_id = $6 and l.invoice_key = $7 order by l.open desc, abs(l.amount) desc, l.line_key limit ${LINES_MAX}`;

const NO_UNREPORTED_SPEND = {
  booked: '0',
  linked: '0',
  outside: '0',
  before: null,
  buyers: [],
  open: { invoices: 0, amount: '0', answered: 0, answeredAmount: '0' },
  invoices: [],
  run: null,
};

/**
 * Lists unreported spend in the period of an obligation: bookings of one supplier that are in no report. For the
 * supplier itself and for those who follow it up.
 */
@Injectable()
export class ListUnreportedSpend {
  constructor(
    private readonly database: Database,
    private readonly units: UnitOfWork,
  ) {}

  async run(obligationId: string): Promise<UnreportedSpendDto> {
    const scope = await this.scope(obligationId);
    if (!scope.tellable) return { ...NO_UNREPORTED_SPEND, tellable: false };
    const spend = await this.runAsReader(() =>
      this.database.one<Omit<UnreportedSpendDto, 'tellable'> & Record<string, unknown>>(UNREPORTED_SPEND, [
        ...scopeParams(scope),
        obligationId,
      ]),
    );
    return { ...NO_UNREPORTED_SPEND, ...spend, tellable: true };
  }

  async lines(obligationId: string, buyerId: string, invoiceKey: string): Promise<UnreportedSpendLineDto[]> {
    const scope = await this.scope(obligationId);
    if (!scope.tellable) return [];
    return this.runAsReader(() =>
      this.database.query<UnreportedSpendLineDto & Record<string, unknown>>(UNREPORTED_LINES, [
        ...scopeParams(scope),
        buyerId,
        invoiceKey,
      ]),
    );
  }

  async scope(obligationId: string): Promise<ObligationScope> {
    const scope = await obligationScope(this.database, obligationId);
    if (!scope) throw notFound('obligation');
    return scope;
  }

  /**
   * Runs a read as the system actor for suppliers, because row-level security hides ledgers from them. The read is
   * limited to the one supplier of an obligation that the user may see.
   */
  runAsReader<T>(read: () => Promise<T>): Promise<T> {
    const actor = this.database.actor();
    return actor.side === 'supplier' ? this.units.run(systemActor(actor.cooperativeId, actor), read) : read();
  }
}
