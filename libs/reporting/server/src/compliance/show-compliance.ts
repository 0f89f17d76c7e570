import { Injectable } from '@nestjs/common';
import { Clock, Database } from '@tallgrunn/platform';
import { osloDate } from '@tallgrunn/values';
import {
  obligationSelect,
  obligationView,
  type ObligationRow,
  type ObligationView,
} from '../obligations/obligation-rows.ts';
import { obligationStatuses, type ObligationStatus } from '../obligations/obligation-status.ts';

export interface ComplianceFilter {
  readonly agreementId?: string;
  /** Limits to agreements in which this buyer participates or has participated. */
  readonly buyerId?: string;
  /** Periods that end after `from` and begin on or before `until`. Default: the last twelve months. */
  readonly from?: string;
  readonly until?: string;
}

export interface ComplianceRow {
  readonly agreement: ObligationView['agreement'];
  readonly supplier: ObligationView['supplier'];
  readonly report: ObligationView['report'];
  readonly part: ObligationView['part'];
  /** Several cells in one period when the terms or the agreement changed within it. */
  readonly cells: readonly Pick<
    ObligationView,
    | 'id'
    | 'period'
    | 'dueOn'
    | 'extension'
    | 'state'
    | 'daysLate'
    | 'deliveredOn'
    | 'isCreatedAfterDueDate'
    | 'exemptReason'
    | 'runOff'
    | 'version'
  >[];
}

export interface ComplianceMatrix {
  readonly from: string;
  readonly until: string;
  /** Columns: the occurring period keys, by first day. */
  readonly periods: readonly string[];
  readonly rows: readonly ComplianceRow[];
  readonly counts: Readonly<Record<ObligationStatus, number>>;
  /** True when the range has more obligations than one matrix can show; narrow the range or choose an agreement. */
  readonly cut: boolean;
}

const OBLIGATIONS_MAX = 20_000;

/** Builds the compliance matrix, suppliers by periods: delivered, late, or awaiting a decision. */
@Injectable()
export class ShowCompliance {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run({ agreementId, buyerId, from, until }: ComplianceFilter): Promise<ComplianceMatrix> {
    const today = osloDate(this.clock.now());
    const range = { from: from ?? `${Number(today.slice(0, 4)) - 1}${today.slice(4, 7)}-01`, until: until ?? today };
    const rows = await this.database.query<ObligationRow>(
      `${obligationSelect}
       where ($1::uuid is null or d.agreement_id = $1) and d.period_end > $2::date and d.period_start <= $3::date
         and ($4::uuid is null or exists (
           select from agreements.door_participation p where p.cooperative_id = d.cooperative_id and p.agreement_id = d.agreement_id and p.buyer_id = $4))
       order by a.number, o.name, d.supplier_id, d.report, d.part_name nulls first, d.branch_id, d.period_start
       limit ${OBLIGATIONS_MAX + 1}`,
      [agreementId ?? null, range.from, range.until, buyerId ?? null],
    );
    const obligations = rows.slice(0, OBLIGATIONS_MAX).map((row) => obligationView(row, today));
    const starts = new Map(obligations.map(({ period }) => [period.key, period.start]));
    return {
      ...range,
      periods: [...starts.keys()].sort(
        (a, b) => (starts.get(a) ?? '').localeCompare(starts.get(b) ?? '') || a.localeCompare(b),
      ),
      rows: matrixRows(obligations),
      counts: Object.fromEntries(
        obligationStatuses.map((state) => [
          state,
          obligations.filter((obligation) => obligation.state === state).length,
        ]),
      ) as Record<ObligationStatus, number>,
      cut: rows.length > OBLIGATIONS_MAX,
    };
  }
}

function matrixRows(obligations: readonly ObligationView[]): ComplianceRow[] {
  const groups = Map.groupBy(
    obligations,
    ({ agreement, supplier, report, part }) => `${agreement.id} ${supplier.id} ${report.key} ${part?.id ?? ''}`,
  );
  return [...groups.values()].flatMap((group) => {
    const first = group[0];
    if (!first) return [];
    const cells = group.map(
      ({
        id,
        period,
        dueOn,
        extension,
        state,
        daysLate,
        deliveredOn,
        isCreatedAfterDueDate,
        exemptReason,
        runOff,
        version,
      }) => ({
        id,
        period,
        dueOn,
        extension,
        state,
        daysLate,
        deliveredOn,
        isCreatedAfterDueDate,
        exemptReason,
        runOff,
        version,
      }),
    );
    return [{ agreement: first.agreement, supplier: first.supplier, report: first.report, part: first.part, cells }];
  });
}
