import { Injectable } from '@nestjs/common';
import { Clock, Database } from '@tallgrunn/platform';
import { osloDate } from '@tallgrunn/values';
import type { NotificationKind } from '../notification-kinds.ts';
import type { PendingNotification } from './pending-notification.ts';

/** SQL: the obligation is not exempt, not delivered, and still has the due date of the stage. */
const STILL_DUE = `
  select 1 from agreements.door_reporting_obligation d where d.id = $1 and d.exemption_reason is null and $2 like '%' || d.due_on || '%'
    and not exists (select from reporting.door_report_version v where v.cooperative_id = d.cooperative_id and v.obligation_id = d.id and v.state in ('submitted', 'accepted'))`;
const BEFORE_DUE = `${STILL_DUE} and d.due_on >= $3::date`;
const NOT_RETURNED = `${STILL_DUE} and not exists (select from reporting.door_report_version v where v.cooperative_id = d.cooperative_id and v.obligation_id = d.id and v.state = 'returned')`;
const versionIs = (...states: string[]) =>
  `select 1 from reporting.door_report_version v where v.id = $1 and v.state in (${states.map((state) => `'${state}'`).join(', ')}) and $2::text is not null and $3::date is not null`;

/**
 * Conditions that must still be true when a notification is sent. Kinds without one concern facts that cannot change.
 */
const conditions: Partial<
  Record<NotificationKind, { readonly of: 'obligation' | 'subject' | 'stage'; readonly sql: string }>
> = {
  'obligation-opened': { of: 'obligation', sql: BEFORE_DUE },
  'obligation-due': { of: 'obligation', sql: BEFORE_DUE },
  'obligation-late': { of: 'obligation', sql: `${NOT_RETURNED} and $3::date is not null` },
  'supplier-late': { of: 'obligation', sql: `${NOT_RETURNED} and $3::date is not null` },
  'check-not-submitted': { of: 'stage', sql: versionIs('checked') },
  'report-received': { of: 'subject', sql: versionIs('submitted', 'accepted') },
  'report-returned': {
    of: 'obligation',
    sql: `select 1 from reporting.door_report_version v where v.obligation_id = $1 and v.state = 'returned' and $2::text is not null and $3::date is not null
      and not exists (select from reporting.door_report_version n where n.cooperative_id = v.cooperative_id and n.obligation_id = v.obligation_id and n.state in ('submitted', 'accepted'))`,
  },
  'report-accepted': { of: 'subject', sql: versionIs('accepted') },
  'report-awaiting-approval': { of: 'subject', sql: versionIs('submitted') },
  'option-notice': {
    of: 'subject',
    sql: `select 1 from agreements.door_agreement_option t where t.agreement_id = $1 and t.decided is null and t.notice_by >= $3::date and $2 = t.number || '/' || split_part($2, '/', 2) || '/' || t.notice_by`,
  },
  'agreement-ending': {
    of: 'subject',
    sql: `select 1 from agreements.door_agreement a where a.id = $1 and a.ends_on >= $3::date and $2 like '%/' || a.ends_on`,
  },
  'delegate-needed': {
    of: 'subject',
    sql: `select 1 from identity.door_recipient r where r.membership_id = $1 and r.ended_at is null and r.ends_at is not null and $2::text is not null and r.ends_at >= $3::date`,
  },
};

/** Decides whether a notification still applies when it is sent. */
@Injectable()
export class StillApplies {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run(notification: PendingNotification): Promise<boolean> {
    const condition = conditions[notification.kind];
    if (!condition) return true;
    const { obligationId, subjectId, stage } = notification;
    const id = condition.of === 'obligation' ? obligationId : condition.of === 'subject' ? subjectId : stage;
    const today = osloDate(this.clock.now());
    return (await this.database.one(condition.sql, [id, stage, today])) !== undefined;
  }
}
