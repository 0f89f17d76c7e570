import { Injectable } from '@nestjs/common';
import { QueueNotifications } from '../queue/queue-notifications.ts';
import type { PendingNotification } from '../send/pending-notification.ts';

type UndeliveredNotification = Pick<
  PendingNotification,
  | 'kind'
  | 'stage'
  | 'subjectKind'
  | 'subjectId'
  | 'obligationId'
  | 'agreementId'
  | 'supplierId'
  | 'details'
  | 'requesterText'
>;

/**
 * Queues an undelivered notification for the supplier's next contact, or else notifies the contract managers.
 * Recipients who already got it are skipped.
 */
@Injectable()
export class QueueForNextContact {
  constructor(private readonly queue: QueueNotifications) {}

  async run({ kind, stage, subjectKind, subjectId, ...about }: UndeliveredNotification): Promise<void> {
    const { obligationId, agreementId, supplierId, details, requesterText } = about;
    await this.queue.run({
      ...{ kind, stage, obligationId, agreementId, supplierId, details, requesterText },
      subject: { kind: subjectKind, id: subjectId },
      audiences: ['supplier'],
    });
  }
}
