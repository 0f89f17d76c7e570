import { Injectable } from '@nestjs/common';
import { Clock, Database, systemActor, UnitOfWork } from '@tallgrunn/platform';
import { ShowCompliance, type ComplianceRow } from '@tallgrunn/reporting-server';
import { osloDate, Period } from '@tallgrunn/values';
import {
  addReport,
  ledgerState,
  monthsBetween,
  noReports,
  reportsState,
  type LedgerMonth,
  type LedgerState,
  type ReportCounts,
  type ReportsState,
} from './month-completeness.ts';

export interface MonthCompleteness {
  readonly month: string;
  readonly ledger: {
    readonly state: LedgerState;
    readonly postingCount: number;
    /** Time of the last import with postings of the month. */
    readonly lastLoadedAt: Date | null;
    /** A user's statement, if it decides the state. */
    readonly statement: string | null;
  };
  readonly invoiceCount: number;
  readonly reports: ReportCounts & { readonly state: ReportsState };
}

export interface BuyerCompleteness {
  readonly buyerId: string;
  readonly name: string;
  readonly months: readonly MonthCompleteness[];
}

export interface Completeness {
  readonly today: string;
  /** There are more obligations than were counted. */
  readonly isCut: boolean;
  readonly buyers: readonly BuyerCompleteness[];
}

interface LedgerRow extends LedgerMonth {
  readonly buyerId: string;
  readonly postingCount: number;
  readonly lastLoadedAt: Date | null;
  readonly statement: string | null;
}

interface Participation {
  readonly agreementId: string;
  readonly buyerId: string;
  readonly fromOn: string | null;
  readonly untilOn: string | null;
}

/** Maximum months shown; fewer if the data start later. */
const MONTHS_MAX = 36;

const BUYERS = `select id, name from identity.door_current_organisation where kind = 'buyer' and ($1::uuid is null or id = $1) order by name`;

const LEDGER_MONTHS = `select l.buyer_id as "buyerId", l.month, l.posting_count as "postingCount", l.is_complete as "isComplete", l.is_partial as "isPartial",
    l.last_loaded_at as "lastLoadedAt", l.statement_reason as statement
  from spend.door_ledger_month l`;

const INVOICES = `select m.buyer_id as "buyerId", m.month, m.invoice_count as count from spend.door_invoice_month m`;

const PARTICIPATIONS = `select p.agreement_id as "agreementId", p.buyer_id as "buyerId", p.valid_from as "fromOn", p.valid_to as "untilOn" from agreements.door_participation p`;

/** Returns the available data by buyer and month: the ledger, e-invoices, and the reports due under its agreements. */
@Injectable()
export class ListCompleteness {
  constructor(
    private readonly database: Database,
    private readonly units: UnitOfWork,
    private readonly clock: Clock,
    private readonly compliance: ShowCompliance,
  ) {}

  async run(): Promise<Completeness> {
    const today = osloDate(this.clock.now());
    const { side, organisationId } = this.database.actor();
    const buyers = await this.database.query<{ id: string; name: string }>(BUYERS, [
      side === 'buyer' ? organisationId : null,
    ]);
    const ledger = await this.database.query<LedgerRow & Record<string, unknown>>(LEDGER_MONTHS);
    const invoices = await this.database.query<{ buyerId: string; month: string; count: number }>(INVOICES);
    const thisMonth = today.slice(0, 7);
    const earliest = Period.shift(Period.parse(thisMonth), 1 - MONTHS_MAX);
    const { reports, isCut } = await this.#reports(
      earliest.start,
      buyers.map(({ id }) => id),
    );
    const known = [
      ...ledger.map(({ month }) => month),
      ...invoices.map(({ month }) => month),
      ...[...reports.keys()].map((key) => key.slice(-7)),
    ].filter((month) => month <= thisMonth);
    const first = known.reduce((before, month) => (month < before ? month : before), thisMonth);
    const months = monthsBetween(first > earliest.key ? first : earliest.key, thisMonth);
    const counts = new Map(invoices.map(({ buyerId, month, count }) => [`${buyerId} ${month}`, count]));
    return {
      today,
      isCut,
      buyers: buyers.map(({ id, name }) => {
        const own = new Map(ledger.filter(({ buyerId }) => buyerId === id).map((row) => [row.month, row]));
        const firstLedger = [...own.keys()].sort()[0] ?? null;
        return {
          buyerId: id,
          name,
          months: months.map((month) => {
            const row = own.get(month);
            const report = reports.get(`${id} ${month}`) ?? noReports;
            return {
              month,
              ledger: {
                state: ledgerState(month, row, firstLedger, thisMonth),
                postingCount: row?.postingCount ?? 0,
                lastLoadedAt: row?.lastLoadedAt ?? null,
                statement: row?.statement ?? null,
              },
              invoiceCount: counts.get(`${id} ${month}`) ?? 0,
              reports: { ...report, state: reportsState(report) },
            };
          }),
        };
      }),
    };
  }

  /**
   * Returns report counts by 'buyer month'. Suppliers and the cooperative may see obligations; a buyer sees only their
   * number.
   */
  async #reports(
    from: string,
    buyerIds: readonly string[],
  ): Promise<{ reports: Map<string, ReportCounts>; isCut: boolean }> {
    const actor = this.database.actor();
    const read = async () => ({
      ...(await this.compliance.run({ from })),
      participations: await this.database.query<Participation & Record<string, unknown>>(PARTICIPATIONS),
    });
    const { rows, cut, participations } =
      actor.side === 'buyer' ? await this.units.run(systemActor(actor.cooperativeId, actor), read) : await read();
    return {
      reports: countReports(
        rows,
        participations.filter(({ buyerId }) => buyerIds.includes(buyerId)),
      ),
      isCut: cut,
    };
  }
}

function countReports(
  rows: readonly ComplianceRow[],
  participations: readonly Participation[],
): Map<string, ReportCounts> {
  const byAgreement = Map.groupBy(participations, ({ agreementId }) => agreementId);
  const counts = new Map<string, ReportCounts>();
  for (const { agreement, cells } of rows) {
    for (const { period, state } of cells) {
      for (const { key: month, start, end } of Period.between('month', period.start, period.end)) {
        for (const { buyerId, fromOn, untilOn } of byAgreement.get(agreement.id) ?? []) {
          if ((fromOn !== null && fromOn >= end) || (untilOn !== null && untilOn < start)) continue;
          const key = `${buyerId} ${month}`;
          counts.set(key, addReport(counts.get(key) ?? noReports, state));
        }
      }
    }
  }
  return counts;
}
