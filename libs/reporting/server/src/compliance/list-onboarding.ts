import { Injectable } from '@nestjs/common';
import { Clock, Database } from '@tallgrunn/platform';
import { addDays, osloDate } from '@tallgrunn/values';

/** The onboarding stages of a supplier, in order. */
export const onboardingStages = [
  'not-invited',
  'invited',
  'opened',
  'account',
  'checked',
  'submitted',
  'accepted',
] as const;
export type OnboardingStage = (typeof onboardingStages)[number];

export interface OnboardingRow {
  readonly supplierId: string;
  readonly name: string;
  readonly orgNumber: string | null;
  readonly stage: OnboardingStage;
  /** Time the stage was reached; null for suppliers not invited. */
  readonly since: Date | null;
  /** Recipient of the latest invitation; without one, the contact in the agreements. */
  readonly email: string | null;
  readonly agreements: readonly {
    readonly id: string;
    readonly number: string;
    readonly title: string;
    readonly clauseStatus: string;
  }[];
  /** The next obligation that is due and has no submission. */
  readonly obligation: { readonly id: string; readonly agreementId: string; readonly dueOn: string } | null;
  /** True when the supplier has made no progress for a week, or has a report due within two weeks. */
  readonly nudge: boolean;
}

const INACTIVE_DAYS = 7;
const SOON_DAYS = 14;

const STEPS = `
  select i.organisation_id as supplier_id, 'invited' as stage, min(i.created_at) as at from identity.door_invitation i group by 1
  union all select i.organisation_id, 'opened', min(i.opened_at) from identity.door_invitation i where i.opened_at is not null group by 1
  union all select m.organisation_id, 'account', min(m.created_at) from identity.door_membership m where m.ended_at is null group by 1
  union all select v.supplier_id, 'checked', min(v.received_at) from reporting.report_version v where v.kind <> 'nil' group by 1
  union all select v.supplier_id, 'submitted', min(v.submitted_at) from reporting.report_version v where v.submitted_at is not null group by 1
  union all select v.supplier_id, 'accepted', min(v.accepted_at) from reporting.report_version v where v.accepted_at is not null group by 1`;

/**
 * Lists the onboarding stage of every supplier of a current or future agreement, from invited to first accepted report.
 */
@Injectable()
export class ListOnboarding {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<OnboardingRow[]> {
    const today = osloDate(this.clock.now());
    const rows = await this.database.query<Omit<OnboardingRow, 'nudge'>>(
      `with step as (${STEPS}),
       reached as (
         select distinct on (s.supplier_id) s.supplier_id, s.stage, s.at from step s order by s.supplier_id, array_position($2::text[], s.stage) desc
       )
       select o.id as "supplierId", o.name, o.org_number as "orgNumber", coalesce(r.stage, 'not-invited') as stage, r.at as since,
         coalesce(
           (select i.email from identity.door_invitation i where i.cooperative_id = o.cooperative_id and i.organisation_id = o.id order by i.created_at desc limit 1),
           (select c.email from agreements.door_agreement_contact c where c.cooperative_id = o.cooperative_id and c.supplier_id = o.id and c.email is not null
            order by c.role = 'reporting' desc, c.name limit 1)
         ) as email,
         (select json_agg(json_build_object('id', a.id, 'number', a.number, 'title', a.title, 'clauseStatus', h.reporting_clause_status) order by a.number)
          from (select distinct on (h.agreement_id) h.agreement_id, h.reporting_clause_status from agreements.door_agreement_supplier h
                where h.cooperative_id = o.cooperative_id and h.supplier_id = o.id and coalesce(h.valid_to, 'infinity') >= $1::date order by h.agreement_id, h.valid_from desc) h
          join agreements.door_agreement a on a.cooperative_id = o.cooperative_id and a.id = h.agreement_id) as agreements,
         (select json_build_object('id', d.id, 'agreementId', d.agreement_id, 'dueOn', d.due_on) from agreements.door_reporting_obligation d
          where d.cooperative_id = o.cooperative_id and d.supplier_id = o.id
            and not exists (select 1 from reporting.report_version v where v.cooperative_id = d.cooperative_id and v.obligation_id = d.id and v.submitted_at is not null)
          order by d.due_on limit 1) as obligation
       from identity.door_current_organisation o
       left join reached r on r.supplier_id = o.id
       where o.kind = 'supplier'
         and exists (select 1 from agreements.door_agreement_supplier h where h.cooperative_id = o.cooperative_id and h.supplier_id = o.id and coalesce(h.valid_to, 'infinity') >= $1::date)
       order by o.name, o.id`,
      [today, [...onboardingStages]],
    );
    return rows.map((row) => ({ ...row, nudge: needsReminder(row, today) }));
  }
}

/**
 * Returns whether the supplier needs a reminder: onboarding is incomplete, and there is no progress or a report is due
 * soon.
 */
export function needsReminder(
  { stage, since, obligation }: Pick<OnboardingRow, 'stage' | 'since' | 'obligation'>,
  today: string,
): boolean {
  if (stage === 'accepted' || stage === 'submitted') return false;
  if (stage === 'not-invited') return obligation !== null;
  return (
    (since !== null && addDays(osloDate(since), INACTIVE_DAYS) <= today) ||
    (obligation !== null && obligation.dueOn <= addDays(today, SOON_DAYS))
  );
}
