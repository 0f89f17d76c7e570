import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

export interface PasskeySummary {
  readonly id: string;
  readonly name: string;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
}

/** The second factors of a person. */
export interface PersonFactors {
  readonly passkeys: readonly PasskeySummary[];
  /** When the authenticator app was confirmed; null without one. */
  readonly totpAddedAt: Date | null;
  readonly recoveryCodesLeft: number;
}

export const hasFactor = ({ passkeys, totpAddedAt }: PersonFactors): boolean =>
  passkeys.length > 0 || totpAddedAt !== null;

/** Reads and removes second factors. They belong to people, so they have no tenant. */
@Injectable()
export class Factors {
  constructor(private readonly source: DataSource) {}

  async of(personId: string): Promise<PersonFactors> {
    const passkeys = await this.source.query<PasskeySummary[]>(
      'select id, name, created_at as "createdAt", last_used_at as "lastUsedAt" from identity.passkey where person_id = $1 order by created_at',
      [personId],
    );
    const [rest] = await this.source.query<{ totpAddedAt: Date | null; recoveryCodesLeft: number }[]>(
      `select (select confirmed_at from identity.totp_secret where person_id = $1) as "totpAddedAt",
         (select count(*)::int from identity.recovery_code where person_id = $1 and used_at is null) as "recoveryCodesLeft"`,
      [personId],
    );
    return { passkeys, totpAddedAt: rest?.totpAddedAt ?? null, recoveryCodesLeft: rest?.recoveryCodesLeft ?? 0 };
  }

  /** Removes every factor and recovery code of a person. Returns the number of factors removed. */
  async removeAll(personId: string): Promise<number> {
    return this.source.transaction(async (manager) => {
      const [passkeys] = await manager.query<[unknown[], number]>(
        'delete from identity.passkey where person_id = $1 returning id',
        [personId],
      );
      const [secrets] = await manager.query<[unknown[], number]>(
        'delete from identity.totp_secret where person_id = $1 returning person_id',
        [personId],
      );
      await manager.query('delete from identity.recovery_code where person_id = $1', [personId]);
      return passkeys.length + secrets.length;
    });
  }
}
