import { Inject, Injectable } from '@nestjs/common';
import { AuditTrail, Clock, CONFIG, Database, Mail, Problem, type Config, type Role, type Side } from '@tallgrunn/platform';
import { uuidv7 } from '@tallgrunn/values';
import { invitationLetter } from './invitation-letter.ts';
import { hashToken, makeToken } from './token.ts';

const DAYS_OPEN = 30;

/** The roles an organisation of each kind can give. */
export const rolesOf: Record<Exclude<Side, 'system'>, readonly Role[]> = {
  cooperative: ['contract-manager', 'administrator'],
  buyer: ['buyer', 'buyer-administrator'],
  supplier: ['supplier-clerk', 'supplier-administrator'],
};

export interface InvitationRequest {
  readonly email: string;
  readonly role: Role;
  readonly organisationId: string;
  readonly dutyId?: string | null;
}

/** Sends someone a personal, expiring link into an organisation. The link is in the letter only; we keep its hash. */
@Injectable()
export class InviteColleague {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditTrail,
    private readonly mail: Mail,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async run({ email, role, organisationId, dutyId }: InvitationRequest): Promise<{ id: string; link: string; expiresAt: Date }> {
    const organisation = await this.database.one<{ name: string; kind: Exclude<Side, 'system'> }>('select name, kind from identity.organisation where id = $1', [organisationId]);
    if (!organisation) throw new Problem(404, 'not-found', { kind: 'organisation' });
    if (!rolesOf[organisation.kind].includes(role)) throw new Problem(400, 'role-not-for-organisation', { role, kind: organisation.kind, roles: rolesOf[organisation.kind] });
    const token = makeToken();
    const id = uuidv7(this.clock.now());
    const expiresAt = new Date(this.clock.now().getTime() + DAYS_OPEN * 86_400_000);
    await this.database.query(
      `insert into identity.invitation (id, token_hash, email, organisation_id, role, duty_id, invited_by, created_at, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [id, hashToken(token), email, organisationId, role, dutyId ?? null, this.database.actor().personId, this.clock.now(), expiresAt],
    );
    await this.audit.record({ act: 'invitation.sent', subject: { kind: 'invitation', id }, details: { organisationId, role } });
    const link = `${this.config.publicUrl}/invitation/${token}`;
    const { cooperativeId } = this.database.actor();
    this.database.afterCommit(() => void this.mail.send({ ...invitationLetter({ email, organisation: organisation.name, link, expiresAt }), cooperativeId }));
    return { id, link, expiresAt };
  }
}
