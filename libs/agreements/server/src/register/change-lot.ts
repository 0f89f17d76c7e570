import { Injectable } from '@nestjs/common';
import { Database, notFound } from '@tallgrunn/platform';
import { AgreementRecord } from './agreement-record.ts';
import type { Technique } from './technique.ts';

/** What can be changed of a lot. Only what is named changes. */
export interface LotChange {
  /** Decimal text, in the currency of the agreement. */
  readonly maximumValue?: string | null;
  readonly technique?: Technique | null;
}

/** Changes how a lot may be used: its key and title stay, for reports and prices stand on them. */
@Injectable()
export class ChangeLot {
  constructor(
    private readonly database: Database,
    private readonly record: AgreementRecord,
  ) {}

  async run(agreementId: string, lotId: string, change: LotChange): Promise<void> {
    if (Object.keys(change).length === 0) return;
    await this.record.hold(agreementId);
    const before = await this.#read(agreementId, lotId);
    if (!before) throw notFound('lot');
    const { maximumValue, technique } = { ...before, ...change };
    await this.database.query(
      'update agreements.lot set maximum_value = $3, technique = $4 where agreement_id = $1 and id = $2',
      [agreementId, lotId, maximumValue, technique],
    );
    await this.record.changed(agreementId, 'lots', before, { ...(await this.#read(agreementId, lotId)) });
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
