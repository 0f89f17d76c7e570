import { Injectable } from '@nestjs/common';
import type { Sanction } from '@tallgrunn/checks';
import { Clock, Database, Heartbeat, type Downtime } from '@tallgrunn/platform';
import { osloDate, startOfOsloDay } from '@tallgrunn/values';
import type { PenaltyExclusion, PenaltyFacts, PenaltySubmission } from './calculate-penalty.ts';
import { downtimeDays } from './downtime-days.ts';
import { penaltyClause, type PenaltyClause } from './penalty-clause.ts';

/** One obligation with its clause and the facts for calculating a penalty. */
export interface PenaltyCase {
  readonly obligationId: string;
  readonly periodKey: string;
  readonly report: string;
  readonly partName: string | null;
  readonly isRunOff: boolean;
  readonly agreement: { readonly id: string; readonly number: string; readonly title: string };
  readonly supplier: { readonly id: string; readonly name: string };
  readonly caseNumber: string | null;
  readonly clause: PenaltyClause;
  /** Where the agreement states the sanction, for example "Bilag 3, punkt 4.2". */
  readonly clauseReference: string | null;
  readonly facts: PenaltyFacts;
  readonly versionNumbers: readonly string[];
}

export interface PenaltyFilter {
  readonly obligationId?: string;
  readonly supplierId?: string;
  readonly agreementId?: string;
}

interface Row {
  readonly id: string;
  readonly period_key: string;
  readonly report: string;
  readonly part_name: string | null;
  readonly is_run_off: boolean;
  readonly due_on: string;
  readonly original_due_on: string;
  readonly extension_reason: string | null;
  readonly opened_at: Date;
  readonly exemption_reason: string | null;
  readonly agreement: PenaltyCase['agreement'];
  readonly supplier: PenaltyCase['supplier'];
  readonly case_number: string | null;
  readonly sanction: Sanction | null;
  readonly clause_reference: string | null;
  readonly currency: string;
  readonly invited_at: Date | null;
  readonly submissions: readonly {
    readonly number: string;
    readonly submittedAt: string;
    readonly decidedAt: string | null;
    readonly isReturned: boolean;
    readonly isComplete: boolean;
  }[];
  readonly exclusions: readonly PenaltyExclusion[];
}

/** Maximum number of late reports on a page; the oldest are omitted. */
export const PENALTY_CASES_MAX = 2000;
const DOWNTIME_PAGE = 100;

/**
 * SQL: obligations with submissions and excluded periods. The day of invitation is the day of the first invitation or
 * access.
 */
const SELECT = `
  select d.id, d.period_key, d.report, d.part_name, d.is_run_off, d.due_on, d.original_due_on, d.extension_reason, d.opened_at, d.exemption_reason,
    json_build_object('id', a.id, 'number', a.number, 'title', a.title) as agreement, json_build_object('id', o.id, 'name', o.name) as supplier, a.case_number,
    t.document -> 'sanction' as sanction, t.document #>> '{clauses,/sanction,reference}' as clause_reference, coalesce(t.document ->> 'currency', a.currency) as currency,
    least(
      (select min(i.created_at) from identity.door_invitation i where i.cooperative_id = d.cooperative_id and i.organisation_id = d.supplier_id),
      (select min(m.created_at) from identity.door_membership m where m.cooperative_id = d.cooperative_id and m.organisation_id = d.supplier_id)
    ) as invited_at,
    s.submissions,
    coalesce((
      select json_agg(json_build_object('from', e.valid_from, 'to', e.valid_to, 'reason', e.reason) order by e.valid_from)
      from follow_up.penalty_exclusion e
      where e.cooperative_id = d.cooperative_id and e.supplier_id = d.supplier_id and (e.agreement_id is null or e.agreement_id = d.agreement_id) and e.revoked_at is null
    ), '[]') as exclusions
  from agreements.door_reporting_obligation d
  join agreements.door_agreement a on a.cooperative_id = d.cooperative_id and a.id = d.agreement_id
  join identity.door_organisation o on o.cooperative_id = d.cooperative_id and o.id = d.supplier_id
  join agreements.door_terms_version t on t.cooperative_id = d.cooperative_id and t.id = d.terms_version_id
  left join lateral (
    select min(x.submitted_at) filter (where x.is_delivered) as delivered_at,
      coalesce(json_agg(json_build_object('number', x.number, 'submittedAt', x.submitted_at, 'decidedAt', x.decided_at, 'isReturned', x.is_returned, 'isComplete', x.is_complete) order by x.sequence), '[]') as submissions
    from reporting.door_submission x where x.cooperative_id = d.cooperative_id and x.obligation_id = d.id
  ) s on true`;

/**
 * SQL: late by the calendar, that is delivered after the due date or not at all. Whether a penalty applies is
 * calculated.
 */
const IS_LATE = `d.due_on < $1::date and (s.delivered_at is null or (s.delivered_at at time zone 'Europe/Oslo')::date > d.due_on)`;

/** Reads obligations with the facts for calculating their penalties. */
@Injectable()
export class ReadPenaltyFacts {
  constructor(
    private readonly database: Database,
    private readonly uptime: Heartbeat,
    private readonly clock: Clock,
  ) {}

  /** Returns the obligation, late or not; undefined when it does not exist or is not visible. */
  async find(obligationId: string): Promise<PenaltyCase | undefined> {
    const rows = await this.database.query<Row>(`${SELECT} where d.id = $1`, [obligationId]);
    return (await this.#cases(rows))[0];
  }

  /** Returns obligations that were delivered after their due date or not at all, newest first. */
  async late({ supplierId, agreementId }: PenaltyFilter): Promise<PenaltyCase[]> {
    const rows = await this.database.query<Row>(
      `${SELECT} where ${IS_LATE} and ($2::uuid is null or d.supplier_id = $2) and ($3::uuid is null or d.agreement_id = $3)
       order by d.due_on desc, a.number, o.name, d.id limit ${PENALTY_CASES_MAX}`,
      [this.#today(), supplierId ?? null, agreementId ?? null],
    );
    return this.#cases(rows);
  }

  async #cases(rows: readonly Row[]): Promise<PenaltyCase[]> {
    const today = this.#today();
    const first = rows.map(({ due_on }) => due_on).toSorted()[0];
    const down = first === undefined ? [] : downtimeDays(await this.#downtimes(first));
    return rows.map((row) => ({
      obligationId: row.id,
      periodKey: row.period_key,
      report: row.report,
      partName: row.part_name,
      isRunOff: row.is_run_off,
      agreement: row.agreement,
      supplier: row.supplier,
      caseNumber: row.case_number,
      clause: penaltyClause(row.sanction ?? undefined, row.currency),
      clauseReference: row.clause_reference,
      versionNumbers: row.submissions.map(({ number }) => number),
      facts: {
        dueOn: row.original_due_on,
        extension: row.extension_reason === null ? null : { dueOn: row.due_on, reason: row.extension_reason },
        createdOn: osloDate(row.opened_at),
        invitedOn: row.invited_at && osloDate(row.invited_at),
        isExempt: row.exemption_reason !== null,
        submissions: row.submissions.map(submissionOf),
        exclusions: row.exclusions,
        downtimeDays: down,
        today,
      },
    }));
  }

  async #downtimes(firstDay: string): Promise<Downtime[]> {
    const list: Downtime[] = [];
    const now = this.clock.now();
    for (let from = startOfOsloDay(firstDay); ;) {
      const page = await this.uptime.downtimesBetween(from, now);
      list.push(...page);
      const last = page.at(-1);
      if (!last || page.length < DOWNTIME_PAGE) return list;
      from = last.until;
    }
  }

  #today(): string {
    return osloDate(this.clock.now());
  }
}

function submissionOf({
  submittedAt,
  decidedAt,
  isReturned,
  isComplete,
}: Row['submissions'][number]): PenaltySubmission {
  return {
    submittedOn: osloDate(new Date(submittedAt)),
    decidedOn: decidedAt === null ? null : osloDate(new Date(decidedAt)),
    isReturned,
    isComplete,
  };
}
