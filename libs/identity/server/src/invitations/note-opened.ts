import { Injectable } from '@nestjs/common';
import { Clock, Database, UnitOfWork } from '@tallgrunn/platform';
import { invitedActor, type OpenInvitation } from './find-invitation.ts';

/** Records the first time an invitation link was opened. */
@Injectable()
export class RecordInvitationOpened {
  constructor(
    private readonly units: UnitOfWork,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run(invitation: OpenInvitation): Promise<void> {
    await this.units.run(invitedActor(invitation), () =>
      this.database.query('update identity.invitation set opened_at = $2 where id = $1 and opened_at is null', [
        invitation.id,
        this.clock.now(),
      ]),
    );
  }
}
