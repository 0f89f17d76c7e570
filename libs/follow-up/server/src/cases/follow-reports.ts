import { Injectable } from '@nestjs/common';
import { Clock, Database, OnDomainEvent } from '@tallgrunn/platform';
import { ListObligations, ShowCompliance, type ComplianceRow, type ObligationView } from '@tallgrunn/reporting-server';
import { addWorkingDays, osloDate, workingDaysAfter } from '@tallgrunn/values';
import { CaseRules } from './case-rules.ts';
import { CaseStore, type CaseRow } from './case-store.ts';
import { CaseSubjects } from './case-subjects.ts';

const FIRST_DAY = '2000-01-01';

interface LateReport {
  readonly obligationId: string;
  readonly supplierId: string;
  readonly agreementId: string;
}

/**
 * Opens one case for each supplier and agreement with late reports, adds later ones to it, and closes it when none is
 * missing. Such a case is internal to the cooperative until a person writes to the supplier.
 */
@Injectable()
@OnDomainEvent(
  [
    'reporting.version-submitted',
    'reporting.version-accepted',
    'reporting.version-returned',
    'agreements.due-date-changed',
    'agreements.supplier-transferred',
  ],
  { waiting: 'one', yieldsSeconds: 300 },
)
export class FollowReports {
  constructor(
    private readonly store: CaseStore,
    private readonly subjects: CaseSubjects,
    private readonly rules: CaseRules,
    private readonly compliance: ShowCompliance,
    private readonly obligations: ListObligations,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<void> {
    await this.#settleLate();
    await this.#settleCorrections();
    await this.#openLate();
  }

  /**
   * Resolves obligations in open cases that are no longer late, and logs each. The last one closes a case that the rule
   * opened.
   */
  async #settleLate(): Promise<void> {
    const open = await this.database.query<{ subjectId: string; caseId: string; obligationId: string }>(
      `select s.id as "subjectId", s.case_id as "caseId", s.obligation_id as "obligationId" from follow_up.case_subject s
       join follow_up.supplier_case c on c.cooperative_id = s.cooperative_id and c.id = s.case_id
       where c.kind = 'late' and c.closed_at is null and s.kind = 'obligation' and s.resolved_at is null order by s.id`,
    );
    const obligations = new Map(
      (await this.obligations.byIds(open.map(({ obligationId }) => obligationId))).map((obligation) => [
        obligation.id,
        obligation,
      ]),
    );
    for (const { subjectId, caseId, obligationId } of open) {
      const obligation = obligations.get(obligationId);
      if (obligation === undefined || obligation.state === 'overdue' || obligation.state === 'returned') continue;
      await this.#settle(caseId, subjectId, obligation);
    }
  }

  async #settle(caseId: string, subjectId: string, obligation: ObligationView): Promise<void> {
    const row = await this.store.lockForUpdate(caseId, true);
    await this.database.query('update follow_up.case_subject set resolved_at = $2 where id = $1', [
      subjectId,
      this.clock.now(),
    ]);
    await this.store.addEntry(row, {
      kind: resolutionOf(obligation),
      isInternal: !row.isShared,
      details: {
        periodKey: obligation.period.key,
        dueOn: obligation.dueOn,
        number: obligation.version?.number ?? null,
      },
    });
    await this.#closeWhenSettled(row);
  }

  async #closeWhenSettled(row: CaseRow): Promise<void> {
    const left = await this.database.one(
      `select 1 from follow_up.case_subject where case_id = $1 and kind = 'obligation' and resolved_at is null limit 1`,
      [row.id],
    );
    if (left || row.status === 'closed') return;
    if (row.origin !== 'rule') {
      await this.store.change(row.id, { status: 'waiting-for-us', nextOn: osloDate(this.clock.now()) });
      return;
    }
    await this.store.change(row.id, { status: 'closed', outcome: 'resolved', nextOn: null });
    await this.store.addEntry(row, { kind: 'closed', isInternal: !row.isShared, details: { outcome: 'resolved' } });
  }

  /** Closes correction cases whose report was replaced by a newer version. */
  async #settleCorrections(): Promise<void> {
    const replaced = await this.database.query<{ caseId: string; subjectId: string; number: string | null }>(
      `select s.case_id as "caseId", s.id as "subjectId", n.number from follow_up.case_subject s
       join follow_up.supplier_case c on c.cooperative_id = s.cooperative_id and c.id = s.case_id
       join reporting.door_report_version v on v.cooperative_id = s.cooperative_id and v.id = s.version_id
       left join lateral (
         select w.number from reporting.door_report_version w
         where w.cooperative_id = v.cooperative_id and w.obligation_id = v.obligation_id and w.state = 'accepted' order by w.sequence desc limit 1
       ) n on true
       where c.kind = 'report-correction' and c.closed_at is null and s.kind = 'report' and v.state = 'replaced' order by s.id`,
    );
    for (const { caseId, subjectId, number } of replaced) {
      const row = await this.store.lockForUpdate(caseId, true);
      if (row.status === 'closed') continue;
      await this.database.query('update follow_up.case_subject set resolved_at = $2 where id = $1', [
        subjectId,
        this.clock.now(),
      ]);
      await this.store.addEntry(row, {
        kind: 'correction-received',
        isInternal: !row.isShared,
        details: { number },
      });
      await this.store.change(caseId, { status: 'closed', outcome: 'resolved', nextOn: null });
      await this.store.addEntry(row, { kind: 'closed', isInternal: !row.isShared, details: { outcome: 'resolved' } });
    }
  }

  async #openLate(): Promise<void> {
    const rule = await this.rules.read();
    if (!rule.isEnabled) return;
    const late = await this.#late(rule.lateWorkingDays);
    for (const group of Map.groupBy(late, ({ supplierId, agreementId }) => `${supplierId} ${agreementId}`).values())
      await this.#addToCase(group);
  }

  /** Returns overdue obligations that are in no such case yet and are late by the rule's working days. */
  async #late(workingDays: number): Promise<LateReport[]> {
    const { rows } = await this.compliance.run({ from: FIRST_DAY });
    const overdue = rows.flatMap(overdueOf);
    const today = osloDate(this.clock.now());
    const starts = await this.database.query<{ id: string; openedAt: Date; joinedAt: Date | null }>(
      `select d.id, d.opened_at as "openedAt",
         (select min(m.created_at) from identity.door_membership m where m.cooperative_id = d.cooperative_id and m.organisation_id = d.supplier_id) as "joinedAt"
       from agreements.door_reporting_obligation d
       where d.id = any ($1::uuid[]) and not exists (
         select from follow_up.case_subject s join follow_up.supplier_case c on c.cooperative_id = s.cooperative_id and c.id = s.case_id
         where s.cooperative_id = d.cooperative_id and s.obligation_id = d.id and c.kind = 'late')`,
      [overdue.map(({ obligationId }) => obligationId)],
    );
    const startOf = new Map(starts.map((start) => [start.id, start]));
    return overdue.filter(({ obligationId, dueOn }) => {
      const start = startOf.get(obligationId);
      // Days before the obligation was created, or before the supplier could sign in, do not count.
      if (!start?.joinedAt) return false;
      const from = [dueOn, osloDate(start.openedAt), osloDate(start.joinedAt)].sort().at(-1) ?? dueOn;
      return today > from && workingDaysAfter(from, today) >= workingDays;
    });
  }

  async #addToCase(late: readonly LateReport[]): Promise<void> {
    const [first] = late;
    if (!first) return;
    const subjects = await this.subjects.read(
      late.map(({ obligationId }) => ({ kind: 'obligation' as const, obligationId })),
    );
    const existing = await this.database.one<{ id: string }>(
      `select id from follow_up.supplier_case where supplier_id = $1 and agreement_id = $2 and kind = 'late' and origin = 'rule' and closed_at is null`,
      [first.supplierId, first.agreementId],
    );
    const periods = subjects.map(({ snapshot }) => snapshot['periodKey']);
    if (existing) {
      const row = await this.store.lockForUpdate(existing.id);
      const entryId = await this.store.addEntry(row, {
        kind: 'subject-added',
        isInternal: true,
        details: { periods },
      });
      await this.subjects.attach(row, subjects, entryId);
      return;
    }
    const row = await this.store.open(
      {
        kind: 'late',
        title: '',
        supplierId: first.supplierId,
        agreementId: first.agreementId,
        origin: 'rule',
        isShared: false,
        status: 'open',
        ownerId: await this.store.ownerOf(first.agreementId),
        nextOn: addWorkingDays(osloDate(this.clock.now()), 1),
      },
      { isInternal: true, details: { periods } },
    );
    await this.subjects.attach(row, subjects);
  }
}

function overdueOf({ agreement, supplier, cells }: ComplianceRow): (LateReport & { dueOn: string })[] {
  return cells
    .filter(({ state }) => state === 'overdue')
    .map(({ id, dueOn }) => ({ obligationId: id, dueOn, supplierId: supplier.id, agreementId: agreement.id }));
}

function resolutionOf({ state, extension }: ObligationView): 'report-received' | 'exempted' | 'due-date-extended' {
  if (state === 'exempt') return 'exempted';
  if (['submitted', 'accepted', 'partly', 'nil'].includes(state)) return 'report-received';
  return extension === null ? 'report-received' : 'due-date-extended';
}
