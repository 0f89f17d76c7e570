import { Injectable } from '@nestjs/common';
import { Database } from '@tallgrunn/platform';
import { RevokeLearnedRule } from './revoke-learned-rule.ts';

/** An answer that a supplier revokes. `about`: the text, heading or field of the answer. */
export interface RevokedAnswer {
  readonly kind: 'unit' | 'buyer' | 'column' | 'fill-down' | 'decimal-char' | 'date-order';
  readonly about: string;
}

/**
 * Revokes the rules learned from a supplier's own answer, so that the question is asked next time. Manual and imported
 * rules remain.
 */
@Injectable()
export class RevokeLearnedAnswer {
  constructor(
    private readonly database: Database,
    private readonly lessons: RevokeLearnedRule,
  ) {}

  async run(supplierId: string, agreementId: string, { kind, about }: RevokedAnswer): Promise<void> {
    const written = about.trim();
    for (const id of await this.#learned(supplierId, agreementId, kind, written))
      await this.lessons.run(supplierId, id, false);
  }

  async #learned(
    supplierId: string,
    agreementId: string,
    kind: RevokedAnswer['kind'],
    about: string,
  ): Promise<string[]> {
    const inForce = `supplier_id = $1 and origin = 'decided' and revoked_at is null`;
    if (kind === 'buyer')
      return this.#ids(`select id from agreements.buyer_alias where ${inForce} and text = $2`, [supplierId, about]);
    if (kind === 'unit')
      return this.#ids(
        `select id from agreements.unit_mapping where ${inForce} and agreement_id = $2 and text = lower(regexp_replace($3, '\\s+', ' ', 'g'))`,
        [supplierId, agreementId, about],
      );
    const named = kind === 'column' ? 'lower(heading) = lower($4)' : 'field = $4';
    return this.#ids(
      `select id from agreements.column_rule where ${inForce} and agreement_id = $2 and kind = $3 and ${named}`,
      [supplierId, agreementId, kind === 'column' ? 'name' : kind, about],
    );
  }

  async #ids(sql: string, values: readonly string[]): Promise<string[]> {
    return (await this.database.query<{ id: string }>(sql, [...values])).map(({ id }) => id);
  }
}
