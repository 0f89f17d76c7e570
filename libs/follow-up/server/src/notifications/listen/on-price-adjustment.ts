import { Injectable } from '@nestjs/common';
import { Database, OnDomainEvent, type DomainEvent } from '@tallgrunn/platform';
import { QueueNotifications } from '../queue/queue-notifications.ts';

interface Row {
  readonly agreement_id: string;
  readonly supplier_id: string;
  readonly state: string;
  readonly reason: string | null;
  readonly valid_from: string | null;
}

/** Notifies the supplier and the contract managers that a price request was decided; if approved, also the buyers. */
@Injectable()
@OnDomainEvent('agreements.adjustment-decided')
export class NotifyOfPriceAdjustment {
  constructor(
    private readonly queue: QueueNotifications,
    private readonly database: Database,
  ) {}

  async run({ subjectId }: DomainEvent): Promise<void> {
    const row = await this.database.one<Row & Record<string, unknown>>(
      `select c.agreement_id, c.supplier_id, c.state, c.reason, v.valid_from from agreements.door_price_adjustment c
       left join agreements.door_price_version v on v.cooperative_id = c.cooperative_id and v.id = c.price_version_id where c.id = $1`,
      [subjectId],
    );
    if (!row) return;
    const isApproved = row.state === 'approved';
    await this.queue.run({
      kind: 'price-adjustment-decided',
      subject: { kind: 'price-adjustment', id: subjectId },
      audiences: isApproved ? ['supplier', 'cooperative', 'buyer'] : ['supplier', 'cooperative'],
      agreementId: row.agreement_id,
      supplierId: row.supplier_id,
      details: { decision: isApproved ? 'approved' : 'rejected', date: row.valid_from },
      requesterText: row.reason,
    });
  }
}
