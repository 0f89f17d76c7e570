import type { LocalText } from '@tallgrunn/checks';
import { osloDate, workingDaysAfter } from '@tallgrunn/values';
import { dutyStanding, type DutyState } from './duty-state.ts';
import type { VersionState } from '../versions/submission.ts';

/** A duty with what became of it, as the queries below give it. */
export interface DutyRow {
  readonly id: string;
  readonly period_key: string;
  readonly period_start: string;
  readonly period_end: string;
  readonly due_on: string;
  readonly opened_at: Date;
  readonly lots: string[];
  readonly report: string;
  readonly report_title: LocalText | null;
  readonly part_of: string | null;
  readonly part_name: string | null;
  readonly part_org_number: string | null;
  readonly run_off: boolean;
  readonly exempt_reason: string | null;
  readonly agreement_id: string;
  readonly agreement_number: string;
  readonly agreement_title: string;
  readonly supplier_id: string;
  readonly supplier_name: string;
  readonly version_id: string | null;
  readonly version_state: VersionState | null;
  readonly version_kind: 'lines' | 'nil' | null;
  readonly version_number: string | null;
  readonly line_count: number | null;
  readonly amount: string | null;
  readonly currency: string | null;
  readonly needs_decision: boolean | null;
  readonly received_at: Date | null;
  readonly submitted_at: Date | null;
  readonly accepted_at: Date | null;
  readonly returned_at: Date | null;
  readonly return_reason: string | null;
  readonly rows_waiting: number | null;
  readonly whole_only: boolean | null;
  readonly delivered_at: Date | null;
  readonly typed_lines: number;
  readonly question_amount: string | null;
  readonly question_invoices: number | null;
  readonly question_noticed_at: Date | null;
  readonly question_open: boolean | null;
  readonly question_reason: string | null;
  readonly question_reason_at: Date | null;
}

/** Duties, each with the version that stands (submitted or later, newest first) and when what stands was first delivered. */
export const dutySelect = `
  select d.id, d.period_key, d.period_start, d.period_end, d.due_on, d.lots,
    d.opened_at, d.report, d.report_title, d.part_of, d.part_name, d.part_org_number, d.run_off, d.exempt_reason,
    d.agreement_id, a.number as agreement_number, a.title as agreement_title, d.supplier_id, o.name as supplier_name,
    v.id as version_id, v.state as version_state, v.kind as version_kind, v.number as version_number, v.line_count, v.amount, v.currency, v.needs_decision, v.received_at, v.submitted_at, v.accepted_at, v.returned_at, v.return_reason, v.rows_waiting, v.whole_only,
    f.delivered_at,
    q.amount::text as question_amount, q.invoices as question_invoices, q.noticed_at as question_noticed_at,
    q.reason is null or q.amount > q.reason_amount as question_open, q.reason as question_reason, q.given_at as question_reason_at,
    (select count(*)::int from reporting.typed_row w where w.cooperative_id = d.cooperative_id and w.duty_id = d.id and not w.removed) as typed_lines
  from agreements.door_duty d
  join agreements.door_agreement a on a.cooperative_id = d.cooperative_id and a.id = d.agreement_id
  join identity.door_organisation o on o.cooperative_id = d.cooperative_id and o.id = d.supplier_id
  left join lateral (
    select v.*, coalesce(c.quarantined_count, 0) as rows_waiting, coalesce(t.document ->> 'partlyAccepted', '') = 'not-delivered' as whole_only
    from reporting.version v
    left join reporting.verdict c on c.cooperative_id = v.cooperative_id and c.version_id = v.id
    left join agreements.door_terms_version t on t.cooperative_id = v.cooperative_id and t.id = v.terms_version_id
    where v.cooperative_id = d.cooperative_id and v.duty_id = d.id and v.state in ('submitted', 'accepted', 'returned')
    order by v.sequence desc limit 1
  ) v on true
  left join reporting.nil_question q on q.cooperative_id = v.cooperative_id and q.version_id = v.id and q.closed_at is null
  left join lateral (
    select min(w.submitted_at) as delivered_at from reporting.version w
    left join reporting.verdict c on c.cooperative_id = w.cooperative_id and c.version_id = w.id
    left join agreements.door_terms_version t on t.cooperative_id = w.cooperative_id and t.id = w.terms_version_id
    where w.cooperative_id = d.cooperative_id and w.duty_id = d.id and w.returned_at is null and w.sequence is not null
      and not (coalesce(c.quarantined_count, 0) > 0 and coalesce(t.document ->> 'partlyAccepted', '') = 'not-delivered')
  ) f on true`;

export interface DutyView {
  readonly id: string;
  readonly period: { readonly key: string; readonly start: string; readonly end: string };
  readonly dueOn: string;
  readonly lots: readonly string[];
  /** Which report of the agreement; its title where the terms give one. */
  readonly report: { readonly key: string; readonly title: LocalText | null };
  /** The branch of a chain whose report it is. */
  readonly part: { readonly id: string; readonly name: string; readonly orgNumber: string | null } | null;
  /** After the agreement's last day: only what was called off before it. */
  readonly runOff: boolean;
  readonly exemptReason: string | null;
  readonly agreement: { readonly id: string; readonly number: string; readonly title: string };
  readonly supplier: { readonly id: string; readonly name: string };
  readonly state: DutyState;
  /** 0 where the obligation was made after its due date: nobody could report in time. */
  readonly daysLate: number;
  readonly isCreatedAfterDueDate: boolean;
  readonly version: VersionHead | null;
  /** Lines that the supplier has typed so far; its own alone to know. */
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
  /** Rows of its file that are kept out and wait to be corrected. */
  readonly rowsWaiting: number;
  readonly receivedAt: string | null;
  readonly submittedAt: string | null;
  readonly acceptedAt: string | null;
  /** Working days it has waited, or waited, for the contract manager's decision; null when none is needed. */
  readonly daysInQueue: number | null;
  readonly returnReason: string | null;
  /** Set where purchases booked after a nil return may contradict it. */
  readonly nilQuestion?: NilQuestion;
}

/** Purchases that may contradict a nil return, and the supplier's explanation. */
export interface NilQuestion {
  /** Without VAT, in the currency of the version. */
  readonly amount: string;
  readonly invoices: number;
  readonly noticedAt: string;
  /** The supplier has not answered, or more has been booked since its answer. */
  readonly isOpen: boolean;
  readonly reason: string | null;
  readonly reasonAt: string | null;
}

/** Terms that reach back make obligations whose due date has passed: their lateness is not the supplier's. */
function lateness({ opened_at, due_on }: DutyRow): { isCreatedAfterDueDate: boolean; daysLate?: number } {
  const isCreatedAfterDueDate = osloDate(opened_at) > due_on;
  return { isCreatedAfterDueDate, ...(isCreatedAfterDueDate && { daysLate: 0 }) };
}

/** A row as the screen needs it, on a day in Oslo. */
export function dutyView(row: DutyRow, today: string): DutyView {
  const standing =
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
    lots: row.lots,
    report: { key: row.report, title: row.report_title },
    part: row.part_of === null ? null : { id: row.part_of, name: row.part_name ?? '', orgNumber: row.part_org_number },
    runOff: row.run_off,
    exemptReason: row.exempt_reason,
    agreement: { id: row.agreement_id, number: row.agreement_number, title: row.agreement_title },
    supplier: { id: row.supplier_id, name: row.supplier_name },
    ...dutyStanding(
      {
        periodEnd: row.period_end,
        dueOn: row.due_on,
        standing,
        deliveredAt: row.delivered_at,
        exempt: row.exempt_reason !== null,
      },
      today,
    ),
    ...lateness(row),
    version: versionHead(row, today),
    typedLines: row.typed_lines,
  };
}

function versionHead(row: DutyRow, today: string): VersionHead | null {
  if (!row.version_id || !row.version_state || !row.version_kind) return null;
  return {
    id: row.version_id,
    number: row.version_number,
    state: row.version_state,
    kind: row.version_kind,
    lines: row.line_count ?? 0,
    amount: row.amount ?? '0',
    currency: row.currency,
    needsDecision: row.needs_decision ?? false,
    rowsWaiting: row.rows_waiting ?? 0,
    receivedAt: row.received_at?.toISOString() ?? null,
    submittedAt: row.submitted_at?.toISOString() ?? null,
    acceptedAt: row.accepted_at?.toISOString() ?? null,
    daysInQueue: daysInQueue(row, today),
    returnReason: row.return_reason,
    ...nilQuestionOf(row),
  };
}

function nilQuestionOf(row: DutyRow): Pick<VersionHead, 'nilQuestion'> {
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
  { needs_decision, submitted_at, accepted_at, returned_at }: DutyRow,
  today: string,
): number | null {
  if (!needs_decision || !submitted_at) return null;
  const decided = accepted_at ?? returned_at;
  return workingDaysAfter(osloDate(submitted_at), decided ? osloDate(decided) : today);
}
