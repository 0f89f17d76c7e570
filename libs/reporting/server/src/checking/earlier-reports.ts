import { Injectable } from '@nestjs/common';
import { Database } from '@tallgrunn/platform';
import type { CheckContext, EarlierReport } from '@tallgrunn/checks';
import { isOfGoods } from '../line-kind.ts';

interface SumRow {
  readonly version_id: string;
  readonly period_key: string;
  readonly item: string;
  readonly buyer: string;
  readonly month: string;
  readonly quantity: string;
  readonly amount: string;
  readonly largest: string;
}

const REPORTS_MAX = 13;
const SUMS_MAX = 100_000;
const KEYS_MAX = 60_000;

export interface ReportSeries {
  readonly agreementId: string;
  readonly supplierId: string;
  /** First day of the period that is being checked. */
  readonly before: string;
}

/**
 * Reads digests of a supplier's accepted reports before a period, oldest first: sums by item, buyer and month, and the
 * line keys of the newest.
 */
@Injectable()
export class EarlierReports {
  constructor(private readonly database: Database) {}

  async run({ agreementId, supplierId, before }: ReportSeries): Promise<EarlierReport[]> {
    const versions = await this.database.query<{ id: string; key: string; start: string; end: string; lines: number }>(
      `select id, period_key as key, period_start as start, period_end as "end", line_count as lines from reporting.report_version
       where agreement_id = $1 and supplier_id = $2 and state = 'accepted' and period_start < $3::date
       order by period_start desc limit ${REPORTS_MAX}`,
      [agreementId, supplierId, before],
    );
    const sums = await this.#sums(versions.map(({ id }) => id));
    const keys = await this.#keys(withinLimit(versions));
    return versions.reverse().map(({ id, key, start, end }) => {
      const own = sums.filter((row) => row.version_id === id);
      const lineKeys = keys.get(id);
      return { key, start, end, sums: columns(own), ...(lineKeys ? { lineKeys } : {}) };
    });
  }

  /**
   * Returns the line keys of reports that share the period with this one, before or after it, because a line must not
   * be reported twice. No sums: they belong to other terms.
   */
  async ofSamePeriod(
    { agreementId, supplierId, before }: ReportSeries,
    parts: CheckContext['otherParts'],
  ): Promise<EarlierReport[]> {
    if (!parts) return [];
    const versions = await this.database.query<{ id: string; key: string; start: string; end: string; lines: number }>(
      `select v.id, v.period_key as key, v.period_start as start, v.period_end as "end", v.line_count as lines
       from reporting.report_version v
       join unnest($2::uuid[], $3::date[]) p (agreement_id, start) on p.agreement_id = v.agreement_id and p.start = v.period_start
       where v.supplier_id = $1 and v.state = 'accepted' and not (v.agreement_id = $4 and v.period_start < $5::date) order by v.period_start, v.id`,
      [supplierId, parts.agreement, parts.start, agreementId, before],
    );
    const keys = await this.#keys(withinLimit(versions));
    return versions.flatMap(({ id, key, start, end }) =>
      keys.has(id) ? [{ key, start, end, lineKeys: keys.get(id)! }] : [],
    );
  }

  /**
   * Returns the line keys of the other branches of a chain for the same period, because a line belongs to one branch
   * only. No sums.
   */
  async ofBranches(obligationId: string): Promise<EarlierReport[]> {
    const versions = await this.database.query<{
      id: string;
      key: string;
      start: string;
      end: string;
      lines: number;
      branch: string;
    }>(
      `select v.id, v.period_key as key, v.period_start as start, v.period_end as "end", v.line_count as lines, d.part_name as branch
       from agreements.door_reporting_obligation o
       join agreements.door_reporting_obligation d on d.agreement_id = o.agreement_id and d.supplier_id = o.supplier_id and d.report = o.report and d.period_key = o.period_key and d.branch_id <> o.branch_id
       join reporting.report_version v on v.cooperative_id = d.cooperative_id and v.obligation_id = d.id and v.state in ('submitted', 'accepted')
       where o.id = $1 order by d.part_name, v.id`,
      [obligationId],
    );
    const keys = await this.#keys(withinLimit(versions));
    return versions.flatMap(({ id, key, start, end, branch }) =>
      keys.has(id) ? [{ key, start, end, branch, lineKeys: keys.get(id)! }] : [],
    );
  }

  #sums(versions: readonly string[]): Promise<SumRow[]> {
    return this.database.query<SumRow>(
      `select v.period_key, l.version_id, coalesce(l.item_number, '') as item, coalesce(l.buyer_id::text, '') as buyer,
         to_char(coalesce(l.delivered_on, l.invoiced_on, l.ordered_on, v.period_start), 'YYYY-MM') as month,
         coalesce(sum(l.quantity), 0)::text as quantity, coalesce(sum(l.amount), 0)::text as amount, coalesce(max(l.quantity), 0)::text as largest
       from reporting.report_line l
       join reporting.report_version v on v.cooperative_id = l.cooperative_id and v.id = l.version_id
       where l.version_id = any ($1) and ${isOfGoods('l')}
       group by 1, 2, 3, 4, 5
       order by 1 desc, 2, 3, 4, 5
       limit ${SUMS_MAX}`,
      [versions],
    );
  }

  async #keys(versions: readonly string[]): Promise<Map<string, string[]>> {
    const rows = await this.database.query<{ version_id: string; keys: string[] }>(
      'select version_id, array_agg(line_key order by line_key) as keys from reporting.report_line where version_id = any ($1) group by version_id',
      [versions],
    );
    return new Map(rows.map(({ version_id, keys }) => [version_id, keys]));
  }
}

/** Returns the newest versions whose line keys together stay within the limit for a browser. */
function withinLimit(versions: readonly { readonly id: string; readonly lines: number }[]): string[] {
  let left = KEYS_MAX;
  const selected: string[] = [];
  for (const { id, lines } of versions) {
    left -= lines;
    if (left < 0) break;
    selected.push(id);
  }
  return selected;
}

function columns(rows: readonly SumRow[]): NonNullable<EarlierReport['sums']> {
  return {
    item: rows.map((row) => row.item),
    buyer: rows.map((row) => row.buyer),
    month: rows.map((row) => row.month),
    quantity: rows.map((row) => row.quantity),
    amount: rows.map((row) => row.amount),
    largest: rows.map((row) => row.largest),
  };
}
