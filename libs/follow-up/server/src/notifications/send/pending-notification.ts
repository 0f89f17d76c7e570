import type { Language } from '@tallgrunn/values';
import type { Audience, NotificationKind } from '../notification-kinds.ts';

/** A notification that is due, with its recipient. */
export interface PendingNotification {
  readonly id: string;
  readonly kind: NotificationKind;
  readonly stage: string;
  readonly audience: Audience;
  readonly organisationId: string;
  readonly membershipId: string | null;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly obligationId: string | null;
  readonly agreementId: string | null;
  readonly supplierId: string | null;
  readonly details: Readonly<Record<string, string | number | null>>;
  readonly requesterText: string | null;
  readonly cadence: 'at-once' | 'daily' | 'weekly';
  /** Null when the person is no longer a member. */
  readonly email: string | null;
  readonly name: string;
  readonly language: Language;
  readonly isUnreachable: boolean;
}

/**
 * SQL: due notifications, locked for update; rows locked by another worker are skipped. A contact without an account is
 * identified by its address.
 */
export const PENDING = `
  select n.id, n.kind, n.stage, n.audience, n.organisation_id as "organisationId", n.membership_id as "membershipId", n.subject_kind as "subjectKind",
    n.subject_id as "subjectId", n.obligation_id as "obligationId", n.agreement_id as "agreementId", n.supplier_id as "supplierId", n.details, n.requester_text as "requesterText", n.cadence,
    coalesce(r.email, n.contact_email) as email, coalesce(r.name, '') as name, coalesce(r.language, 'nb') as language,
    exists (select from follow_up.unreachable_address u where u.cooperative_id = n.cooperative_id and u.email = lower(coalesce(r.email, n.contact_email)) and u.cleared_at is null) as "isUnreachable"
  from follow_up.notification n
  left join identity.door_recipient r on r.cooperative_id = n.cooperative_id and r.membership_id = n.membership_id and r.ended_at is null and (r.ends_at is null or r.ends_at > $1)
  where n.state = 'waiting' and n.due_at <= $1
  order by n.due_at, n.id
  limit $2
  for update of n skip locked`;
