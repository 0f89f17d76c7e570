import { Injectable } from '@nestjs/common';
import { AuditLog, Clock, Database, notFound, Problem, type Issue } from '@tallgrunn/platform';
import { isDecimal, uuidv7 } from '@tallgrunn/values';

/** Balance change of an account over some months according to a trial balance, debit minus credit. */
export interface StatedTotal {
  readonly account: string;
  readonly from: string;
  readonly to: string;
  readonly amount: string;
  /** Chart of accounts. Default: the one in which the ledger files use the account. */
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

/**
 * Stores totals of a buyer's trial balance for comparison with its ledger files. Earlier totals of the same account and
 * months remain stored but no longer apply.
 */
@Injectable()
export class StoreLedgerTotals {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 'body-invalid' (400) with an issue per unusable total · 'not-found' (404) */
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
    const defaultChart = mostUsedChart([...charts.values()].flat());
    const issues: Issue[] = [];
    const now = this.clock.now();
    const rows = totals.map(({ account, from, to, amount, system, name }, at) => {
      if (!MONTH.test(from) || !MONTH.test(to) || from > to) issues.push({ code: 'month', path: `totals.${at}.from` });
      if (!isDecimal(amount)) issues.push({ code: 'amount', path: `totals.${at}.amount` });
      const chart = system ?? charts.get(account)?.[0] ?? defaultChart;
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

  /** Returns the charts in which the buyer's ledger files use an account, most used first. */
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

/** Returns the chart of most accounts; null without any. */
function mostUsedChart(systems: readonly string[]): string | null {
  const counts = Map.groupBy(systems, (system) => system);
  return [...counts].toSorted(([, a], [, b]) => b.length - a.length)[0]?.[0] ?? null;
}
