import { Injectable } from '@nestjs/common';
import { ShowMatchingCoverage } from '@tallgrunn/matching-server';
import { Clock, Database, notFound } from '@tallgrunn/platform';
import { countsInTotalsSql, ListObligations } from '@tallgrunn/reporting-server';
import { osloDate, Period } from '@tallgrunn/values';
import { ListCases, type CaseSummary } from '../cases/list-cases.ts';
import { ListPriceDeviations } from '../price-deviations/list-price-deviations.ts';
import type { DeviationSummaryDto } from '../price-deviations/price-deviation.dto.ts';
import { obligationsSince } from '../supplier-page/obligations-since.ts';
import { punctualityOf, type Punctuality } from '../supplier-page/punctuality.ts';
import { ReadDeclarationCoverage, type DeclarationCoverage } from '../supplier-page/read-declaration-coverage.ts';
import { ReadQuality, type Quality } from '../supplier-page/read-quality.ts';
import { ReadSheetCommitments, type SheetCommitment } from './read-sheet-commitments.ts';
import {
  dayAfterPeriod,
  earlierDay,
  firstDayOf,
  MONTHS_OF_YEAR,
  sheetPeriod,
  shiftedMonth,
  type SheetPeriod,
} from './sheet-period.ts';

/** Amounts of one period, decimal text in SHEET_CURRENCY, without VAT. */
export interface SheetAmounts {
  /** Of the reports in force, by the month a line counts in. */
  readonly reported: string;
  readonly lineCount: number;
  /** Of the ledgers: what buyers booked on the supplier. */
  readonly booked: string;
  /** Of what is booked: linked to reported lines. */
  readonly linked: string;
  /** Reports in force whose period is in these months; with none, what was reported is not known. */
  readonly reportCount: number;
  /** Months of buyers' ledgers: those with any posting, those that are complete, and buyers × months. */
  readonly ledgerMonths: { readonly loaded: number; readonly complete: number; readonly expected: number };
  /** What ledgers have of lines whose VAT is not known: in none of the sums. */
  readonly outside: string;
}

export interface SheetMeeting {
  readonly caseNumber: string;
  readonly happenedOn: string;
  readonly text: string;
}

export interface MeetingSheet {
  readonly cooperative: string;
  readonly supplier: { readonly id: string; readonly name: string; readonly orgNumber: string | null };
  readonly today: string;
  readonly period: SheetPeriod;
  /** The same months a year before. */
  readonly yearBefore: SheetPeriod;
  /** To hand over: without cases, owners and meetings that only the cooperative may see. */
  readonly isForSupplier: boolean;
  readonly agreements: readonly { readonly number: string; readonly title: string }[];
  readonly amounts: SheetAmounts;
  readonly amountsBefore: SheetAmounts;
  readonly punctuality: Punctuality;
  readonly punctualityBefore: Punctuality;
  readonly quality: Quality;
  readonly qualityBefore: Quality;
  /** Today, not of the period. */
  readonly declarations: DeclarationCoverage;
  readonly commitments: readonly SheetCommitment[];
  readonly deviations: readonly DeviationSummaryDto[];
  readonly openCases: readonly CaseSummary[];
  /** Newest first. */
  readonly meetings: readonly SheetMeeting[];
}

/** The currency of the municipalities' ledgers. Amounts in another one are not added up. */
export const SHEET_CURRENCY = 'NOK';
const MEETINGS_MAX = 3;

const ABOUT = `
  select o.id, o.name, o.org_number as "orgNumber", (select c.name from identity.door_cooperative c limit 1) as cooperative
  from identity.door_organisation o where o.id = $1 and o.kind = 'supplier'`;

const AGREEMENTS = `
  select distinct a.number, a.title from agreements.door_agreement_supplier s
  join agreements.door_agreement a on a.cooperative_id = s.cooperative_id and a.id = s.agreement_id
  where s.supplier_id = $1 and s.valid_from < $3::date and coalesce(s.valid_to, a.ends_on, 'infinity') >= $2::date order by a.number`;

const REPORTED = `
  select coalesce(sum(r.amount), 0)::text as amount, coalesce(sum(r.line_count), 0)::int as "lineCount"
  from reporting.door_report_line_sum r where r.supplier_id = $1 and r.month between $2 and $3 and ${countsInTotalsSql('r', '$4')}`;

const REPORTS_IN_FORCE = `
  select count(*)::int as count from reporting.door_report_version v
  where v.supplier_id = $1 and v.state = 'accepted' and v.period_start >= $2::date and v.period_start < $3::date`;

/** SQL: months of buyers' ledgers between two months. */
export const LEDGER_MONTHS = `
  select count(*)::int as loaded, count(*) filter (where m.is_complete)::int as complete,
    (select count(*)::int from identity.door_current_organisation b where b.kind = 'buyer') as buyers
  from spend.door_ledger_month m where m.month between $1 and $2`;

const CASE_MEETINGS = `
  select c.number as "caseNumber", e.happened_on::text as "happenedOn", e.body as text
  from follow_up.case_entry e join follow_up.supplier_case c on c.cooperative_id = e.cooperative_id and c.id = e.case_id
  where e.supplier_id = $1 and e.kind = 'meeting' and e.happened_on is not null and e.body is not null and not (e.is_internal and $2::boolean)
  order by e.happened_on desc, e.id desc limit ${MEETINGS_MAX}`;

/** Collects what a meeting with a supplier is about: a period, and the same months a year before. Each figure is read where its page reads it. */
@Injectable()
export class CollectMeetingSheet {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly obligations: ListObligations,
    private readonly coverage: ShowMatchingCoverage,
    private readonly quality: ReadQuality,
    private readonly declarations: ReadDeclarationCoverage,
    private readonly deviations: ListPriceDeviations,
    private readonly cases: ListCases,
    private readonly commitments: ReadSheetCommitments,
  ) {}

  /**
   * Without a period: the twelve months before this one.
   * @throws Problem 'not-found' (404); 'period-reversed', 'period-too-long' (422)
   */
  async run(supplierId: string, wanted: Partial<SheetPeriod>, isForSupplier = false): Promise<MeetingSheet> {
    const today = osloDate(this.clock.now());
    const period = sheetPeriod(wanted, today);
    const yearBefore = {
      from: shiftedMonth(period.from, -MONTHS_OF_YEAR),
      to: shiftedMonth(period.to, -MONTHS_OF_YEAR),
    };
    const about = await this.database.one<MeetingSheet['supplier'] & { cooperative: string | null }>(ABOUT, [
      supplierId,
    ]);
    if (!about) throw notFound('supplier');
    const { cooperative, ...supplier } = about;
    const obligations = await obligationsSince(this.obligations, { supplierId }, firstDayOf(yearBefore));
    return {
      cooperative: cooperative ?? '',
      supplier,
      today,
      period,
      yearBefore,
      isForSupplier,
      agreements: await this.database.query(AGREEMENTS, [supplierId, firstDayOf(period), dayAfterPeriod(period)]),
      amounts: await this.#amounts(supplierId, period),
      amountsBefore: await this.#amounts(supplierId, yearBefore),
      punctuality: punctualityOf(obligations, firstDayOf(period), earlierDay(dayAfterPeriod(period), today)),
      punctualityBefore: punctualityOf(obligations, firstDayOf(yearBefore), dayAfterPeriod(yearBefore)),
      quality: await this.quality.run(supplierId, firstDayOf(period), dayAfterPeriod(period)),
      qualityBefore: await this.quality.run(supplierId, firstDayOf(yearBefore), dayAfterPeriod(yearBefore)),
      declarations: await this.declarations.run(supplierId, today),
      commitments: await this.commitments.run(supplierId, period, { yearBefore, today, currency: SHEET_CURRENCY }),
      deviations: (await this.deviations.summary({ supplierId, ...period })).filter(({ lineCount }) => lineCount > 0),
      openCases: (await this.cases.run({ supplierId, status: 'not-closed' })).filter(
        ({ isShared }) => isShared || !isForSupplier,
      ),
      meetings: await this.database.query(CASE_MEETINGS, [supplierId, isForSupplier]),
    };
  }

  async #amounts(supplierId: string, { from, to }: SheetPeriod): Promise<SheetAmounts> {
    const reported = await this.database.one<{ amount: string; lineCount: number }>(REPORTED, [
      supplierId,
      from,
      to,
      SHEET_CURRENCY,
    ]);
    const reports = await this.database.one<{ count: number }>(REPORTS_IN_FORCE, [
      supplierId,
      firstDayOf({ from, to }),
      dayAfterPeriod({ from, to }),
    ]);
    const ledgers = await this.database.one<{ loaded: number; complete: number; buyers: number }>(LEDGER_MONTHS, [
      from,
      to,
    ]);
    const monthCount = Period.between('month', firstDayOf({ from, to }), dayAfterPeriod({ from, to })).length;
    const { agreementPurchases, linked, outside } = await this.coverage.run({ supplierId, buyerId: null, from, to });
    return {
      reported: reported?.amount ?? '0',
      lineCount: reported?.lineCount ?? 0,
      reportCount: reports?.count ?? 0,
      ledgerMonths: {
        loaded: ledgers?.loaded ?? 0,
        complete: ledgers?.complete ?? 0,
        expected: (ledgers?.buyers ?? 0) * monthCount,
      },
      booked: agreementPurchases,
      linked,
      outside,
    };
  }
}
