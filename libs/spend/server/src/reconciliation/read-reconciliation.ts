import { Injectable } from '@nestjs/common';
import { Database, notFound, Problem } from '@tallgrunn/platform';
import { add, compare, subtract } from '@tallgrunn/values';
import { explainDifference, type DifferenceReason } from './explain-difference.ts';

export interface ReconciliationFilter {
  readonly buyerId: string | null;
  /** Months, inclusive. */
  readonly from: string;
  readonly to: string;
  /** Restricts the result to one file. */
  readonly batchId?: string;
}

/**
 * Rows read for one account and month, and how they count. Amounts as in the ledger, decimal texts. read = counted +
 * repeated + setAside + reversed.
 */
export interface AccountMonth {
  readonly system: string | null;
  readonly code: string | null;
  readonly name: string | null;
  readonly period: string | null;
  readonly closing: boolean;
  readonly currency: string;
  readonly rows: number;
  readonly read: string;
  readonly counted: string;
  /** Duplicates of another file. */
  readonly repeated: string;
  /** Rows that are not imported. Those with an unreadable amount are counted in `unreadRows`. */
  readonly setAside: string;
  readonly unreadRows: number;
  readonly reversed: string;
  /** Parts of `counted`: the amount itemised by e-invoice lines, and the rest of those postings and of the others. */
  readonly invoiceLines: string;
  readonly remainder: string;
}

/** The ledger's own total of an account over some months, compared with the stored rows. */
export interface TotalComparison {
  readonly system: string;
  readonly code: string;
  readonly name: string | null;
  readonly from: string;
  readonly to: string;
  readonly currency: string;
  readonly stated: string;
  readonly source: string;
  readonly sourceOn: string | null;
  /** True when the total comes from a file, false when a person entered it. */
  readonly isFromFile: boolean;
  readonly counted: string;
  readonly setAside: string;
  readonly difference: string;
  readonly unreadRows: number;
  readonly reasons: readonly DifferenceReason[];
}

/** Rows of a file that are not counted, by reason, account and month. */
export interface ExcludedRowGroup {
  readonly batchId: string;
  readonly batch: string;
  readonly file: string;
  readonly reason: string;
  readonly system: string | null;
  readonly code: string | null;
  readonly name: string | null;
  readonly period: string | null;
  readonly closing: boolean;
  readonly currency: string;
  readonly rows: number;
  readonly unreadRows: number;
  readonly amount: string;
  readonly sheet: string;
  readonly firstRow: number;
  readonly lastRow: number;
  readonly standing: 'set-aside' | 'repeated' | 'reversed';
}

export interface Reconciliation {
  readonly comparisons: readonly TotalComparison[];
  readonly accounts: readonly AccountMonth[];
  readonly setAside: readonly ExcludedRowGroup[];
  /** Totals written in the files: number that agree with the rows above them, and number that differ. */
  readonly totalRows: { readonly agree: number; readonly differ: number };
}

type Total = Omit<TotalComparison, 'counted' | 'setAside' | 'difference' | 'unreadRows' | 'reasons'>;

/** SQL: ledger files of the buyer $1, or the one file $2. */
const BATCHES = `batch as materialized (
  select b.cooperative_id, b.id, b.number, b.file_name, b.posted_at, b.reversed_by_batch_id is not null as reversed, b.finding_counts
  from spend.batch b where b.kind = 'ledger' and b.state = 'posted' and b.reverses is null and b.buyer_id = $1 and ($2::uuid is null or b.id = $2)
)`;
/** SQL: rows without a month belong to every month. */
const IN_MONTHS = '(x.period is null or x.period between $3 and $4)';
/**
 * SQL: excluded rows and how they count. If a later file contains the same month again, the rows are duplicates and
 * count in the later file.
 */
const EXCLUDED_ROWS = `again as materialized (
  select distinct b.posted_at, x.period from batch b join spend.posting x on x.cooperative_id = b.cooperative_id and x.batch_id = b.id where x.repeated and not b.reversed and x.period is not null
), aside as (
  select x.*, b.number, b.file_name, case when b.reversed then 'reversed' when exists (select from again a where a.period = x.period and a.posted_at > b.posted_at) then 'repeated' else 'set-aside' end as standing
  from batch b join spend.set_aside x on x.cooperative_id = b.cooperative_id and x.batch_id = b.id where ${IN_MONTHS}
)`;

/**
 * Accounts for every row of a buyer's ledger files by account and month, and compares them with the ledger's own
 * totals.
 */
@Injectable()
export class ReadReconciliation {
  constructor(private readonly database: Database) {}

  /** @throws Problem 'body-invalid' (400) without a buyer · 'not-found' (404) */
  async run(filter: ReconciliationFilter): Promise<Reconciliation> {
    const { buyerId, from, to } = filter;
    if (buyerId === null) throw new Problem(400, 'body-invalid', {}, [{ code: 'buyerId', path: 'buyerId' }]);
    const buyer = await this.database.one(`select 1 from identity.door_organisation where id = $1 and kind = 'buyer'`, [
      buyerId,
    ]);
    if (!buyer) throw notFound('buyer');
    if (
      filter.batchId !== undefined &&
      !(await this.database.one(`select 1 from spend.batch where id = $1 and buyer_id = $2 and kind = 'ledger'`, [
        filter.batchId,
        buyerId,
      ]))
    )
      throw notFound('spend-batch');
    const totals = await this.#totals(filter);
    const low = totals.reduce((first, total) => (total.from < first ? total.from : first), from);
    const high = totals.reduce((last, total) => (total.to > last ? total.to : last), to);
    const accounts = await this.#accounts({ ...filter, from: low, to: high });
    return {
      comparisons: totals.map((total) => compareTotal(total, accounts)),
      accounts: accounts.filter(({ period }) => period === null || (period >= from && period <= to)),
      setAside: await this.#setAside(filter),
      totalRows: await this.#totalRows(filter),
    };
  }

  #accounts({ buyerId, from, to, batchId }: ReconciliationFilter): Promise<AccountMonth[]> {
    return this.database.query<AccountMonth>(
      `with ${BATCHES}, ${EXCLUDED_ROWS}, row as (
         select x.account_system, x.account_code, x.account_name, x.period, x.closing, x.currency, 1 as rows, 0 as unread, x.amount, case when b.reversed then 'reversed' when x.repeated then 'repeated' else 'counted' end as standing, t.detailed
         from batch b
         join spend.posting x on x.cooperative_id = b.cooperative_id and x.batch_id = b.id
         left join spend.matched_posting t on t.cooperative_id = x.cooperative_id and t.batch_id = x.batch_id and t.line_no = x.line_no
         where ${IN_MONTHS}
         union all
         select account_system, account_code, account_name, period, closing, currency, row_count, unread_count, amount, standing, null from aside
       )
       select account_system as system, account_code as code, max(account_name) as name, period, closing, currency, sum(rows)::int as rows, sum(amount)::text as read,
         coalesce(sum(amount) filter (where standing = 'counted'), 0)::text as counted, coalesce(sum(amount) filter (where standing = 'repeated'), 0)::text as repeated,
         coalesce(sum(amount) filter (where standing = 'set-aside'), 0)::text as "setAside", coalesce(sum(unread) filter (where standing = 'set-aside'), 0)::int as "unreadRows",
         coalesce(sum(amount) filter (where standing = 'reversed'), 0)::text as reversed,
         coalesce(sum(detailed) filter (where standing = 'counted'), 0)::text as "invoiceLines", coalesce(sum(amount - coalesce(detailed, 0)) filter (where standing = 'counted'), 0)::text as remainder
       from row group by account_system, account_code, period, closing, currency
       order by account_system nulls last, account_code nulls last, period nulls last, closing, currency`,
      [buyerId, batchId ?? null, from, to],
    );
  }

  /**
   * Returns the newest total per account and period that overlaps the filter's months. Totals of reversed files are
   * excluded.
   */
  #totals({ buyerId, from, to, batchId }: ReconciliationFilter): Promise<Total[]> {
    return this.database.query<Total>(
      `select distinct on (t.account_system, t.account_code, t.from_period, t.to_period, t.currency)
         t.account_system as system, t.account_code as code, t.account_name as name, t.from_period as "from", t.to_period as "to", t.currency, t.amount::text as stated, t.source, t.source_on as "sourceOn", t.batch_id is not null as "isFromFile"
       from spend.ledger_total t left join spend.batch b on b.cooperative_id = t.cooperative_id and b.id = t.batch_id
       where t.buyer_id = $1 and t.to_period >= $3 and t.from_period <= $4 and b.reversed_by_batch_id is null and ($2::uuid is null or t.batch_id = $2)
       order by t.account_system, t.account_code, t.from_period, t.to_period, t.currency, t.id desc`,
      [buyerId, batchId ?? null, from, to],
    );
  }

  #setAside({ buyerId, from, to, batchId }: ReconciliationFilter): Promise<ExcludedRowGroup[]> {
    return this.database.query<ExcludedRowGroup>(
      `with ${BATCHES}, ${EXCLUDED_ROWS}
       select batch_id as "batchId", number as batch, file_name as file, reason, account_system as system, account_code as code, account_name as name, period, closing, currency, row_count as rows, unread_count as "unreadRows",
         amount::text as amount, sheet, first_row as "firstRow", last_row as "lastRow", standing
       from aside order by abs(amount) desc, number, sequence_no`,
      [buyerId, batchId ?? null, from, to],
    );
  }

  async #totalRows({ buyerId, batchId }: ReconciliationFilter): Promise<{ agree: number; differ: number }> {
    const counts = await this.database.one<{ agree: number; differ: number }>(
      `with ${BATCHES} select coalesce(sum((finding_counts ->> 'ledger-total-row')::int), 0)::int as agree, coalesce(sum((finding_counts ->> 'ledger-total-differs')::int), 0)::int as differ from batch where not reversed`,
      [buyerId, batchId ?? null],
    );
    return counts ?? { agree: 0, differ: 0 };
  }
}

const sumOf = (
  rows: readonly AccountMonth[],
  field: 'counted' | 'setAside' | 'repeated' | 'reversed' | 'read',
): string => rows.reduce((sum, row) => add(sum, row[field]), '0');

/** Compares a total with the rows of its account and months, and explains a difference. */
function compareTotal(total: Total, accounts: readonly AccountMonth[]): TotalComparison {
  const sameCurrency = accounts.filter(({ currency }) => currency === total.currency);
  const inMonths = ({ period }: AccountMonth): boolean => period !== null && period >= total.from && period <= total.to;
  const isOf = ({ system, code }: AccountMonth): boolean => system === total.system && code === total.code;
  const own = sameCurrency.filter((row) => isOf(row) && inMonths(row));
  const [counted, setAside] = [sumOf(own, 'counted'), sumOf(own, 'setAside')];
  const stored = add(counted, setAside);
  const unreadRows = own.reduce((rows, row) => rows + row.unreadRows, 0);
  const [withoutMonth, withoutAccount] = [
    sameCurrency.filter((row) => isOf(row) && row.period === null),
    sameCurrency.filter((row) => row.code === null && inMonths(row)),
  ].map((rows) => add(sumOf(rows, 'counted'), sumOf(rows, 'setAside'))) as [string, string];
  const reasons = explainDifference(total.stated, stored, {
    unreadRows,
    repeated: sumOf(own, 'repeated'),
    reversed: sumOf(own, 'reversed'),
    withoutMonth,
    withoutAccount,
  });
  const difference = subtract(total.stated, stored);
  return {
    ...total,
    counted,
    setAside,
    difference: compare(difference, '0') === 0 ? '0' : difference,
    unreadRows,
    reasons,
  };
}
