import { Injectable } from '@nestjs/common';
import { Clock, Database } from '@tallgrunn/platform';
import { countsInTotalsSql, overrideThresholds, ShowCompliance } from '@tallgrunn/reporting-server';
import { daysBetween, osloDate, subtract } from '@tallgrunn/values';
import { measureUtilisation, type Utilisation } from '../utilisation/measure-utilisation.ts';
import { ReadAgreement, type AgreementRead } from '../utilisation/read-agreement.ts';
import { firstReached } from '../utilisation/next-decision.ts';
import { openingsOf, ReadOpeningAmounts } from '../utilisation/read-opening-amounts.ts';
import { ReadCompleteMonths } from '../utilisation/read-complete-months.ts';
import { ReadConsumption } from '../utilisation/read-consumption.ts';
import { ResponsibleTasks } from './responsible-tasks.ts';
import { reportTasks } from './report-tasks.ts';
import { orderTasks, type Task } from './task.ts';

const NOTICE_DAYS = 90;
const FIRST_DAY = '2000-01-01';
const LAST_AMOUNTS = `
  select distinct on (v.agreement_id, v.supplier_id) v.agreement_id || ' ' || v.supplier_id as key, v.amount, v.currency
  from reporting.door_report_version v where v.state = 'accepted' and v.kind = 'lines' order by v.agreement_id, v.supplier_id, v.period_start desc`;

/** SQL: undecided options with a notice date that is near or passed, while the agreement is running. */
const OPTIONS = `
  select o.agreement_id as id, o.number, o.notice_by as "noticeBy"
  from agreements.door_agreement_option o
  join agreements.door_agreement a on a.cooperative_id = o.cooperative_id and a.id = o.agreement_id
  where o.decided is null and o.notice_by is not null and o.notice_by <= $1::date + ${NOTICE_DAYS} and (a.ends_on is null or (a.ends_on >= $1::date and o.extends_to > a.ends_on))`;

const YEAR_SPENT = `
  select r.agreement_id as id, sum(r.amount)::text as amount from reporting.door_report_line r
  join agreements.door_agreement a on a.cooperative_id = r.cooperative_id and a.id = r.agreement_id and ${countsInTotalsSql('r', 'a.currency')}
  where r.agreement_id = any($1::uuid[]) and r.counts_on > $2::date - interval '1 year' group by r.agreement_id`;

const PRICE_CASES = `
  select c.id, c.agreement_id as "agreementId", c.supplier_id as "supplierId", s.name, c.number, c.requested_from as "wantedFrom",
    (
      select sum(r.amount)::text from reporting.door_report_line r
      where r.cooperative_id = c.cooperative_id and r.agreement_id = c.agreement_id and r.supplier_id = c.supplier_id and ${countsInTotalsSql('r', 'a.currency')}
        and r.counts_on > $1::date - interval '1 year'
    ) as amount
  from agreements.door_pending_price_adjustment c
  join agreements.door_agreement a on a.cooperative_id = c.cooperative_id and a.id = c.agreement_id
  join identity.door_organisation s on s.cooperative_id = c.cooperative_id and s.id = c.supplier_id`;

const CHECKS_TO_REVIEW = `
  select r.agreement_id as id, count(*)::int as count, sum(r.amount)::text as amount from (
    select o.agreement_id, o.code, sum(o.amount) as amount from reporting.door_overridden_check o
    where o.submitted_at > $1::timestamptz - interval '1 year' and o.code <> all ($4::text[])
    group by o.agreement_id, o.code
    having sum(o.found) >= $2 and sum(o.overridden) * 100 > sum(o.found) * $3
  ) r group by r.agreement_id`;

/** SQL: declarations with links since the last review, one task per supplier; it opens the oldest declaration. */
const DECLARATIONS = `
  select o.id as "supplierId", o.name, (array_agg(d.declaration_id order by d.received_at, d.declaration_id))[1] as id, count(distinct d.footprint_id)::int as count
  from declarations.door_declaration d
  join identity.door_organisation o on o.cooperative_id = d.cooperative_id and o.id = d.supplier_id
  where exists (select 1 from declarations.door_item_link l where l.cooperative_id = d.cooperative_id and l.footprint_id = d.footprint_id and l.waits)
  group by o.id, o.name order by o.name`;

/**
 * SQL: proposals awaiting approval by the user, or by someone who has delegated to them: factor assignments, method
 * policies, and official figures, which everyone with the permission may approve. Excludes proposals by persons in an
 * invitation relation with the user, who may not approve them. Returns the oldest. $1: now.
 */
const PROPOSALS = `
  with asked as (
    select platform.person() as person_id union select d.person_id from factor_book.door_approval_delegation d where d.delegate_id = platform.person() and $1::timestamptz::date between d.valid_from and d.valid_to
  ), proposed as (
    select 'factors' as kind, c.id, c.proposed_at, c.assigned_approver_id, array[c.proposed_by, c.created_by] as by from factor_book.door_all_assignment c where c.state = 'proposed'
    union all
    select 'rulings', p.id, p.proposed_at, p.assigned_approver_id, array[p.proposed_by] from emissions.door_method_policy_proposal p where p.state = 'proposed'
    union all
    select 'figures', f.id, f.proposed_at, platform.person(), array[f.proposed_by] from emissions.door_figure_proposal f where f.state = 'proposed'
  )
  select kind, (array_agg(id order by proposed_at, id))[1] as id, count(*)::int as count from proposed
  where assigned_approver_id in (select person_id from asked) and platform.person() <> all (by)
    and not exists (select from identity.door_inviter_relation r where r.person_id = any (by) and r.related_person_id = platform.person())
  group by kind order by kind`;

const emptyTask = {
  isMine: false,
  supplier: null,
  versionId: null,
  periodKey: null,
  days: null,
  number: null,
  note: null,
  count: 1,
} as const;
const headOf = ({ id, number, title }: AgreementRead) => ({ id, number, title });

/** Returns the tasks of the contract manager, most urgent first. */
@Injectable()
export class ListTasks {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly compliance: ShowCompliance,
    private readonly agreements: ReadAgreement,
    private readonly consumption: ReadConsumption,
    private readonly months: ReadCompleteMonths,
    private readonly openings: ReadOpeningAmounts,
    private readonly responsible: ResponsibleTasks,
  ) {}

  async run(): Promise<{ today: string; tasks: Task[] }> {
    const today = osloDate(this.clock.now());
    const agreements = await this.agreements.all();
    const tasks = [
      ...(await this.#reports()),
      ...(await this.#options(agreements, today)),
      ...(await this.#maxima(agreements, today)),
      ...(await this.#priceCases(agreements, today)),
      ...(await this.#registers()),
      ...(await this.#checks(agreements)),
      ...(await this.#declarations()),
      ...(await this.#proposals()),
      ...(await this.responsible.cases(agreements, today)),
    ];
    return { today, tasks: orderTasks(await this.responsible.markMine(tasks), (day) => daysBetween(today, day)) };
  }

  async #reports(): Promise<Task[]> {
    const { rows } = await this.compliance.run({ from: FIRST_DAY });
    const last = await this.database.query<{ key: string; amount: string; currency: string | null }>(LAST_AMOUNTS);
    return reportTasks(rows, new Map(last.map(({ key, ...rest }) => [key, rest])));
  }

  async #options(agreements: readonly AgreementRead[], today: string): Promise<Task[]> {
    const due = await this.database.query<{ id: string; number: number; noticeBy: string }>(OPTIONS, [today]);
    const spent = await this.database.query<{ id: string; amount: string }>(YEAR_SPENT, [
      due.map(({ id }) => id),
      today,
    ]);
    return due.flatMap(({ id, number, noticeBy }) => {
      const agreement = agreements.find((each) => each.id === id);
      const amount = spent.find((each) => each.id === id)?.amount ?? null;
      return agreement
        ? [
            {
              ...emptyTask,
              kind: 'option' as const,
              subjectId: id,
              agreement: headOf(agreement),
              dueOn: noticeBy,
              number,
              amount,
              currency: agreement.currency,
            },
          ]
        : [];
    });
  }

  /** Returns tasks for running agreements whose maximum value is reached, or will be before the last day. */
  async #maxima(agreements: readonly AgreementRead[], today: string): Promise<Task[]> {
    const tasks: Task[] = [];
    for (const agreement of agreements) {
      const { id, maximumValue, startsOn, endsOn, currency } = agreement;
      if (maximumValue === null || (endsOn !== null && endsOn < today)) continue;
      const openings = await this.openings.run(id);
      const { consumed } = await this.consumption.run(id, currency);
      const use = measureUtilisation(consumed, {
        maximum: maximumValue,
        startsOn,
        endsOn,
        today,
        complete: await this.months.run(id),
        openings: openingsOf(openings),
        holders: openings.map(({ supplierId }) => supplierId),
      });
      const reached = firstReached(use, endsOn);
      if (reached)
        tasks.push({
          ...emptyTask,
          kind: 'maximum',
          subjectId: id,
          agreement: headOf(agreement),
          dueOn: reached,
          amount: amountAboveMaximum(use, maximumValue),
          currency,
        });
    }
    return tasks;
  }

  /**
   * Returns tasks for price adjustment requests, due on the date requested by the supplier. The amount is the
   * supplier's sales on the agreement in the last year.
   */
  async #priceCases(agreements: readonly AgreementRead[], today: string): Promise<Task[]> {
    const pending = await this.database.query<{
      id: string;
      agreementId: string;
      supplierId: string;
      name: string;
      number: string;
      wantedFrom: string;
      amount: string | null;
    }>(PRICE_CASES, [today]);
    return pending.flatMap(({ id, agreementId, supplierId, name, number, wantedFrom, amount }) => {
      const agreement = agreements.find((each) => each.id === agreementId);
      return agreement
        ? [
            {
              ...emptyTask,
              kind: 'price-case' as const,
              subjectId: id,
              agreement: headOf(agreement),
              supplier: { id: supplierId, name },
              dueOn: wantedFrom,
              amount,
              currency: agreement.currency,
              note: number,
            },
          ]
        : [];
    });
  }

  /**
   * Returns tasks for checks that suppliers often report as wrong, one per agreement, because its terms set the
   * severity of a check.
   */
  async #checks(agreements: readonly AgreementRead[]): Promise<Task[]> {
    const often = await this.database.query<{ id: string; count: number; amount: string }>(CHECKS_TO_REVIEW, [
      this.clock.now(),
      overrideThresholds.foundMin,
      overrideThresholds.percentOver,
      [...overrideThresholds.neverLoosened],
    ]);
    return often.flatMap(({ id, count, amount }) => {
      const agreement = agreements.find((each) => each.id === id);
      return agreement
        ? [
            {
              ...emptyTask,
              kind: 'checks' as const,
              subjectId: id,
              agreement: headOf(agreement),
              dueOn: null,
              amount,
              currency: agreement.currency,
              count,
            },
          ]
        : [];
    });
  }

  async #proposals(): Promise<Task[]> {
    const pending = await this.database.query<{ kind: 'factors' | 'rulings' | 'figures'; id: string; count: number }>(
      PROPOSALS,
      [this.clock.now()],
    );
    return pending.map(({ kind, id, count }) => ({
      ...emptyTask,
      kind,
      subjectId: id,
      agreement: null,
      dueOn: null,
      amount: null,
      currency: null,
      count,
    }));
  }

  async #declarations(): Promise<Task[]> {
    const pending = await this.database.query<{ supplierId: string; name: string; id: string; count: number }>(
      DECLARATIONS,
    );
    return pending.map(({ supplierId, name, id, count }) => ({
      ...emptyTask,
      kind: 'declarations',
      subjectId: id,
      agreement: null,
      supplier: { id: supplierId, name },
      dueOn: null,
      amount: null,
      currency: null,
      count,
    }));
  }

  async #registers(): Promise<Task[]> {
    const pending = await this.database.query<{ id: string; file_name: string; questions: number }>(
      'select id, file_name, questions from agreements.door_pending_import order by made_at',
    );
    return pending.map(({ id, file_name, questions }) => ({
      ...emptyTask,
      kind: 'register',
      subjectId: id,
      agreement: null,
      dueOn: null,
      amount: null,
      currency: null,
      count: questions,
      note: file_name,
    }));
  }
}

/** Returns the amount above the maximum, so far or by the last day; null if there is none. */
function amountAboveMaximum({ used, forecast: { atEnd } }: Utilisation, maximum: string): string | null {
  const most = atEnd !== null && Number(atEnd) > Number(used) ? atEnd : used;
  return Number(subtract(most, maximum)) > 0 ? subtract(most, maximum) : null;
}
