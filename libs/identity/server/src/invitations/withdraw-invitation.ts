import { Injectable } from '@nestjs/common';
import { AuditLog, Clock, Database, notFound, Problem, SecurityLog } from '@tallgrunn/platform';

/**
 * Withdraws an invitation that is not accepted yet: one to the actor's organisation, or one sent by it. Its link stops
 * working. Repeating it changes nothing.
 * @throws Problem 'not-found' (404), 'invitation-already-accepted' (409)
 */
@Injectable()
export class WithdrawInvitation {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
    private readonly securityLog: SecurityLog,
    private readonly clock: Clock,
  ) {}

  async run(id: string): Promise<void> {
    // A contract manager may withdraw invitations to buyers and suppliers. Invitations to colleagues are handled by
    // administrators.
    const isOwnMatter = this.database.actor().role !== 'contract-manager';
    const row = await this.database.one<{ accepted: boolean; withdrawn: boolean }>(
      `select accepted_at is not null as accepted, withdrawn_at is not null as withdrawn from identity.invitation
       where id = $1 and platform.organisation() in (organisation_id, inviter_organisation_id)
         and ($2 or organisation_id <> platform.organisation()) for update`,
      [id, isOwnMatter],
    );
    if (!row) throw notFound('invitation');
    if (row.accepted) throw new Problem(409, 'invitation-already-accepted');
    if (row.withdrawn) return;
    await this.database.query(
      'update identity.invitation set withdrawn_at = $2, withdrawn_by = platform.person() where id = $1',
      [id, this.clock.now()],
    );
    await this.audit.record({ act: 'invitation.withdrawn', subject: { kind: 'invitation', id } });
    await this.securityLog.record({ event: 'invitation-withdrawn', details: { invitationId: id } });
  }
}
