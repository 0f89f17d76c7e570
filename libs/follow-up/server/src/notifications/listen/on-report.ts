import { Injectable } from '@nestjs/common';
import { Database, OnDomainEvent, type DomainEvent } from '@tallgrunn/platform';
import { QueueNotifications, type NewNotification } from '../queue/queue-notifications.ts';

interface ReportEvent {
  readonly versionId: string;
  readonly obligationId: string;
  readonly agreementId: string;
  readonly supplierId: string;
  readonly reason?: string;
  readonly needsDecision?: boolean;
}

const referenceOf = ({ versionId, obligationId, agreementId, supplierId }: ReportEvent) => ({
  subject: { kind: 'report-version', id: versionId },
  obligationId,
  agreementId,
  supplierId,
});

/** Notifies the supplier that its report was received, and the contract managers if it awaits approval. */
@Injectable()
@OnDomainEvent('reporting.version-submitted')
export class NotifyOfSubmission {
  constructor(
    private readonly queue: QueueNotifications,
    private readonly database: Database,
  ) {}

  async run({ payload }: DomainEvent): Promise<void> {
    const event = payload as unknown as ReportEvent;
    const version = await reportOf(this.database, event.versionId);
    if (!version) return;
    await this.queue.run({ kind: 'report-received', ...referenceOf(event), details: version });
    if (event.needsDecision)
      await this.queue.run({ kind: 'report-awaiting-approval', ...referenceOf(event), details: version });
  }
}

/** Notifies the supplier that a report was returned, with the reason and the first rows with findings. */
@Injectable()
@OnDomainEvent('reporting.version-returned')
export class NotifyOfReturn {
  constructor(
    private readonly queue: QueueNotifications,
    private readonly database: Database,
  ) {}

  async run({ payload }: DomainEvent): Promise<void> {
    const event = payload as unknown as ReportEvent;
    const version = await reportOf(this.database, event.versionId);
    if (!version) return;
    const rows = await this.database.query<{ row_no: number }>(
      `select distinct f.row_no from reporting.door_finding f where f.version_id = $1 and f.row_no is not null and f.severity in ('confirm', 'blocksRow') order by 1 limit ${ROWS_NAMED + 1}`,
      [event.versionId],
    );
    const named = rows.slice(0, ROWS_NAMED).map(({ row_no }) => row_no);
    const details = {
      ...version,
      rows: named.join(', '),
      hasMoreRows: rows.length > ROWS_NAMED ? 1 : 0,
    };
    await this.queue.run({
      kind: 'report-returned',
      stage: 'returned',
      ...referenceOf(event),
      details,
      requesterText: event.reason ?? null,
    });
  }
}

const ROWS_NAMED = 10;

/**
 * Notifies the supplier that a report was accepted. Skips reports that needed no decision, because their receipt
 * already says so.
 */
@Injectable()
@OnDomainEvent('reporting.version-accepted')
export class NotifyOfAcceptance {
  constructor(
    private readonly queue: QueueNotifications,
    private readonly database: Database,
  ) {}

  async run({ payload }: DomainEvent): Promise<void> {
    const event = payload as unknown as ReportEvent;
    const version = await reportOf(this.database, event.versionId);
    if (!version?.needsDecision) return;
    await this.queue.run({ kind: 'report-accepted', ...referenceOf(event), details: version });
  }
}

/**
 * Returns the number, line count and decision flag of a report, as template variables; undefined when it does not
 * exist.
 */
async function reportOf(
  database: Database,
  versionId: string,
): Promise<(NonNullable<NewNotification['details']> & { readonly needsDecision: number }) | undefined> {
  return database.one(
    `select v.number as "reportNumber", v.line_count as "lineCount", case when v.requires_review then 1 else 0 end as "needsDecision" from reporting.door_report_version v where v.id = $1`,
    [versionId],
  );
}
