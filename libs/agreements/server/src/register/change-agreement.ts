import { Injectable } from '@nestjs/common';
import { Database, Problem } from '@tallgrunn/platform';
import { AgreementRecord, requireValidPeriod } from './agreement-record.ts';
import type { CallOffMethod } from './call-off-method.ts';

/**
 * Changes to an agreement. Only given fields change; null clears a value. Amounts as decimal text, dates as YYYY-MM-DD.
 */
export interface AgreementChange {
  readonly title?: string;
  readonly cpv?: string | null;
  readonly startsOn?: string;
  readonly endsOn?: string | null;
  readonly caseNumber?: string | null;
  readonly documentNumber?: string | null;
  readonly technique?: CallOffMethod | null;
  readonly maximumValue?: string | null;
  readonly maximumCurrency?: string | null;
  readonly noticeId?: string | null;
}

const columns: Readonly<Record<keyof AgreementChange, string>> = {
  title: 'title',
  cpv: 'cpv',
  startsOn: 'starts_on',
  endsOn: 'ends_on',
  caseNumber: 'case_number',
  documentNumber: 'document_number',
  technique: 'technique',
  maximumValue: 'maximum_value',
  maximumCurrency: 'maximum_value_currency',
  noticeId: 'notice_id',
};

/** Changes an agreement. Dates of suppliers and participants are not affected; they are changed individually. */
@Injectable()
export class ChangeAgreement {
  constructor(
    private readonly database: Database,
    private readonly record: AgreementRecord,
  ) {}

  async run(agreementId: string, change: AgreementChange): Promise<void> {
    await this.record.lockForUpdate(agreementId);
    const named = (Object.keys(columns) as (keyof AgreementChange)[]).filter((key) => change[key] !== undefined);
    if (named.length === 0) return;
    const before = await this.#read(agreementId, named);
    const whole = { ...(await this.#read(agreementId, ['startsOn', 'endsOn'])), ...change };
    requireValidPeriod(whole.startsOn ?? null, whole.endsOn ?? null, 'endsOn');
    if (change.caseNumber) await this.#requireFreeCase(agreementId, change.caseNumber);
    const sets = named.map((key, at) => `${columns[key]} = $${at + 2}`).join(', ');
    await this.database.query(`update agreements.agreement set ${sets} where id = $1`, [
      agreementId,
      ...named.map((key) => change[key] ?? null),
    ]);
    await this.record.recordChange(agreementId, 'head', before, await this.#read(agreementId, named));
  }

  async #read(
    agreementId: string,
    keys: readonly (keyof AgreementChange)[],
  ): Promise<AgreementChange & Record<string, unknown>> {
    const list = keys.map((key) => `${columns[key]} as "${key}"`).join(', ');
    return (
      (await this.database.one<AgreementChange & Record<string, unknown>>(
        `select ${list} from agreements.agreement where id = $1`,
        [agreementId],
      )) ?? {}
    );
  }

  /**
   * Requires that no other agreement has the case number, because imports merge by it.
   * @throws Problem 'agreement-invalid' (422)
   */
  async #requireFreeCase(agreementId: string, caseNumber: string): Promise<void> {
    const other = await this.database.one<{ number: string }>(
      'select number from agreements.agreement where case_number = $1 and id <> $2',
      [caseNumber, agreementId],
    );
    if (other)
      throw new Problem(422, 'agreement-invalid', {}, [
        { code: 'case-number-taken', path: 'caseNumber', params: { found: caseNumber, expected: other.number } },
      ]);
  }
}
