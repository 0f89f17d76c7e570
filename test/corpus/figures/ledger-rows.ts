import { micro } from './micro.ts';
import type { Query } from './query.ts';

/** A row of a ledger file, or several equal rows that were set aside. Amounts as in the ledger, in millionths. */
export interface LedgerRow {
  readonly buyer: string;
  readonly key: string;
  readonly rows: number;
  readonly amount: bigint;
  readonly standing: 'counted' | 'repeated' | 'setAside' | 'reversed';
  /** The part of the amount that lines of matched invoices replace. */
  readonly invoiceLines: bigint;
}

export interface AccountSums {
  rows: number;
  read: bigint;
  counted: bigint;
  repeated: bigint;
  setAside: bigint;
  reversed: bigint;
  invoiceLines: bigint;
  remainder: bigint;
}

const KEY = `coalesce(x.account_system, '') || ' ' || coalesce(x.account_code, '') || ' ' || coalesce(x.period, '') || ' ' || x.closing::text || ' ' || x.currency`;
const LEDGERS = `b.kind = 'ledger' and b.state = 'posted' and b.reverses is null`;

export async function readLedgerRows(query: Query): Promise<LedgerRow[]> {
  const postings = await query<
    Omit<LedgerRow, 'amount' | 'invoiceLines' | 'standing'> & {
      amount: string;
      lines: string;
      standing: LedgerRow['standing'];
    }
  >(`
    select b.buyer_id as buyer, ${KEY} as key, 1 as rows, x.amount::text as amount,
      case when b.reversed_by_batch_id is not null then 'reversed' when x.repeated then 'repeated' else 'counted' end as standing,
      coalesce((select sum(l.amount) from spend.matched_invoice_line t join spend.invoice_line l on l.batch_id = t.invoice_batch_id and l.line_no = t.invoice_line_no where t.posting_batch_id = x.batch_id and t.posting_line_no = x.line_no), 0)::text as lines
    from spend.posting x join spend.batch b on b.id = x.batch_id where ${LEDGERS} and b.buyer_id is not null`);
  // An excluded row that a later file repeats in the same month occurs twice.
  const aside = await query<Omit<LedgerRow, 'amount' | 'invoiceLines'> & { amount: string }>(`
    select b.buyer_id as buyer, ${KEY} as key, x.row_count as rows, x.amount::text as amount,
      case when b.reversed_by_batch_id is not null then 'reversed'
        when exists (select from spend.posting p join spend.batch n on n.id = p.batch_id where n.buyer_id = b.buyer_id and n.kind = 'ledger' and n.state = 'posted' and n.reverses is null and n.reversed_by_batch_id is null
          and n.posted_at > b.posted_at and p.repeated and p.period = x.period) then 'repeated' else 'setAside' end as standing
    from spend.set_aside x join spend.batch b on b.id = x.batch_id where ${LEDGERS} and b.buyer_id is not null`);
  return [
    ...postings.map(({ amount, lines, ...row }) => ({
      ...row,
      amount: micro(amount),
      invoiceLines: row.standing === 'counted' ? micro(lines) : 0n,
    })),
    ...aside.map(({ amount, ...row }) => ({ ...row, amount: micro(amount), invoiceLines: 0n })),
  ];
}

/** Returns rows and amounts per chart of accounts, account, month and currency. */
export function sumsOfAccounts(rows: readonly LedgerRow[]): ReadonlyMap<string, AccountSums> {
  const sums = new Map<string, AccountSums>();
  for (const { key, rows: count, amount, standing, invoiceLines } of rows) {
    const sum = sums.get(key) ?? {
      rows: 0,
      read: 0n,
      counted: 0n,
      repeated: 0n,
      setAside: 0n,
      reversed: 0n,
      invoiceLines: 0n,
      remainder: 0n,
    };
    sum.rows += count;
    sum.read += amount;
    sum[standing] += amount;
    sum.invoiceLines += invoiceLines;
    if (standing === 'counted') sum.remainder += amount - invoiceLines;
    sums.set(key, sum);
  }
  return sums;
}
