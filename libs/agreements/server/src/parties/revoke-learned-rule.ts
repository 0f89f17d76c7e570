import { Injectable } from '@nestjs/common';
import { Clock, Database, notFound } from '@tallgrunn/platform';
import { PartyRecord, rejectParty } from './party-record.ts';
import type { ColumnRule } from './add-column-rule.ts';
import { AddCustomerNumber } from './add-customer-number.ts';

interface AliasRow {
  readonly text: string;
  readonly acts: boolean;
}

interface UnitRow {
  readonly agreementId: string;
  readonly text: string;
  readonly acts: boolean;
}

interface ColumnRow extends ColumnRule {
  readonly agreementId: string;
  readonly acts: boolean;
}

interface NumberRow {
  readonly number: string;
  readonly fromOn: string | null;
  readonly untilOn: string | null;
  readonly acts: boolean;
}

/** Revokes a learned rule, so that it has no effect but stays listed, or restores it. */
@Injectable()
export class RevokeLearnedRule {
  constructor(
    private readonly database: Database,
    private readonly record: PartyRecord,
    private readonly numbers: AddCustomerNumber,
    private readonly clock: Clock,
  ) {}

  async run(supplierId: string, ruleId: string, isInForce: boolean): Promise<void> {
    const alias = await this.database.one<AliasRow & Record<string, unknown>>(
      'select text, revoked_at is null as acts from agreements.buyer_alias where supplier_id = $1 and id = $2 for update',
      [supplierId, ruleId],
    );
    if (alias) return this.#alias(supplierId, ruleId, alias, isInForce);
    const number = await this.database.one<NumberRow & Record<string, unknown>>(
      'select number, valid_from as "fromOn", valid_to as "untilOn", revoked_at is null as acts from agreements.customer_number where supplier_id = $1 and id = $2 for update',
      [supplierId, ruleId],
    );
    if (!number) return this.#unit(supplierId, ruleId, isInForce);
    if (isInForce && !number.acts) await this.numbers.requireUnused(supplierId, number, ruleId);
    await this.#mark('customer_number', supplierId, ruleId, isInForce);
    await this.record.recordChange(
      supplierId,
      'customer-number',
      { id: ruleId, ...number },
      { id: ruleId, ...number, acts: isInForce },
    );
  }

  async #alias(supplierId: string, ruleId: string, alias: AliasRow, isInForce: boolean): Promise<void> {
    if (
      isInForce &&
      !alias.acts &&
      (await this.database.one(
        'select 1 from agreements.buyer_alias where supplier_id = $1 and text = $2 and revoked_at is null',
        [supplierId, alias.text],
      ))
    ) {
      rejectParty({ code: 'alias-held', path: 'text', params: { found: alias.text } });
    }
    await this.#mark('buyer_alias', supplierId, ruleId, isInForce);
    await this.record.recordChange(
      supplierId,
      'alias',
      { id: ruleId, ...alias },
      { id: ruleId, ...alias, acts: isInForce },
    );
  }

  async #unit(supplierId: string, ruleId: string, isInForce: boolean): Promise<void> {
    const unit = await this.database.one<UnitRow & Record<string, unknown>>(
      'select agreement_id as "agreementId", text, revoked_at is null as acts from agreements.unit_mapping where supplier_id = $1 and id = $2 for update',
      [supplierId, ruleId],
    );
    if (!unit) return this.#column(supplierId, ruleId, isInForce);
    const held =
      'select 1 from agreements.unit_mapping where supplier_id = $1 and agreement_id = $2 and text = $3 and revoked_at is null';
    if (isInForce && !unit.acts && (await this.database.one(held, [supplierId, unit.agreementId, unit.text])))
      rejectParty({ code: 'unit-held', path: 'text', params: { found: unit.text } });
    await this.#mark('unit_mapping', supplierId, ruleId, isInForce);
    await this.record.recordChange(
      supplierId,
      'unit-mapping',
      { id: ruleId, ...unit },
      { id: ruleId, ...unit, acts: isInForce },
    );
  }

  async #column(supplierId: string, ruleId: string, isInForce: boolean): Promise<void> {
    const column = await this.database.one<ColumnRow & Record<string, unknown>>(
      'select agreement_id as "agreementId", kind, heading, field, value, revoked_at is null as acts from agreements.column_rule where supplier_id = $1 and id = $2 for update',
      [supplierId, ruleId],
    );
    if (!column) throw notFound('learned-rule');
    const held =
      'select 1 from agreements.column_rule where supplier_id = $1 and agreement_id = $2 and kind = $3 and lower(heading) = lower($4) and revoked_at is null';
    if (
      isInForce &&
      !column.acts &&
      (await this.database.one(held, [supplierId, column.agreementId, column.kind, column.heading]))
    )
      rejectParty({ code: 'column-held', path: 'heading', params: { found: column.heading } });
    await this.#mark('column_rule', supplierId, ruleId, isInForce);
    await this.record.recordChange(
      supplierId,
      'column-rule',
      { id: ruleId, ...column },
      { id: ruleId, ...column, acts: isInForce },
    );
  }

  async #mark(
    table: 'buyer_alias' | 'customer_number' | 'unit_mapping' | 'column_rule',
    supplierId: string,
    id: string,
    isInForce: boolean,
  ): Promise<void> {
    await this.database.query(
      `update agreements.${table} set revoked_at = case when $3 then null else coalesce(revoked_at, $4::timestamptz) end, revoked_by = case when $3 then null else coalesce(revoked_by, platform.person()) end
       where supplier_id = $1 and id = $2`,
      [supplierId, id, isInForce, this.clock.now()],
    );
  }
}
