import { Injectable } from '@nestjs/common';
import { Database, notFound } from '@tallgrunn/platform';
import { AgreementRecord, requireValidPeriod } from './agreement-record.ts';

/**
 * Sets the last day of a buyer's latest participation; null: until the agreement ends. The first day cannot be changed.
 */
@Injectable()
export class EndParticipation {
  constructor(
    private readonly database: Database,
    private readonly record: AgreementRecord,
  ) {}

  async run(agreementId: string, buyerId: string, untilOn: string | null): Promise<void> {
    await this.record.lockForUpdate(agreementId);
    const before = await this.database.one<{ fromOn: string; untilOn: string | null }>(
      'select valid_from as "fromOn", valid_to as "untilOn" from agreements.participation where agreement_id = $1 and buyer_id = $2 order by valid_from desc limit 1',
      [agreementId, buyerId],
    );
    if (!before) throw notFound('participation');
    requireValidPeriod(before.fromOn, untilOn);
    await this.database.query(
      'update agreements.participation set valid_to = $4 where agreement_id = $1 and buyer_id = $2 and valid_from = $3',
      [agreementId, buyerId, before.fromOn, untilOn],
    );
    await this.record.recordChange(
      agreementId,
      'participation',
      { buyerId, ...before },
      { buyerId, ...before, untilOn },
    );
  }
}
