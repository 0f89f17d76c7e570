import { Injectable } from '@nestjs/common';
import { ShowMatchingCoverage } from '@tallgrunn/matching-server';
import { Clock, Database } from '@tallgrunn/platform';
import { ListObligations, type ObligationView } from '@tallgrunn/reporting-server';
import { compare, divide, osloDate } from '@tallgrunn/values';
import { isRequest, type MatterKind } from '../cases/case.ts';
import { ListCases } from '../cases/list-cases.ts';
import { rateQuality } from '../data-quality/quality-levels.ts';
import { LEDGER_MONTHS } from '../meeting-sheets/collect-meeting-sheet.ts';
import { earlierDay, MONTHS_OF_YEAR } from '../meeting-sheets/sheet-period.ts';
import { ShowPenalties } from '../penalties/show-penalties.ts';
import { ListPriceDeviations } from '../price-deviations/list-price-deviations.ts';
import type { PriceBasis } from '../price-deviations/charged-lines.ts';
import { obligationsSince } from '../supplier-page/obligations-since.ts';
import { isDelivered, punctualityOf } from '../supplier-page/punctuality.ts';
import { ReadDeclarationCoverage } from '../supplier-page/read-declaration-coverage.ts';
import { ReadQuality } from '../supplier-page/read-quality.ts';
import type { LateReport, StatementCase, StatementFigures, StatementPrices } from './statement-figures.ts';

/** Supplier, agreement and year of a statement. */
export interface StatementScope {
  readonly agreementId: string;
  readonly supplierId: string;
  readonly year: number;
}

const REQUIRED_SHARE = `
  select max(d.each ->> 'share') as share
  from (
    select t.document from agreements.door_terms_version t where t.agreement_id = $1 and t.applies_from <= $2::date
    order by t.applies_from desc, t.version desc limit 1
  ) t cross join lateral jsonb_array_elements(coalesce(t.document -> 'declarations', '[]')) as d (each)
  where d.each ->> 'of' = 'items' and (d.each ->> 'by')::date <= $2::date`;

const CURRENT_ITEMS =
  'select count(distinct i.number)::int as count from agreements.door_item i where i.supplier_id = $1 and i.current';

/** Collects the key figures of a statement. It defines none of them. */
@Injectable()
export class CollectStatementFigures {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly obligations: ListObligations,
    private readonly penalties: ShowPenalties,
    private readonly quality: ReadQuality,
    private readonly coverage: ShowMatchingCoverage,
    private readonly prices: ListPriceDeviations,
    private readonly declarations: ReadDeclarationCoverage,
    private readonly cases: ListCases,
  ) {}

  async run({ agreementId, supplierId, year }: StatementScope): Promise<StatementFigures> {
    const today = osloDate(this.clock.now());
    const [from, until] = [`${year}-01-01`, `${year + 1}-01-01`];
    const asOf = earlierDay(today, `${year}-12-31`);
    const [quality] = await this.quality.bySupplier({ supplierId, agreementId, from, until });
    const none = { reports: 0, lines: 0, returned: 0, findingCount: 0, overriddenCount: 0, checks: [] };
    return {
      asOf,
      punctuality: await this.#punctuality({ agreementId, supplierId }, { from, until, today }),
      quality: rateQuality(quality ?? none),
      coverage: await this.#coverage(supplierId, `${year}-01`, `${year}-12`),
      prices: await this.#prices({ agreementId, supplierId, year }),
      declarations: {
        ...(await this.declarations.run(supplierId, asOf)),
        requiredShare: await this.#requiredShare(agreementId, asOf),
        currentItems: await this.#currentItems(supplierId),
      },
      openCases: await this.#openCases({ agreementId, supplierId }),
    };
  }

  async #punctuality(
    pair: Omit<StatementScope, 'year'>,
    { from, until: yearEnd, today }: { readonly from: string; readonly until: string; readonly today: string },
  ): Promise<StatementFigures['punctuality']> {
    const until = earlierDay(yearEnd, today);
    const all = await obligationsSince(this.obligations, pair, from);
    const failures = new Set(
      (await this.penalties.list(pair)).items
        .filter(({ isFailure }) => isFailure)
        .map(({ obligationId }) => obligationId),
    );
    const lateReports = all
      .filter((each) => each.dueOn >= from && isLateOrMissing(each, until))
      .map((each) => lateReportOf(each, !failures.has(each.id)));
    const excused = lateReports.filter(({ isExcused }) => isExcused).length;
    const inYear = all.filter(({ dueOn }) => dueOn >= from && dueOn < yearEnd).length;
    return { ...punctualityOf(all, from, until), excused, inYear, lateReports };
  }

  async #coverage(supplierId: string, from: string, to: string): Promise<StatementFigures['coverage']> {
    const {
      agreementPurchases: booked,
      linked,
      outside,
    } = await this.coverage.run({
      supplierId,
      buyerId: null,
      from,
      to,
    });
    const ledgers = await this.database.one<{ complete: number; buyers: number }>(LEDGER_MONTHS, [from, to]);
    return {
      booked,
      linked,
      share: compare(booked, '0') > 0 ? divide(linked, booked, 6) : null,
      outside,
      ledgerMonths: { complete: ledgers?.complete ?? 0, expected: (ledgers?.buyers ?? 0) * MONTHS_OF_YEAR },
    };
  }

  async #prices({ year, ...pair }: StatementScope): Promise<StatementPrices[]> {
    const rows = await this.prices.summary({ ...pair, from: `${year}-01`, to: `${year}-12` });
    return rows.map((row) => ({
      basis: row.basis as PriceBasis,
      currency: row.currency,
      chargedAmount: row.chargedAmount,
      openAmount: row.openAmount,
      acceptedAmount: row.acceptedAmount,
      claimedAmount: row.claimedAmount,
      openLineCount: row.openLineCount,
      comparedLineCount: row.comparedCount,
      lineCount: [row.unknown, row.other, row.otherCurrency, row.vatUnknown, row.offAssortment].reduce(
        (lines, { count }) => lines + count,
        row.comparedCount,
      ),
    }));
  }

  /** Requests of the supplier are no matters held against it, and neither are cases it cannot see. */
  async #openCases(pair: Omit<StatementScope, 'year'>): Promise<StatementCase[]> {
    const cases = await this.cases.run({ ...pair, status: 'not-closed' });
    return cases
      .filter(({ isShared, kind }) => isShared && !isRequest(kind))
      .map(({ id, number, kind, status, openedAt }) => ({
        ...{ id, number, kind: kind as MatterKind, status },
        openedOn: osloDate(openedAt),
      }));
  }

  async #currentItems(supplierId: string): Promise<number> {
    const row = await this.database.one<{ count: number }>(CURRENT_ITEMS, [supplierId]);
    return row?.count ?? 0;
  }

  async #requiredShare(agreementId: string, day: string): Promise<string | null> {
    const row = await this.database.one<{ share: string | null }>(REQUIRED_SHARE, [agreementId, day]);
    return row?.share ?? null;
  }
}

const isLateOrMissing = (each: ObligationView, until: string): boolean =>
  each.dueOn < until && each.state !== 'exempt' && (!isDelivered(each) || each.daysLate > 0);

function lateReportOf(each: ObligationView, isExcused: boolean): LateReport {
  return {
    obligationId: each.id,
    periodKey: each.period.key,
    dueOn: each.dueOn,
    daysLate: each.daysLate,
    isMissing: !isDelivered(each),
    isExcused,
  };
}
