import { Injectable } from '@nestjs/common';
import { Database, notFound } from '@tallgrunn/platform';
import { AgreementRecord } from './agreement-record.ts';
import type { CallOffMethod } from './call-off-method.ts';

/** Changes to a lot; only given fields change. */
export interface LotChange {
  /** Decimal text, in the currency of the agreement. */
  readonly maximumValue?: string | null;
  readonly technique?: CallOffMethod | null;
}

/**
 * Changes a lot's maximum value and call-off method. Its key and title cannot be changed, because reports and prices
 * refer to them.
 */
@Injectable()
export class ChangeLot {
  constructor(
    private readonly database: Database,
    private readonly record: AgreementRecord,
  ) {}

  async run(agreementId: string, lotId: string, change: LotChange): Promise<void> {
    if (Object.keys(change).length === 0) return;
    await this.record.lockForUpdate(agreementId);
    const before = await this.#read(agreementId, lotId);
    if (!before) throw notFound('lot');
    const { maximumValue, technique } = { ...before, ...change };
    await this.database.query(
      'update agreements.lot set maximum_value = $3, technique = $4 where agreement_id = $1 and id = $2',
      [agreementId, lotId, maximumValue, technique],
    );
    await this.record.recordChange(agreementId, 'lots', before, { ...(await this.#read(agreementId, lotId)) });
  }

  #read(
    agreementId: string,
    lotId: string,
  ): Promise<{ key: string; maximumValue: string | null; technique: string | null } | undefined> {
    return this.database.one(
      'select key, maximum_value::text as "maximumValue", technique from agreements.lot where agreement_id = $1 and id = $2',
      [agreementId, lotId],
    );
  }
}
