import { Inject, Injectable } from '@nestjs/common';
import { EmailOrganisation, type OrganisationEmail } from '@tallgrunn/identity-server';
import { Clock, CONFIG, Database, Mail, OnDomainEvent, type Config, type DomainEvent } from '@tallgrunn/platform';
import { uuidv7, type Language } from '@tallgrunn/values';
import type { CaseKind } from '../case.ts';
import { caseEmail } from './case-email.ts';
import { makeReplyToken, replyAddressOf } from './reply-token.ts';

interface WrittenMessage {
  readonly caseId: string;
  readonly number: string;
  readonly kind: CaseKind;
  readonly title: string;
  readonly supplierId: string;
  readonly supplier: string;
  readonly buyerId: string | null;
  readonly agreementId: string | null;
  readonly agreement: string | null;
  readonly ownerId: string | null;
  readonly openedBy: string | null;
  readonly isShared: boolean;
  readonly cooperativeId: string;
  readonly cooperativeOrganisationId: string;
  readonly authorSide: 'cooperative' | 'supplier' | 'buyer' | 'system';
  readonly authorName: string | null;
  readonly authorOrganisation: string;
  readonly body: string;
}

const MESSAGE = `
  select c.id as "caseId", c.number, c.kind, c.title, c.supplier_id as "supplierId", s.name as supplier, c.buyer_id as "buyerId", c.agreement_id as "agreementId", a.title as agreement,
    c.owner_id as "ownerId", c.opened_by as "openedBy", c.is_shared as "isShared", c.cooperative_id as "cooperativeId", k.id as "cooperativeOrganisationId",
    e.author_side as "authorSide", e.author_name as "authorName", coalesce(e.body, '') as body,
    case e.author_side when 'supplier' then s.name when 'buyer' then b.name else k.name end as "authorOrganisation"
  from follow_up.case_entry e
  join follow_up.supplier_case c on c.cooperative_id = e.cooperative_id and c.id = e.case_id
  join identity.door_organisation s on s.cooperative_id = c.cooperative_id and s.id = c.supplier_id
  join identity.door_current_organisation k on k.cooperative_id = c.cooperative_id and k.kind = 'cooperative'
  left join identity.door_organisation b on b.cooperative_id = c.cooperative_id and b.id = c.buyer_id
  left join agreements.door_agreement a on a.cooperative_id = c.cooperative_id and a.id = c.agreement_id
  where e.id = $1 and not e.is_internal`;

/** E-mails a case message to the sides that did not write it. Each recipient gets an individual reply address. */
@Injectable()
@OnDomainEvent('follow-up.message-written')
export class SendCaseMessage {
  constructor(
    private readonly database: Database,
    private readonly emailOrganisation: EmailOrganisation,
    private readonly mail: Mail,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async run({ payload }: DomainEvent): Promise<void> {
    const message = await this.database.one<WrittenMessage & Record<string, unknown>>(MESSAGE, [payload['entryId']]);
    if (!message) return;
    if (message.authorSide !== 'cooperative') await this.#toCooperative(message);
    if (message.authorSide !== 'supplier' && message.isShared) await this.#toSupplier(message);
    if (message.authorSide !== 'buyer' && message.buyerId !== null)
      await this.#toOrganisation(message, message.buyerId, message.openedBy === null ? null : [message.openedBy]);
  }

  /** Sends to the owner of the case, or to all contract managers when it has none. */
  async #toCooperative(message: WrittenMessage): Promise<void> {
    const managers = await this.database.query<{ id: string }>(
      `select person_id as id from identity.door_membership where organisation_id = $1 and role = 'contract-manager' and ended_at is null`,
      [message.cooperativeOrganisationId],
    );
    const ids = managers.map(({ id }) => id);
    const owner = message.ownerId !== null && ids.includes(message.ownerId) ? [message.ownerId] : ids;
    await this.#toOrganisation(message, message.cooperativeOrganisationId, owner);
  }

  /** Sends to all members of the supplier, or to its contacts in the agreement when it has no members. */
  async #toSupplier(message: WrittenMessage): Promise<void> {
    if ((await this.#toOrganisation(message, message.supplierId, null)) > 0) return;
    const contacts = await this.database.query<{ email: string }>(
      `select distinct email from agreements.door_agreement_contact where supplier_id = $1 and ($2::uuid is null or agreement_id = $2) and email is not null limit 5`,
      [message.supplierId, message.agreementId],
    );
    for (const { email } of contacts) {
      const replyTo = await this.#replyTo(message, message.supplierId, null, email);
      await this.mail.send({ to: email, ...this.#letter('nb', message, replyTo, false) });
    }
  }

  #toOrganisation(message: WrittenMessage, organisationId: string, only: readonly string[] | null): Promise<number> {
    return this.emailOrganisation.run(
      organisationId,
      async (language, { personId, email }) =>
        this.#letter(language, message, await this.#replyTo(message, organisationId, personId, email), true),
      only,
    );
  }

  #letter(language: Language, message: WrittenMessage, replyTo: string | null, isUser: boolean): OrganisationEmail {
    return {
      ...caseEmail(language, {
        ...message,
        from: [message.authorName, message.authorOrganisation].filter(Boolean).join(', '),
        link: isUser ? `${this.config.publicUrl}/cases/${message.caseId}` : null,
        canReply: replyTo !== null,
      }),
      ...(replyTo !== null && { replyTo }),
    };
  }

  /** Creates a reply address for this recipient; null when the installation accepts no replies by e-mail. */
  async #replyTo(
    { caseId, cooperativeId }: WrittenMessage,
    organisationId: string,
    personId: string | null,
    email: string,
  ): Promise<string | null> {
    const address = this.config.mailReplyAddress ?? null;
    if (address === null) return null;
    const { token, hash } = makeReplyToken(cooperativeId);
    await this.database.query(
      `insert into follow_up.case_reply_address (id, case_id, token_hash, recipient_organisation_id, recipient_person_id, email, created_at) values ($1, $2, $3, $4, $5, $6, $7)`,
      [uuidv7(this.clock.now()), caseId, hash, organisationId, personId, email, this.clock.now()],
    );
    return replyAddressOf(address, token);
  }
}
