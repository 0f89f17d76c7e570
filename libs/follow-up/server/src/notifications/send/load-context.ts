import { Inject, Injectable } from '@nestjs/common';
import type { LocalText, Terms } from '@tallgrunn/checks';
import { CONFIG, Database, type Config } from '@tallgrunn/platform';
import type { PendingNotification } from './pending-notification.ts';

/** Contact for questions: the cooperative's contact of the agreement, else a contract manager. */
export interface ContactPerson {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
}

/** Data about the subject of an e-mail. Null where the notification has no such subject. */
export interface NotificationContext {
  readonly cooperative: string;
  readonly contact: ContactPerson | null;
  readonly supplier: string;
  readonly agreement: { readonly title: string; readonly number: string } | null;
  readonly obligation: {
    readonly periodKey: string;
    readonly dueOn: string;
    readonly title: LocalText | null;
    readonly branch: string | null;
    readonly sanction: Terms['sanction'] | null;
    readonly currency: string;
  } | null;
  readonly link: string;
}

interface Row {
  readonly cooperative: string;
  readonly supplier: string | null;
  readonly title: string | null;
  readonly number: string | null;
  readonly period_key: string | null;
  readonly due_on: string | null;
  readonly report_title: LocalText | null;
  readonly part_name: string | null;
  readonly sanction: Terms['sanction'] | null;
  readonly currency: string | null;
}

const ABOUT = `
  select c.name as cooperative, o.name as supplier, a.title, a.number, d.period_key, d.due_on, d.report_title, d.part_name,
    t.document -> 'sanction' as sanction, t.document ->> 'currency' as currency
  from identity.door_cooperative c
  left join identity.door_organisation o on o.id = $1
  left join agreements.door_agreement a on a.id = $2
  left join agreements.door_reporting_obligation d on d.id = $3
  left join agreements.door_terms_version t on t.id = d.terms_version_id`;

const CONTACT = `
  select name, coalesce(email, '') as email, coalesce(phone, '') as phone from (
    select c.name, c.email, c.phone, case c.role when 'contract' then 0 else 1 end as place, c.id from agreements.door_agreement_contact c
    where c.agreement_id = $1 and c.supplier_id is null
    union all
    select r.name, r.email, null, 2, r.membership_id from identity.door_recipient r
    where r.kind = 'cooperative' and r.role = 'contract-manager' and r.ended_at is null
  ) person order by place, id limit 1`;

/** Loads the data about the subject of an e-mail. Runs in a unit of the system. */
@Injectable()
export class LoadContext {
  constructor(
    private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async run(notification: PendingNotification): Promise<NotificationContext> {
    const { supplierId, agreementId, obligationId } = notification;
    const row = await this.database.one<Row & Record<string, unknown>>(ABOUT, [supplierId, agreementId, obligationId]);
    const contact = await this.database.one<ContactPerson & Record<string, unknown>>(CONTACT, [agreementId]);
    return {
      cooperative: row?.cooperative ?? '',
      contact: contact ?? null,
      supplier: row?.supplier ?? '',
      agreement: row?.title != null ? { title: row.title, number: row.number ?? '' } : null,
      obligation:
        row?.period_key != null && row.due_on != null
          ? {
              periodKey: row.period_key,
              dueOn: row.due_on,
              title: row.report_title,
              branch: row.part_name,
              sanction: row.sanction,
              currency: row.currency ?? 'NOK',
            }
          : null,
      link: `${this.config.publicUrl.replace(/\/$/, '')}${pathOf(notification)}`,
    };
  }

  /** Address of the page with the reader's notification preferences. */
  get preferencesLink(): string {
    return `${this.config.publicUrl.replace(/\/$/, '')}/notifications`;
  }
}

/** Returns the path of the page for the requested action. */
export function pathOf({
  kind,
  audience,
  obligationId,
  subjectId,
  agreementId,
  supplierId,
}: PendingNotification): string {
  switch (kind) {
    case 'report-received':
    case 'report-accepted':
    case 'report-awaiting-approval':
      return `/reports/versions/${subjectId}`;
    case 'booked-not-reported':
      return `/reports/${obligationId}/booked`;
    case 'maximum-value-near':
      return `/agreements/${agreementId}/utilisation`;
    case 'claim-answered':
      return `/claims/${subjectId}`;
    case 'quality-letter':
      return '/data-quality';
    case 'statement-decided':
    case 'statement-commented':
      return `/statements/${subjectId}`;
    case 'option-notice':
    case 'agreement-ending':
      return `/agreements/${agreementId}/about`;
    case 'price-adjustment-decided':
      return `/agreements/${agreementId}/items`;
    case 'declaration-requested':
    case 'declaration-expiring':
      return '/declarations';
    case 'delegate-needed':
      return audience === 'cooperative' && supplierId ? `/parties/${supplierId}` : '/colleagues';
    case 'supplier-unreachable':
      return `/parties/${supplierId}`;
    default:
      return obligationId ? `/reports/${obligationId}` : '/';
  }
}
