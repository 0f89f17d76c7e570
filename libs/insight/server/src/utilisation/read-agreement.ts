import { Injectable } from '@nestjs/common';
import { Database, notFound } from '@tallgrunn/platform';

export interface AgreementRead {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly startsOn: string;
  readonly endsOn: string | null;
  readonly technique: string | null;
  readonly maximumValue: string | null;
  /** The currency of the maximum value, or the cooperative's. Only amounts in it are added. */
  readonly currency: string;
}

export interface LotRead {
  readonly id: string;
  readonly key: string;
  readonly title: string;
  readonly maximumValue: string | null;
  readonly technique: string | null;
}

export interface OptionRead {
  readonly number: number;
  readonly noticeBy: string | null;
  readonly extendsTo: string;
  readonly decided: 'taken' | 'left' | null;
}

const OF_AGREEMENT = `id, number, title, starts_on as "startsOn", ends_on as "endsOn", technique, maximum_value as "maximumValue", currency`;

/** Reads the agreement data against which utilisation is measured. */
@Injectable()
export class ReadAgreement {
  constructor(private readonly database: Database) {}

  async run(agreementId: string): Promise<AgreementRead> {
    const agreement = await this.database.one<AgreementRead>(
      `select ${OF_AGREEMENT} from agreements.door_agreement where id = $1`,
      [agreementId],
    );
    if (!agreement) throw notFound('agreement');
    return agreement;
  }

  all(): Promise<AgreementRead[]> {
    return this.database.query<AgreementRead>(`select ${OF_AGREEMENT} from agreements.door_agreement order by number`);
  }

  lots(agreementId: string): Promise<LotRead[]> {
    return this.database.query<LotRead>(
      `select id, key, title, maximum_value as "maximumValue", technique from agreements.door_lot where agreement_id = $1 order by key`,
      [agreementId],
    );
  }

  options(agreementId: string): Promise<OptionRead[]> {
    return this.database.query<OptionRead>(
      `select number, notice_by as "noticeBy", extends_to as "extendsTo", decided from agreements.door_agreement_option where agreement_id = $1 order by number`,
      [agreementId],
    );
  }
}
