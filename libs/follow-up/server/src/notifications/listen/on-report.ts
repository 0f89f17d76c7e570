import { Injectable } from '@nestjs/common';
import { Database, OnFact, type Fact } from '@tallgrunn/platform';
import { QueueNotifications, type NewNotification } from '../queue/queue-notifications.ts';

interface ReportFact {
  readonly versionId: string;
  readonly dutyId: string;
  readonly agreementId: string;
  readonly supplierId: string;
  readonly reason?: string;
  readonly needsDecision?: boolean;
}

const about = ({ versionId, dutyId, agreementId, supplierId }: ReportFact) => ({
  subject: { kind: 'report-version', id: versionId },
  obligationId: dutyId,
  agreementId,
  supplierId,
});

/** A report was submitted: the supplier gets word that it came, and the contract managers that it awaits approval where it does. */
@Injectable()
@OnFact('reporting.version-submitted')
export class NotifyOfSubmission {
  constructor(
    private readonly queue: QueueNotifications,
    private readonly database: Database,
  ) {}

  async run({ payload }: Fact): Promise<void> {
    const fact = payload as unknown as ReportFact;
    const version = await reportOf(this.database, fact.versionId);
    if (!version) return;
    await this.queue.run({ kind: 'report-received', ...about(fact), details: version });
    if (fact.needsDecision)
      await this.queue.run({ kind: 'report-awaiting-approval', ...about(fact), details: version });
  }
}

/** A report was returned: the supplier is told why, and which rows of its file the check had asked about. */
@Injectable()
@OnFact('reporting.version-returned')
export class NotifyOfReturn {
  constructor(
    private readonly queue: QueueNotifications,
    private readonly database: Database,
  ) {}

  async run({ payload }: Fact): Promise<void> {
    const fact = payload as unknown as ReportFact;
    const version = await reportOf(this.database, fact.versionId);
    if (!version) return;
    const rows = await this.database.query<{ row_no: number }>(
      `select distinct f.row_no from reporting.door_finding f where f.version_id = $1 and f.row_no is not null and f.severity in ('confirm', 'blocksRow') order by 1 limit ${ROWS_NAMED + 1}`,
      [fact.versionId],
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
      ...about(fact),
      details,
      requesterText: fact.reason ?? null,
    });
  }
}

const ROWS_NAMED = 10;

/** A report is in force. One that needed no decision came a moment before: its receipt says so, and a second message would say nothing new. */
@Injectable()
@OnFact('reporting.version-accepted')
export class NotifyOfAcceptance {
  constructor(
    private readonly queue: QueueNotifications,
    private readonly database: Database,
  ) {}

  async run({ payload }: Fact): Promise<void> {
    const fact = payload as unknown as ReportFact;
    const version = await reportOf(this.database, fact.versionId);
    if (!version?.needsDecision) return;
    await this.queue.run({ kind: 'report-accepted', ...about(fact), details: version });
  }
}

/** The number, lines and kind of a report, as the templates name them. */
async function reportOf(
  database: Database,
  versionId: string,
): Promise<(NonNullable<NewNotification['details']> & { readonly needsDecision: number }) | undefined> {
  return database.one(
    `select v.number as "reportNumber", v.line_count as "lineCount", case when v.needs_decision then 1 else 0 end as "needsDecision" from reporting.door_version v where v.id = $1`,
    [versionId],
  );
}
