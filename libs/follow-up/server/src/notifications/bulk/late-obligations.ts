import { Injectable } from '@nestjs/common';
import { Clock, Database } from '@tallgrunn/platform';
import { osloDate, workingDaysAfter } from '@tallgrunn/values';

/** A report that is not delivered after its due date, and the recipients of a reminder. */
export interface LateObligation {
  readonly obligationId: string;
  readonly supplier: { readonly id: string; readonly name: string };
  readonly agreement: { readonly id: string; readonly title: string };
  readonly periodKey: string;
  readonly dueOn: string;
  readonly daysLate: number;
  /** Number of the supplier's members with a working e-mail address. */
  readonly recipientCount: number;
  readonly lastRemindedAt: Date | null;
}

interface Row extends Omit<LateObligation, 'daysLate'> {
  readonly [key: string]: unknown;
}

const LATE = `
  select d.id as "obligationId", json_build_object('id', o.id, 'name', o.name) as supplier, json_build_object('id', a.id, 'title', a.title) as agreement,
    d.period_key as "periodKey", d.due_on as "dueOn",
    (select count(*)::int from identity.door_recipient r where r.cooperative_id = d.cooperative_id and r.organisation_id = d.supplier_id and r.ended_at is null and (r.ends_at is null or r.ends_at > $2)
      and not exists (select from follow_up.unreachable_address u where u.cooperative_id = r.cooperative_id and u.email = lower(r.email) and u.cleared_at is null)) as "recipientCount",
    (select max(n.queued_at) from follow_up.notification n where n.cooperative_id = d.cooperative_id and n.obligation_id = d.id and n.kind = 'obligation-late') as "lastRemindedAt"
  from agreements.door_reporting_obligation d
  join identity.door_organisation o on o.cooperative_id = d.cooperative_id and o.id = d.supplier_id
  join agreements.door_agreement a on a.cooperative_id = d.cooperative_id and a.id = d.agreement_id
  where d.exemption_reason is null and d.due_on < $1::date and ($3::uuid is null or d.agreement_id = $3::uuid)
    and not exists (select from reporting.door_report_version v where v.cooperative_id = d.cooperative_id and v.obligation_id = d.id and v.state in ('submitted', 'accepted', 'returned'))
  order by d.due_on, o.name, d.id`;

/**
 * Lists late reports, earliest due date first. Returned reports are excluded: they were delivered, and have their own
 * notification.
 */
@Injectable()
export class LateObligations {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @param agreementId limits the list to one agreement; null = all agreements */
  async run(agreementId: string | null = null): Promise<LateObligation[]> {
    const today = osloDate(this.clock.now());
    const rows = await this.database.query<Row>(LATE, [today, this.clock.now(), agreementId]);
    return rows.map((row) => ({ ...row, daysLate: workingDaysAfter(row.dueOn, today) }));
  }
}
