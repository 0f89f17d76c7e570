import { Injectable } from '@nestjs/common';
import { Database } from '@tallgrunn/platform';

/** Delivery state of a message. `queued`: passed to the mail queue, without a result yet. */
export const messageStates = [
  'waiting',
  'queued',
  'retrying',
  'sent',
  'stored',
  'failed',
  'bounced',
  'superseded',
  'not-wanted',
] as const;
export type MessageState = (typeof messageStates)[number];

export interface Message {
  readonly id: string;
  readonly kind: string;
  readonly stage: string;
  readonly state: MessageState;
  readonly reason: string | null;
  readonly organisation: { readonly id: string; readonly name: string };
  /** Name of the person, or address of a contact without an account. */
  readonly recipient: string;
  readonly agreement: { readonly id: string; readonly title: string } | null;
  readonly supplier: { readonly id: string; readonly name: string } | null;
  readonly obligationId: string | null;
  readonly dueAt: Date;
  readonly at: Date;
}

export interface MessageFilter {
  readonly obligationId?: string;
  readonly supplierId?: string;
  readonly agreementId?: string;
  /** Only undelivered messages. */
  readonly failed?: boolean;
  /** Id of the message after which to continue. */
  readonly before?: string;
}

const PAGE = 50;

const STATE = `case n.state when 'queued' then coalesce(m.state, 'queued') when 'unreachable' then 'bounced' else n.state end`;

/** Lists messages that the actor's organisation received, or that the cooperative sent, newest first. 50 per page. */
@Injectable()
export class ListMessages {
  constructor(private readonly database: Database) {}

  async run({
    obligationId,
    supplierId,
    agreementId,
    failed = false,
    before,
  }: MessageFilter): Promise<{ items: Message[]; next: string | null }> {
    const rows = await this.database.query<Message & Record<string, unknown>>(
      `select n.id, n.kind, n.stage, ${STATE} as state, m.reason, json_build_object('id', o.id, 'name', o.name) as organisation,
         coalesce(p.name, n.contact_email, '') as recipient,
         case when a.id is not null then json_build_object('id', a.id, 'title', a.title) end as agreement,
         case when s.id is not null then json_build_object('id', s.id, 'name', s.name) end as supplier,
         n.obligation_id as "obligationId", n.due_at as "dueAt", coalesce(m.updated_at, n.queued_at, n.created_at) as at
       from follow_up.notification n
       join identity.door_organisation o on o.cooperative_id = n.cooperative_id and o.id = n.organisation_id
       left join platform.door_mail_delivery m on m.cooperative_id = n.cooperative_id and m.id = n.message_id
       left join identity.door_person p on p.cooperative_id = n.cooperative_id and p.id = n.person_id
       left join agreements.door_agreement a on a.cooperative_id = n.cooperative_id and a.id = n.agreement_id
       left join identity.door_organisation s on s.cooperative_id = n.cooperative_id and s.id = n.supplier_id
       where ($1::uuid is null or n.obligation_id = $1) and ($2::uuid is null or n.supplier_id = $2) and ($3::uuid is null or n.agreement_id = $3)
         and ($4::uuid is null or n.id < $4) and (not $5 or ${STATE} in ('failed', 'bounced', 'retrying'))
       order by n.id desc limit ${PAGE + 1}`,
      [obligationId ?? null, supplierId ?? null, agreementId ?? null, before ?? null, failed],
    );
    const items = rows.slice(0, PAGE);
    return { items, next: rows.length > PAGE ? (items.at(-1)?.id ?? null) : null };
  }
}
