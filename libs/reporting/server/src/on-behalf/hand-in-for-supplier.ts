import { Injectable } from '@nestjs/common';
import { AuditTrail, Clock, Database, Problem, type SpooledFile } from '@tallgrunn/platform';
import { osloDate, withoutPersonalNumbers, withoutPersons } from '@tallgrunn/values';
import type { CheckAnswers } from '../checking/check-request.ts';
import type { BehalfBody } from '../corrections/correction.shape.ts';
import { ReceiveVersion, type Arrival } from '../versions/receive-version.ts';

/** The contract manager hands in a file for a supplier, marked for good with who, from whom, when and why. */
@Injectable()
export class HandInForSupplier {
  constructor(
    private readonly receive: ReceiveVersion,
    private readonly database: Database,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** 400 where the file is said to have come on a day that is still to come. Numbers and addresses of persons are redacted; whom the file came from is stated by name, the reason names nobody. */
  async run(
    dutyId: string,
    file: SpooledFile,
    answers: CheckAnswers,
    arrival: Arrival,
    behalf: BehalfBody,
  ): Promise<{ id: string }> {
    const { receivedOn } = behalf;
    if (receivedOn > osloDate(this.clock.now())) throw new Problem(400, 'behalf-malformed', { fields: 'receivedOn' });
    const [receivedFrom, reason] = [
      withoutPersonalNumbers(behalf.receivedFrom.trim()),
      withoutPersons(behalf.reason.trim()),
    ];
    const { id } = await this.receive.run(dutyId, file, answers, arrival);
    await this.database.query(
      `insert into reporting.on_behalf (version_id, supplier_id, handed_in_by, handed_in_at, received_from, received_on, reason)
       select id, supplier_id, $2, $3, $4, $5, $6 from reporting.version where id = $1`,
      [id, this.database.actor().personId, this.clock.now(), receivedFrom, receivedOn, reason],
    );
    await this.audit.record({
      act: 'report.handed-in-for-supplier',
      subject: { kind: 'report-version', id },
      details: { dutyId, receivedFrom, receivedOn, reason },
    });
    return { id };
  }
}
