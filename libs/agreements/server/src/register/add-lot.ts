import { Injectable } from '@nestjs/common';
import { Clock, Database, Problem } from '@tallgrunn/platform';
import { uuidv7 } from '@tallgrunn/values';
import { AgreementRecord } from './agreement-record.ts';
import type { CallOffMethod } from './call-off-method.ts';

export interface NewLot {
  readonly key: string;
  readonly title: string;
  readonly cpv?: string | null;
  /** Decimal text. */
  readonly maximumValue?: string | null;
  readonly technique?: CallOffMethod | null;
}

/** Adds a lot to a running agreement. Lots are never deleted, because reports and prices may refer to them. */
@Injectable()
export class AddLot {
  constructor(
    private readonly database: Database,
    private readonly record: AgreementRecord,
    private readonly clock: Clock,
  ) {}

  async run(agreementId: string, { key, title, cpv, maximumValue, technique }: NewLot): Promise<{ id: string }> {
    await this.record.lockForUpdate(agreementId);
    const existing = await this.database.one(
      'select 1 from agreements.lot where agreement_id = $1 and lower(key) = lower($2)',
      [agreementId, key],
    );
    if (existing)
      throw new Problem(422, 'agreement-invalid', {}, [{ code: 'lot-repeated', path: 'key', params: { found: key } }]);
    const id = uuidv7(this.clock.now());
    await this.database.query(
      'insert into agreements.lot (id, agreement_id, key, title, cpv, maximum_value, technique) values ($1, $2, $3, $4, $5, $6, $7)',
      [id, agreementId, key, title, cpv ?? null, maximumValue ?? null, technique ?? null],
    );
    await this.record.recordChange(agreementId, 'lots', {}, { id, key, title });
    return { id };
  }
}
