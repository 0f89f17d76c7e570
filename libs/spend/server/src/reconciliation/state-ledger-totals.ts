import { Injectable } from '@nestjs/common';
import { AuditTrail, Clock, Database, notFound, Problem, type Issue } from '@tallgrunn/platform';
import { isDecimal, uuidv7 } from '@tallgrunn/values';

/** What a trial balance says that an account moved by over some months, debit less credit. */
export interface StatedTotal {
  readonly account: string;
  readonly from: string;
  readonly to: string;
  readonly amount: string;
  /** Chart of accounts; by the ledger files that have the account when left out. */
  readonly system?: string;
  readonly name?: string;
}

export interface StatedTotals {
  readonly source: string;
  readonly sourceOn: string | null;
  readonly currency: string;
  readonly totals: readonly StatedTotal[];
}

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

/** Stores totals of a buyer's trial balance, to hold its ledger files against. What was stated before of the same account and months stays, and no longer counts. */
@Injectable()
export class StateLedgerTotals {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 'body-invalid' (400) with each total that cannot be used · 'not-found' (404) */
  async run(buyerId: string | null, { source, sourceOn, currency, totals }: StatedTotals): Promise<{ totals: number }> {
    if (buyerId === null) throw new Problem(400, 'body-invalid', {}, [{ code: 'buyerId', path: 'buyerId' }]);
    const buyer = await this.database.one(
      `select 1 from identity.door_current_organisation where id = $1 and kind = 'buyer'`,
      [buyerId],
    );
    if (!buyer) throw notFound('buyer');
    const charts = await this.#charts(
      buyerId,
      totals.map(({ account }) => account),
    );
    const usual = mostUsed([...charts.values()].flat());
    const issues: Issue[] = [];
    const now = this.clock.now();
    const rows = totals.map(({ account, from, to, amount, system, name }, at) => {
      if (!MONTH.test(from) || !MONTH.test(to) || from > to) issues.push({ code: 'month', path: `totals.${at}.from` });
      if (!isDecimal(amount)) issues.push({ code: 'amount', path: `totals.${at}.amount` });
      const chart = system ?? charts.get(account)?.[0] ?? usual;
      if (chart === null)
        issues.push({ code: 'account-unknown', path: `totals.${at}.account`, params: { found: account } });
      return { id: uuidv7(now), account, from, to, amount, system: chart, name: name ?? null };
    });
    if (issues.length > 0) throw new Problem(400, 'body-invalid', {}, issues.slice(0, 50));
    await this.database.query(
      `insert into spend.ledger_total (id, buyer_id, account_system, account_code, account_name, from_period, to_period, amount, currency, source, source_on, stated_by, stated_at)
       select t.id, $1, t.system, t.account, t.name, t."from", t."to", t.amount, $3, $4, $5, platform.person(), $6
       from jsonb_to_recordset($2::jsonb) as t (id uuid, system text, account text, name text, "from" text, "to" text, amount numeric)`,
      [buyerId, JSON.stringify(rows), currency, source.trim(), sourceOn, now],
    );
    await this.audit.record({
      act: 'spend.ledger-totals-stated',
      subject: { kind: 'buyer', id: buyerId },
      details: { totals: rows.length, source: source.trim() },
    });
    return { totals: rows.length };
  }

  /** Charts in which the buyer's ledger files have an account, the most used first. */
  async #charts(buyerId: string, accounts: readonly string[]): Promise<Map<string, string[]>> {
    const rows = await this.database.query<{ code: string; system: string }>(
      `select code, system from (
         select account_code as code, account_system as system, count(*) as times from spend.posting where buyer_id = $1 and account_code = any ($2) group by 1, 2
         union all
         select account_code, account_system, sum(row_count) from spend.set_aside where buyer_id = $1 and account_code = any ($2) group by 1, 2
       ) x group by code, system order by code, sum(times) desc, system`,
      [buyerId, [...new Set(accounts)]],
    );
    const charts = new Map<string, string[]>();
    for (const { code, system } of rows) charts.set(code, [...(charts.get(code) ?? []), system]);
    return charts;
  }
}

/** The chart that most of the accounts are of; null without any. */
function mostUsed(systems: readonly string[]): string | null {
  const counts = Map.groupBy(systems, (system) => system);
  return [...counts].toSorted(([, a], [, b]) => b.length - a.length)[0]?.[0] ?? null;
}
