import { Injectable } from '@nestjs/common';
import { AuditTrail, Clock, Database, notFound, Problem, SecurityLog } from '@tallgrunn/platform';

/**
 * Withdraws an invitation that nobody has accepted: one into the organisation one acts for, or one that the organisation one acts for sent.
 * Its link opens nothing any more. Repeating it changes nothing.
 */
@Injectable()
export class WithdrawInvitation {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditTrail,
    private readonly securityLog: SecurityLog,
    private readonly clock: Clock,
  ) {}

  async run(id: string): Promise<void> {
    // A contract manager invites buyers and suppliers, and withdraws what the cooperative sent them; colleagues are the administrators' matter.
    const isOwnMatter = this.database.actor().role !== 'contract-manager';
    const row = await this.database.one<{ accepted: boolean; withdrawn: boolean }>(
      `select accepted_at is not null as accepted, withdrawn_at is not null as withdrawn from identity.invitation
       where id = $1 and platform.organisation() in (organisation_id, inviter_organisation_id)
         and ($2 or organisation_id <> platform.organisation()) for update`,
      [id, isOwnMatter],
    );
    if (!row) throw notFound('invitation');
    if (row.accepted) throw new Problem(409, 'invitation-accepted');
    if (row.withdrawn) return;
    await this.database.query(
      'update identity.invitation set withdrawn_at = $2, withdrawn_by = platform.person() where id = $1',
      [id, this.clock.now()],
    );
    await this.audit.record({ act: 'invitation.withdrawn', subject: { kind: 'invitation', id } });
    await this.securityLog.record({ event: 'invitation-withdrawn', details: { invitationId: id } });
  }
}
