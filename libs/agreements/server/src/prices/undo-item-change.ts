import { Injectable } from '@nestjs/common';
import { AuditTrail, Clock, Database, notFound } from '@tallgrunn/platform';

/** Takes two numbers apart again. The link stays in sight as undone, and no price list links them anew. */
@Injectable()
export class UndoItemChange {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  async run(agreementId: string, changeId: string): Promise<void> {
    const undone = await this.database.query(
      `update agreements.item_change set undone_at = $3, undone_by = platform.person() where id = $1 and agreement_id = $2 and undone_at is null returning id`,
      [changeId, agreementId, this.clock.now()],
    );
    if (undone.length === 0) throw notFound('item-change');
    await this.audit.record({ act: 'items.unlinked', subject: { kind: 'item-change', id: changeId }, details: { agreementId } });
  }
}
