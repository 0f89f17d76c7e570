import { Injectable } from '@nestjs/common';
import { AuditLog, Clock, Database, notFound } from '@tallgrunn/platform';

/** Revokes a pack override, so that the price form applies to the unit. */
@Injectable()
export class RevokePackOverride {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  async run(agreementId: string, itemId: string, decisionId: string): Promise<void> {
    const [revoked] = await this.database.query<{ unit: string }>(
      `update agreements.pack_override d set withdrawn_at = $4, withdrawn_by = platform.person()
       where d.id = $3 and d.item_id = $2 and d.withdrawn_at is null and exists (select 1 from agreements.item i where i.cooperative_id = d.cooperative_id and i.id = d.item_id and i.agreement_id = $1)
       returning d.unit`,
      [agreementId, itemId, decisionId, this.clock.now()],
    );
    if (!revoked) throw notFound('pack-override');
    await this.audit.record({
      act: 'pack-override.revoked',
      subject: { kind: 'item', id: itemId },
      details: { agreementId, decisionId, unit: revoked.unit },
    });
  }
}
