import { Injectable } from '@nestjs/common';
import { Database } from '@tallgrunn/platform';
import { addDays } from '@tallgrunn/values';

export type DateKind = 'obligation' | 'option' | 'agreement-end' | 'price-version';

/** A date that the acting member may see, and its subject. */
export interface AgreementDate {
  /** Stable key of the date, also when the date moves. */
  readonly key: string;
  readonly kind: DateKind;
  readonly date: string;
  readonly isCancelled: boolean;
  /** Whether the report of the obligation is submitted or accepted, or the option is decided. */
  readonly isDone: boolean;
  readonly agreementId: string;
  readonly agreement: string;
  readonly supplierId: string | null;
  readonly supplier: string | null;
  readonly periodKey: string | null;
  /** Number of the option or price version; null for other kinds. */
  readonly number: number | null;
  /** Id of the subject: obligation, agreement or price version. */
  readonly subjectId: string;
}

const PAST_DAYS = 90;
const AHEAD_DAYS = 800;

const DATES = `
  select 'obligation:' || d.id as key, 'obligation' as kind, d.due_on as date, d.exemption_reason is not null as "isCancelled",
    exists (select from reporting.door_report_version v where v.cooperative_id = d.cooperative_id and v.obligation_id = d.id and v.state in ('submitted', 'accepted')) as "isDone",
    d.agreement_id as "agreementId", a.title as agreement, d.supplier_id as "supplierId", o.name as supplier, d.period_key as "periodKey", null::int as number, d.id as "subjectId"
  from agreements.door_reporting_obligation d
  join agreements.door_agreement a on a.cooperative_id = d.cooperative_id and a.id = d.agreement_id
  join identity.door_organisation o on o.cooperative_id = d.cooperative_id and o.id = d.supplier_id
  where d.due_on between $1::date and $2::date
  union all
  select 'option:' || t.agreement_id || ':' || t.number, 'option', t.notice_by, t.decided is not null, false, t.agreement_id, a.title, null, null, null, t.number, t.agreement_id
  from agreements.door_agreement_option t
  join agreements.door_agreement a on a.cooperative_id = t.cooperative_id and a.id = t.agreement_id
  where t.notice_by between $1::date and $2::date and platform.side() in ('cooperative', 'system')
  union all
  select 'agreement-end:' || a.id, 'agreement-end', a.ends_on, false, false, a.id, a.title, null, null, null, null, a.id
  from agreements.door_agreement a where a.ends_on between $1::date and $2::date
  union all
  select 'price-version:' || v.id, 'price-version', v.valid_from, false, false, v.agreement_id, a.title, v.supplier_id, o.name, null, v.number, v.id
  from agreements.door_price_version v
  join agreements.door_agreement a on a.cooperative_id = v.cooperative_id and a.id = v.agreement_id
  join identity.door_organisation o on o.cooperative_id = v.cooperative_id and o.id = v.supplier_id
  where v.kind = 'agreed' and v.valid_from between $1::date and $2::date
  order by 3, 1`;

/**
 * Collects the due dates, notice dates, agreement end dates and start dates of new prices that the acting member may
 * see.
 */
@Injectable()
export class CollectDates {
  constructor(private readonly database: Database) {}

  run(today: string): Promise<AgreementDate[]> {
    return this.database.query<AgreementDate & Record<string, unknown>>(DATES, [
      addDays(today, -PAST_DAYS),
      addDays(today, AHEAD_DAYS),
    ]);
  }
}
