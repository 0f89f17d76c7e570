import { Injectable } from '@nestjs/common';
import { AuditTrail, Clock, Database, notFound, Problem, SecurityLog } from '@tallgrunn/platform';

/** Takes back a letter into the organisation one acts for, while nobody has answered it. Its link opens nothing any more. Again changes nothing. */
@Injectable()
export class WithdrawInvitation {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditTrail,
    private readonly securityLog: SecurityLog,
    private readonly clock: Clock,
  ) {}

  async run(id: string): Promise<void> {
    const row = await this.database.one<{ accepted: boolean; withdrawn: boolean }>(
      `select accepted_at is not null as accepted, withdrawn_at is not null as withdrawn from identity.invitation
       where id = $1 and organisation_id = platform.organisation() for update`,
      [id],
    );
    if (!row) throw notFound('invitation');
    if (row.accepted) throw new Problem(409, 'invitation-accepted');
    if (row.withdrawn) return;
    await this.database.query('update identity.invitation set withdrawn_at = $2, withdrawn_by = platform.person() where id = $1', [id, this.clock.now()]);
    await this.audit.record({ act: 'invitation.withdrawn', subject: { kind: 'invitation', id } });
    await this.securityLog.record({ event: 'invitation-withdrawn', details: { invitationId: id } });
  }
}
