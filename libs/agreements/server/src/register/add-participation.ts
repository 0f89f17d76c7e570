import { Injectable } from '@nestjs/common';
import { Database, Problem } from '@tallgrunn/platform';
import { AgreementRecord, requireValidPeriod } from './agreement-record.ts';

export interface NewParticipation {
  readonly buyerId: string;
  readonly fromOn?: string;
  readonly untilOn?: string | null;
}

/** Adds a buyer to an agreement from a day on. A buyer that left may return with its own dates. */
@Injectable()
export class AddParticipation {
  constructor(
    private readonly database: Database,
    private readonly record: AgreementRecord,
  ) {}

  async run(agreementId: string, { buyerId, ...dates }: NewParticipation): Promise<void> {
    const agreement = await this.record.lockForUpdate(agreementId);
    await this.record.requireParty(buyerId, 'buyer');
    const fromOn = dates.fromOn ?? agreement.startsOn;
    const untilOn = dates.untilOn === undefined ? agreement.endsOn : dates.untilOn;
    requireValidPeriod(fromOn, untilOn);
    const same = await this.database.one<{ valid_from: string }>(
      `select valid_from from agreements.participation
       where agreement_id = $1 and buyer_id = $2 and valid_from <= coalesce($4::date, 'infinity') and coalesce(valid_to, 'infinity') >= $3::date`,
      [agreementId, buyerId, fromOn, untilOn],
    );
    if (same)
      throw new Problem(422, 'agreement-invalid', {}, [
        { code: 'buyer-takes-part-already', path: 'buyerId', params: { found: fromOn, expected: same.valid_from } },
      ]);
    await this.database.query(
      'insert into agreements.participation (agreement_id, buyer_id, valid_from, valid_to) values ($1, $2, $3, $4)',
      [agreementId, buyerId, fromOn, untilOn],
    );
    await this.record.recordChange(agreementId, 'participation', {}, { buyerId, fromOn, untilOn });
  }
}
