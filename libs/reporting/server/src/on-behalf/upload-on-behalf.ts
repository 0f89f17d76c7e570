import { Injectable } from '@nestjs/common';
import { AuditLog, Clock, Database, Problem, type SpooledFile } from '@tallgrunn/platform';
import { osloDate, withoutPersonalNumbers, withoutPersons } from '@tallgrunn/values';
import type { ReadingOptions } from '../checking/check-request.ts';
import type { BehalfBody } from '../corrections/correction.dto.ts';
import { ReceiveVersion, type UploadDetails } from '../versions/receive-version.ts';

/**
 * Receives a file that the contract manager uploads on behalf of a supplier, and records permanently who uploaded it,
 * from whom, when and why.
 */
@Injectable()
export class UploadOnBehalf {
  constructor(
    private readonly receive: ReceiveVersion,
    private readonly database: Database,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Redacts personal data. The name of the sender is stored; names in the reason are redacted too.
   * @throws Problem 'on-behalf-malformed' (400) when the date of receipt is in the future
   */
  async run(
    obligationId: string,
    file: SpooledFile,
    answers: ReadingOptions,
    arrival: UploadDetails,
    behalf: BehalfBody,
  ): Promise<{ id: string }> {
    const { receivedOn } = behalf;
    if (receivedOn > osloDate(this.clock.now()))
      throw new Problem(400, 'on-behalf-malformed', { fields: 'receivedOn' });
    const [receivedFrom, reason] = [
      withoutPersonalNumbers(behalf.receivedFrom.trim()),
      withoutPersons(behalf.reason.trim()),
    ];
    const { id } = await this.receive.run(obligationId, file, answers, arrival);
    await this.database.query(
      `insert into reporting.on_behalf_submission (version_id, supplier_id, handed_in_by, handed_in_at, received_from, received_on, reason)
       select id, supplier_id, $2, $3, $4, $5, $6 from reporting.report_version where id = $1`,
      [id, this.database.actor().personId, this.clock.now(), receivedFrom, receivedOn, reason],
    );
    await this.audit.record({
      act: 'report.uploaded-on-behalf',
      subject: { kind: 'report-version', id },
      details: { obligationId, receivedFrom, receivedOn, reason },
    });
    return { id };
  }
}
