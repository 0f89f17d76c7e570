import { Inject, Injectable } from '@nestjs/common';
import { AuditTrail, Clock, CONFIG, Database, Mail, Problem, SecurityLog, type Config, type Role, type Side } from '@tallgrunn/platform';
import { addDays, endOfOsloDay, osloDate, uuidv7 } from '@tallgrunn/values';
import { invitationLetter } from './invitation-letter.ts';
import { hashToken, makeToken } from './token.ts';

const DAYS_OPEN = 30;
/** The longest an auditor is let in for at once, days. */
const DAYS_AUDITED = 366;

/** The roles an organisation of each kind can give. */
export const rolesOf: Record<Exclude<Side, 'system'>, readonly Role[]> = {
  cooperative: ['contract-manager', 'administrator', 'auditor'],
  buyer: ['buyer', 'buyer-administrator'],
  supplier: ['supplier-clerk', 'supplier-administrator'],
};

export interface InvitationRequest {
  readonly email: string;
  readonly role: Role;
  readonly organisationId: string;
  readonly dutyId?: string | null;
  /** The last day of the membership, YYYY-MM-DD; an auditor must have one. */
  readonly endsOn?: string | null;
}

/** Sends someone a personal, expiring link into an organisation. The link is in the letter only; we keep its hash. */
@Injectable()
export class InviteColleague {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditTrail,
    private readonly securityLog: SecurityLog,
    private readonly mail: Mail,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async run({ email, role, organisationId, dutyId, endsOn }: InvitationRequest): Promise<{ id: string; link: string; expiresAt: Date }> {
    const organisation = await this.database.one<{ name: string; kind: Exclude<Side, 'system'> }>('select name, kind from identity.organisation where id = $1', [organisationId]);
    if (!organisation) throw new Problem(404, 'not-found', { kind: 'organisation' });
    if (!rolesOf[organisation.kind].includes(role)) throw new Problem(400, 'role-not-for-organisation', { role, kind: organisation.kind, roles: rolesOf[organisation.kind] });
    const endsAt = this.#endOf(role, endsOn ?? null);
    const token = makeToken();
    const id = uuidv7(this.clock.now());
    const open = this.clock.now().getTime() + DAYS_OPEN * 86_400_000;
    const expiresAt = new Date(Math.min(open, endsAt?.getTime() ?? open));
    await this.#spendOlder(email, organisationId, role);
    await this.database.query(
      `insert into identity.invitation (id, token_hash, email, organisation_id, role, duty_id, invited_by, created_at, expires_at, ends_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [id, hashToken(token), email, organisationId, role, dutyId ?? null, this.database.actor().personId, this.clock.now(), expiresAt, endsAt],
    );
    await this.audit.record({ act: 'invitation.sent', subject: { kind: 'invitation', id }, details: { organisationId, role, ...(endsOn && { endsOn }) } });
    await this.securityLog.record({ event: 'invitation-created', details: { invitationId: id, organisationId, role } });
    const link = `${this.config.publicUrl}/invitation/${token}`;
    await this.mail.send({ ...invitationLetter({ email, role, organisation: organisation.name, link, expiresAt, endsOn: endsOn ?? null }), recipientId: id });
    return { id, link, expiresAt };
  }

  /** Only the newest letter to somebody for a role opens anything: what an older one promised, an end day among it, does not come back. */
  async #spendOlder(email: string, organisationId: string, role: Role): Promise<void> {
    await this.database.query(
      `update identity.invitation set withdrawn_at = $4, withdrawn_by = $5
       where lower(email) = lower($1) and organisation_id = $2 and role = $3 and accepted_at is null and withdrawn_at is null`,
      [email, organisationId, role, this.clock.now(), this.database.actor().personId],
    );
  }

  /** When a membership ends by itself: at the end of the day that was set. */
  #endOf(role: Role, endsOn: string | null): Date | null {
    const today = osloDate(this.clock.now());
    const [earliest, latest] = [today, addDays(today, DAYS_AUDITED)];
    if (endsOn === null ? role === 'auditor' : endsOn < earliest || endsOn > latest) {
      throw new Problem(422, 'invitation-refused', {}, [{ code: endsOn === null ? 'end-missing' : 'end-outside', path: 'endsOn', params: { earliest, latest, found: endsOn } }]);
    }
    return endsOn === null ? null : endOfOsloDay(endsOn);
  }
}
