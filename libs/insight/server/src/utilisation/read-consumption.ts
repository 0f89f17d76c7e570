import { Injectable } from '@nestjs/common';
import { Database } from '@tallgrunn/platform';
import { countsInTotalsSql, lineLots } from '@tallgrunn/reporting-server';
import { sum } from '@tallgrunn/values';
import { LINES_OF_SET, sumSource } from '../sum-source.ts';
import { isUtilisedSql } from './utilised-lines-sql.ts';

/** Call-offs of one supplier, lot and month, from one source. */
export interface Consumed {
  readonly lotId: string | null;
  readonly supplierId: string;
  readonly month: string;
  /**
   * reported: accepted report lines. matched: booked and linked to a report. by-supplier: booked from a supplier with
   * no other agreement on that day.
   */
  readonly how: 'reported' | 'matched' | 'by-supplier';
  readonly amount: string;
  readonly lines: number;
}

/** Amounts that are not added: another currency, or incl. VAT. */
export interface ExcludedAmount {
  readonly currency: string;
  readonly vat: 'excluded' | 'included';
  readonly amount: string;
  readonly lines: number;
}

/** Call-offs of an agreement; `beside`: reported amounts not included. */
export interface Consumption {
  readonly consumed: readonly Consumed[];
  readonly beside: readonly ExcludedAmount[];
}

interface ReportedRow extends Omit<Consumed, 'how'>, ExcludedAmount {
  readonly isAddedUp: boolean;
}

/** SQL: reported amounts by lot, supplier and month, with the excluded ones in rows of their own. */
const REPORTED = `
  with ${lineLots.tables}
  select ${lineLots.lot('r')} as "lotId", r.supplier_id as "supplierId", r.month, r.currency, r.vat, ${countsInTotalsSql('r', '$2')} as "isAddedUp", sum(r.amount)::text as amount, sum(r.line_count)::int as lines
  from reporting.door_report_line_sum r ${lineLots.join('r')}
  where r.agreement_id = $1 and r.amount is not null
  group by 1, 2, 3, 4, 5, 6 order by 3, 1, 2, 4, 5`;

const BOOKED = `
  with part as (
    select l.lot_id, l.supplier_id, l.month, l.agreement_basis, sum(l.booked_amount) as amount, ${LINES_OF_SET} as lines
    from ${sumSource({ usedOn: 'agreement' })} l where ${isUtilisedSql('$1', '$2')} group by l.lot_id, l.supplier_id, l.month, l.agreement_basis, l.line_set
  )
  select lot_id as "lotId", supplier_id as "supplierId", month, case agreement_basis when 'reported' then 'matched' else 'by-supplier' end as how, coalesce(sum(amount), 0)::text as amount, sum(lines)::int as lines
  from part group by lot_id, supplier_id, month, agreement_basis order by month, lot_id, supplier_id`;

const MISSING = `
  select count(*)::int as missing
  from agreements.door_reporting_obligation d
  where d.agreement_id = $1 and d.due_on < $2 and d.exemption_reason is null
    and not exists (select 1 from reporting.door_report_version v where v.cooperative_id = d.cooperative_id and v.obligation_id = d.id and v.state = 'accepted')`;

/** Returns the call-offs of an agreement by month, from reports and from ledgers. */
@Injectable()
export class ReadConsumption {
  constructor(private readonly database: Database) {}

  async run(agreementId: string, currency: string): Promise<Consumption> {
    const reported = await this.database.query<ReportedRow & Record<string, unknown>>(REPORTED, [
      agreementId,
      currency,
    ]);
    const addedUp = reported
      .filter(({ isAddedUp: is }) => is)
      .map(({ lotId, supplierId, month, amount, lines }) => ({
        lotId,
        supplierId,
        month,
        how: 'reported' as const,
        amount,
        lines,
      }));
    return {
      consumed: [...addedUp, ...(await this.database.query<Consumed>(BOOKED, [agreementId, currency]))],
      beside: sumExcluded(reported.filter(({ isAddedUp: is }) => !is)),
    };
  }

  /** Returns the number of overdue reports without an accepted version, which are missing from the reported amounts. */
  async missingReports(agreementId: string, today: string): Promise<number> {
    return (await this.database.one<{ missing: number }>(MISSING, [agreementId, today]))?.missing ?? 0;
  }
}

/** Sums the excluded amounts by currency and VAT status. */
function sumExcluded(rows: readonly ExcludedAmount[]): ExcludedAmount[] {
  const kinds = Map.groupBy(rows, ({ currency, vat }) => `${currency} ${vat}`);
  return [...kinds.values()]
    .flatMap((same) =>
      same[0]
        ? [
            {
              currency: same[0].currency,
              vat: same[0].vat,
              amount: sum(same.map(({ amount }) => amount)),
              lines: same.reduce((count, { lines }) => count + lines, 0),
            },
          ]
        : [],
    )
    .toSorted((a, b) => a.currency.localeCompare(b.currency) || a.vat.localeCompare(b.vat));
}
