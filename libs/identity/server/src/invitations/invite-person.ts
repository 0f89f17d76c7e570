import { Inject, Injectable } from '@nestjs/common';
import {
  AuditLog,
  Clock,
  CONFIG,
  Database,
  Mail,
  Problem,
  SecurityLog,
  type Config,
  type Role,
  type ActorKind,
} from '@tallgrunn/platform';
import { addDays, endOfOsloDay, limits, osloDate, uuidv7, type Language } from '@tallgrunn/values';
import { hashToken, generateToken } from '../token.ts';
import { InvitationLimits } from './count-invitations.ts';
import { invitationEmail, invitationKindOf, type InvitationSubject } from './invitation-email.ts';
import { InvitationTemplateStore } from './templates/invitation-template-store.ts';

const DAY_MS = 86_400_000;
/** Longest access of an auditor per invitation, days. */
const AUDITOR_DAYS_MAX = 366;
const NO_SUBJECT: InvitationSubject = { agreements: [], report: null, contact: null };

/** Roles available in each kind of organisation. */
export const rolesOf: Record<Exclude<ActorKind, 'system'>, readonly Role[]> = {
  cooperative: ['contract-manager', 'administrator', 'reader', 'auditor'],
  buyer: ['buyer', 'buyer-administrator', 'reader'],
  supplier: ['supplier-clerk', 'supplier-administrator'],
};

export interface InvitationRequest {
  readonly email: string;
  readonly role: Role;
  readonly organisationId: string;
  readonly obligationId?: string | null;
  /** Last day of the membership, YYYY-MM-DD; required for an auditor. */
  readonly endsOn?: string | null;
  /** The inviter's message, plain text without links. */
  readonly message?: string | null;
  /** Likely language of the recipient; an existing person's own language takes precedence. */
  readonly language?: Language | null;
  /** Subject of the invitation, for the e-mail. */
  readonly subject?: InvitationSubject;
  /** Whether the address is a contact imported with the agreements. */
  readonly isRegisteredContact?: boolean;
}

export interface SentInvitation {
  readonly id: string;
  readonly expiresAt: Date;
}

interface Target {
  readonly name: string;
  readonly kind: Exclude<ActorKind, 'system'>;
  readonly cooperative: string;
}

/**
 * Invites a person to an organisation by e-mail. Only the e-mail contains the personal link, so the link proves access
 * to the mailbox. Only its hash is stored.
 */
@Injectable()
export class InvitePerson {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
    private readonly securityLog: SecurityLog,
    private readonly mail: Mail,
    private readonly clock: Clock,
    private readonly count: InvitationLimits,
    private readonly templates: InvitationTemplateStore,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Sends the invitation and withdraws older open ones for the same address and role.
   * @throws Problem 'not-found' (404)
   * @throws Problem 'role-not-available' (400)
   * @throws Problem 'invitation-invalid' | 'invitation-message-refused' (422)
   * @throws Problem 'invitation-limit-reached' (429)
   */
  async run(request: InvitationRequest): Promise<SentInvitation> {
    const { id, expiresAt } = await this.#invite(request);
    return { id, expiresAt };
  }

  /**
   * Sends the invitation and also returns the link, for the operator's command line. The audit log records that the
   * link was shown.
   */
  async runForOperator(request: InvitationRequest): Promise<SentInvitation & { readonly link: string }> {
    const invitation = await this.#invite(request);
    await this.audit.record({
      act: 'invitation.link-shown-to-operator',
      subject: { kind: 'invitation', id: invitation.id },
    });
    return invitation;
  }

  async #invite(request: InvitationRequest): Promise<SentInvitation & { readonly link: string }> {
    const { email, role, organisationId, endsOn = null } = request;
    const target = await this.#target(organisationId);
    if (!rolesOf[target.kind].includes(role))
      throw new Problem(400, 'role-not-available', { role, kind: target.kind, roles: rolesOf[target.kind] });
    const message = readMessage(request.message);
    const endsAt = this.#endOf(role, endsOn);
    await this.count.requireRoom(request.isRegisteredContact ?? false);
    const token = generateToken();
    const id = uuidv7(this.clock.now());
    const longest = this.clock.now().getTime() + limits.invitation.daysOpen * DAY_MS;
    const expiresAt = new Date(Math.min(longest, endsAt?.getTime() ?? longest));
    await this.#withdrawOlder(email, organisationId, role);
    const actor = this.database.actor();
    await this.database.query(
      `insert into identity.invitation
         (id, token_hash, email, organisation_id, role, obligation_id, invited_by, inviter_organisation_id, is_registered_contact, language, message, created_at, expires_at, ends_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
      [
        id,
        hashToken(token),
        email,
        organisationId,
        role,
        request.obligationId ?? null,
        actor.personId,
        actor.organisationId,
        request.isRegisteredContact ?? false,
        request.language ?? null,
        message,
        this.clock.now(),
        expiresAt,
        endsAt,
      ],
    );
    await this.audit.record({
      act: 'invitation.sent',
      subject: { kind: 'invitation', id },
      details: { organisationId, role, ...(endsOn && { endsOn }) },
    });
    await this.securityLog.record({ event: 'invitation-created', details: { invitationId: id, organisationId, role } });
    const link = `${this.config.publicUrl}/invitation/${token}`;
    await this.#send(request, target, { id, link, expiresAt, message });
    return { id, link, expiresAt };
  }

  async #target(organisationId: string): Promise<Target> {
    const target = await this.database.one<Target>(
      `select o.name, o.kind, c.name as cooperative from identity.organisation o join identity.cooperative c on c.id = o.cooperative_id where o.id = $1
         and not exists (select from platform.door_merged_organisation m where m.cooperative_id = o.cooperative_id and m.id = o.id)`,
      [organisationId],
    );
    if (!target) throw new Problem(404, 'not-found', { kind: 'organisation' });
    return target;
  }

  async #send(
    request: InvitationRequest,
    target: Target,
    {
      id,
      ...sent
    }: { readonly id: string; readonly link: string; readonly expiresAt: Date; readonly message: string | null },
  ): Promise<void> {
    const { personId, organisationId } = this.database.actor();
    const recipient = await this.database.one<{ language: Language }>(
      'select language from identity.person where lower(email) = lower($1)',
      [request.email],
    );
    const inviter = await this.database.one<{ name: string; email: string; organisation: string }>(
      'select p.name, p.email, o.name as organisation from identity.person p join identity.organisation o on o.id = $2 where p.id = $1',
      [personId, organisationId],
    );
    const { email, role, endsOn = null, subject = NO_SUBJECT } = request;
    const invitation = invitationEmail({
      ...{ email, role, endsOn, subject, ...sent },
      organisation: target.name,
      cooperative: target.cooperative,
      inviter: inviter ?? null,
      language: recipient?.language ?? request.language ?? null,
      templates: await this.templates.find(invitationKindOf(role)),
    });
    await this.mail.send({ ...invitation, recipientId: id });
  }

  /**
   * Withdraws older open invitations of the address to the role, so that only the newest is valid. The terms of an
   * older one, such as its end date, cannot apply later.
   */
  async #withdrawOlder(email: string, organisationId: string, role: Role): Promise<void> {
    await this.database.query(
      `update identity.invitation set withdrawn_at = $4, withdrawn_by = $5
       where lower(email) = lower($1) and organisation_id = $2 and role = $3 and accepted_at is null and withdrawn_at is null`,
      [email, organisationId, role, this.clock.now(), this.database.actor().personId],
    );
  }

  /**
   * Returns the end of the membership: the end of the given day in Oslo.
   * @throws Problem 'invitation-invalid' (422) when the date is missing for an auditor, or out of range
   */
  #endOf(role: Role, endsOn: string | null): Date | null {
    const today = osloDate(this.clock.now());
    const [earliest, latest] = [today, addDays(today, AUDITOR_DAYS_MAX)];
    if (endsOn === null ? role === 'auditor' : endsOn < earliest || endsOn > latest) {
      throw new Problem(422, 'invitation-invalid', {}, [
        {
          code: endsOn === null ? 'end-missing' : 'end-outside',
          path: 'endsOn',
          params: { earliest, latest, found: endsOn },
        },
      ]);
    }
    return endsOn === null ? null : endOfOsloDay(endsOn);
  }
}

/**
 * Returns the message without control characters; null when it is empty. Links are rejected, because the e-mail must
 * contain only ours.
 * @throws Problem 'invitation-message-refused' (422)
 */
function readMessage(text: string | null | undefined): string | null {
  const message = (text ?? '').replace(/[^\P{Cc}\n]/gu, '').trim();
  const { messageCharactersMax: max } = limits.invitation;
  const code = /:\/\/|\bwww\./i.test(message) ? 'message-has-link' : message.length > max ? 'message-too-long' : null;
  if (code)
    throw new Problem(422, 'invitation-message-refused', { max }, [
      { code, path: 'message', params: { found: message.length, max } },
    ]);
  return message === '' ? null : message;
}
