import type { LocalText } from '@tallgrunn/checks';
import { osloDate, workingDaysAfter } from '@tallgrunn/values';
import { obligationStatus, type ObligationStatus } from './obligation-status.ts';
import type { VersionState } from '../versions/submission.ts';

/** A reporting obligation with its current version and dates, as returned by `obligationSelect`. */
export interface ObligationRow {
  readonly id: string;
  readonly period_key: string;
  readonly period_start: string;
  readonly period_end: string;
  readonly due_on: string;
  readonly original_due_on: string;
  readonly extension_reason: string | null;
  readonly opened_at: Date;
  readonly lots: string[];
  readonly report: string;
  readonly report_title: LocalText | null;
  readonly branch_id: string | null;
  readonly part_name: string | null;
  readonly part_org_number: string | null;
  readonly is_run_off: boolean;
  readonly exemption_reason: string | null;
  readonly agreement_id: string;
  readonly agreement_number: string;
  readonly agreement_title: string;
  readonly agreement_is_mine: boolean;
  readonly supplier_id: string;
  readonly supplier_name: string;
  readonly version_id: string | null;
  readonly version_state: VersionState | null;
  readonly version_kind: 'lines' | 'nil' | null;
  readonly version_number: string | null;
  readonly line_count: number | null;
  readonly amount: string | null;
  readonly currency: string | null;
  readonly requires_review: boolean | null;
  readonly received_at: Date | null;
  readonly submitted_at: Date | null;
  readonly accepted_at: Date | null;
  readonly returned_at: Date | null;
  readonly return_reason: string | null;
  readonly rows_waiting: number | null;
  readonly whole_only: boolean | null;
  readonly delivered_at: Date | null;
  /** Review periods of submissions that did not count as delivered; `to` is null while one awaits a decision. */
  readonly reviews: readonly { readonly from: string; readonly to: string | null }[];
  readonly typed_lines: number;
  readonly question_amount: string | null;
  readonly question_invoices: number | null;
  readonly question_noticed_at: Date | null;
  readonly question_open: boolean | null;
  readonly question_reason: string | null;
  readonly question_reason_at: Date | null;
}

/**
 * SQL: obligations, each with its current version (the newest that is submitted or later) and the time its report was
 * first delivered.
 */
export const obligationSelect = `
  select d.id, d.period_key, d.period_start, d.period_end, d.due_on, d.original_due_on, d.extension_reason, d.opened_at, d.lots,
    d.report, d.report_title, d.branch_id, d.part_name, d.part_org_number, d.is_run_off, d.exemption_reason,
    d.agreement_id, a.number as agreement_number, a.title as agreement_title, coalesce(a.owner_id = platform.person(), false) as agreement_is_mine, d.supplier_id, o.name as supplier_name,
    v.id as version_id, v.state as version_state, v.kind as version_kind, v.number as version_number, v.line_count, v.amount, v.currency, v.requires_review, v.received_at, v.submitted_at, v.accepted_at, v.returned_at, v.return_reason, v.rows_waiting, v.whole_only,
    f.delivered_at, f.reviews,
    q.amount::text as question_amount, q.invoices as question_invoices, q.noticed_at as question_noticed_at,
    q.reason is null or q.amount > q.reason_amount as question_open, q.reason as question_reason, q.given_at as question_reason_at,
    (select count(*)::int from reporting.manual_entry_row w where w.cooperative_id = d.cooperative_id and w.obligation_id = d.id and not w.removed) as typed_lines
  from agreements.door_reporting_obligation d
  join agreements.door_agreement a on a.cooperative_id = d.cooperative_id and a.id = d.agreement_id
  join identity.door_organisation o on o.cooperative_id = d.cooperative_id and o.id = d.supplier_id
  left join lateral (
    select v.*, coalesce(c.quarantined_count, 0) as rows_waiting, coalesce(t.document ->> 'partlyAccepted', '') = 'not-delivered' as whole_only
    from reporting.report_version v
    left join reporting.check_result c on c.cooperative_id = v.cooperative_id and c.version_id = v.id
    left join agreements.door_terms_version t on t.cooperative_id = v.cooperative_id and t.id = v.terms_version_id
    where v.cooperative_id = d.cooperative_id and v.obligation_id = d.id and v.state in ('submitted', 'accepted', 'returned')
    order by v.sequence desc limit 1
  ) v on true
  left join reporting.nil_question q on q.cooperative_id = v.cooperative_id and q.version_id = v.id and q.closed_at is null
  left join lateral (
    select min(s.submitted_at) filter (where s.is_delivered) as delivered_at,
      coalesce(json_agg(json_build_object('from', s.submitted_at, 'to', s.decided_at)) filter (where s.is_returned or not s.is_complete), '[]') as reviews
    from reporting.door_submission s
    where s.cooperative_id = d.cooperative_id and s.obligation_id = d.id
  ) f on true`;

export interface ObligationView {
  readonly id: string;
  readonly period: { readonly key: string; readonly start: string; readonly end: string };
  /** Including an extension in force. */
  readonly dueOn: string;
  /** Set when the contract manager has moved the due date. */
  readonly extension: { readonly originalDueOn: string; readonly reason: string } | null;
  readonly lots: readonly string[];
  /** The report type of the agreement; `title` is null when the terms state none. */
  readonly report: { readonly key: string; readonly title: LocalText | null };
  /** The branch that the report is for; null outside chain reporting. */
  readonly part: { readonly id: string; readonly name: string; readonly orgNumber: string | null } | null;
  /** True after the agreement's last day: the report covers only deliveries called off before it. */
  readonly runOff: boolean;
  readonly exemptReason: string | null;
  /** `isMine`: the current user is responsible for the agreement. */
  readonly agreement: {
    readonly id: string;
    readonly number: string;
    readonly title: string;
    readonly isMine: boolean;
  };
  readonly supplier: { readonly id: string; readonly name: string };
  readonly state: ObligationStatus;
  /** Working days; 0 when the obligation was created after its due date, because the report could not be on time. */
  readonly daysLate: number;
  /** The day (Oslo) from which the report counts as delivered under the terms; null while it does not. */
  readonly deliveredOn: string | null;
  readonly isCreatedAfterDueDate: boolean;
  readonly version: VersionHead | null;
  /** Number of rows entered manually so far; visible to the supplier only. */
  readonly typedLines: number;
}

export interface VersionHead {
  readonly id: string;
  readonly number: string | null;
  readonly state: VersionState;
  readonly kind: 'lines' | 'nil';
  readonly lines: number;
  readonly amount: string;
  readonly currency: string | null;
  readonly needsDecision: boolean;
  /** Number of quarantined rows of its file that await correction. */
  readonly rowsWaiting: number;
  readonly receivedAt: string | null;
  readonly submittedAt: string | null;
  readonly acceptedAt: string | null;
  /**
   * Working days that the version has awaited, or awaited, the contract manager's decision; null when none is needed.
   */
  readonly daysInQueue: number | null;
  readonly returnReason: string | null;
  /** Set when purchases booked after a nil return may contradict it. */
  readonly nilQuestion?: NilQuestion;
}

/** Purchases that may contradict a nil return, and the supplier's explanation. */
export interface NilQuestion {
  /** Excluding VAT, in the currency of the version. */
  readonly amount: string;
  readonly invoices: number;
  readonly noticedAt: string;
  /** True when the supplier has not answered, or more has been booked since its answer. */
  readonly isOpen: boolean;
  readonly reason: string | null;
  readonly reasonAt: string | null;
}

/**
 * Terms with retroactive effect create obligations whose due date has passed; their lateness is not attributed to the
 * supplier.
 */
function lateness({ opened_at, due_on }: ObligationRow): { isCreatedAfterDueDate: boolean; daysLate?: number } {
  const isCreatedAfterDueDate = osloDate(opened_at) > due_on;
  return { isCreatedAfterDueDate, ...(isCreatedAfterDueDate && { daysLate: 0 }) };
}

/** Returns the view of a row on a given day (Oslo). */
export function obligationView(row: ObligationRow, today: string): ObligationView {
  const currentVersion =
    row.version_state && row.version_kind
      ? {
          state: row.version_state,
          kind: row.version_kind,
          isPart: (row.rows_waiting ?? 0) > 0 && row.whole_only === true,
        }
      : null;
  return {
    id: row.id,
    period: { key: row.period_key, start: row.period_start, end: row.period_end },
    dueOn: row.due_on,
    extension:
      row.extension_reason === null ? null : { originalDueOn: row.original_due_on, reason: row.extension_reason },
    lots: row.lots,
    report: { key: row.report, title: row.report_title },
    part:
      row.branch_id === null ? null : { id: row.branch_id, name: row.part_name ?? '', orgNumber: row.part_org_number },
    runOff: row.is_run_off,
    exemptReason: row.exemption_reason,
    agreement: {
      id: row.agreement_id,
      number: row.agreement_number,
      title: row.agreement_title,
      isMine: row.agreement_is_mine,
    },
    supplier: { id: row.supplier_id, name: row.supplier_name },
    ...obligationStatus(
      {
        periodEnd: row.period_end,
        dueOn: row.due_on,
        standing: currentVersion,
        deliveredAt: row.delivered_at,
        reviews: row.reviews.map(({ from, to }) => ({
          from: osloDate(new Date(from)),
          to: to === null ? null : osloDate(new Date(to)),
        })),
        exempt: row.exemption_reason !== null,
      },
      today,
    ),
    deliveredOn: row.delivered_at && osloDate(row.delivered_at),
    ...lateness(row),
    version: versionHead(row, today),
    typedLines: row.typed_lines,
  };
}

function versionHead(row: ObligationRow, today: string): VersionHead | null {
  if (!row.version_id || !row.version_state || !row.version_kind) return null;
  return {
    id: row.version_id,
    number: row.version_number,
    state: row.version_state,
    kind: row.version_kind,
    lines: row.line_count ?? 0,
    amount: row.amount ?? '0',
    currency: row.currency,
    needsDecision: row.requires_review ?? false,
    rowsWaiting: row.rows_waiting ?? 0,
    receivedAt: row.received_at?.toISOString() ?? null,
    submittedAt: row.submitted_at?.toISOString() ?? null,
    acceptedAt: row.accepted_at?.toISOString() ?? null,
    daysInQueue: daysInQueue(row, today),
    returnReason: row.return_reason,
    ...nilQuestionOf(row),
  };
}

function nilQuestionOf(row: ObligationRow): Pick<VersionHead, 'nilQuestion'> {
  if (row.question_amount === null || row.question_noticed_at === null) return {};
  return {
    nilQuestion: {
      amount: row.question_amount,
      invoices: row.question_invoices ?? 0,
      noticedAt: row.question_noticed_at.toISOString(),
      isOpen: row.question_open ?? true,
      reason: row.question_reason,
      reasonAt: row.question_reason_at?.toISOString() ?? null,
    },
  };
}

function daysInQueue(
  { requires_review, submitted_at, accepted_at, returned_at }: ObligationRow,
  today: string,
): number | null {
  if (!requires_review || !submitted_at) return null;
  const decided = accepted_at ?? returned_at;
  return workingDaysAfter(osloDate(submitted_at), decided ? osloDate(decided) : today);
}
