import { Injectable } from '@nestjs/common';
import { Clock, Database, notFound } from '@tallgrunn/platform';
import { PartyRecord, refuse } from './party-record.ts';
import type { ColumnMeaning } from './teach-column.ts';
import { TeachCustomerNumber } from './teach-customer-number.ts';

interface AliasRow {
  readonly text: string;
  readonly acts: boolean;
}

interface UnitRow {
  readonly agreementId: string;
  readonly text: string;
  readonly acts: boolean;
}

interface ColumnRow extends ColumnMeaning {
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
export class UndoLesson {
  constructor(
    private readonly database: Database,
    private readonly record: PartyRecord,
    private readonly numbers: TeachCustomerNumber,
    private readonly clock: Clock,
  ) {}

  async run(supplierId: string, lessonId: string, acts: boolean): Promise<void> {
    const alias = await this.database.one<AliasRow & Record<string, unknown>>(
      'select text, undone_at is null as acts from agreements.buyer_alias where supplier_id = $1 and id = $2 for update',
      [supplierId, lessonId],
    );
    if (alias) return this.#alias(supplierId, lessonId, alias, acts);
    const number = await this.database.one<NumberRow & Record<string, unknown>>(
      'select number, from_on as "fromOn", until_on as "untilOn", undone_at is null as acts from agreements.customer_number where supplier_id = $1 and id = $2 for update',
      [supplierId, lessonId],
    );
    if (!number) return this.#unit(supplierId, lessonId, acts);
    if (acts && !number.acts) await this.numbers.requireFree(supplierId, number, lessonId);
    await this.#mark('customer_number', supplierId, lessonId, acts);
    await this.record.changed(
      supplierId,
      'customer-number',
      { id: lessonId, ...number },
      { id: lessonId, ...number, acts },
    );
  }

  async #alias(supplierId: string, lessonId: string, alias: AliasRow, acts: boolean): Promise<void> {
    if (
      acts &&
      !alias.acts &&
      (await this.database.one(
        'select 1 from agreements.buyer_alias where supplier_id = $1 and text = $2 and undone_at is null',
        [supplierId, alias.text],
      ))
    ) {
      refuse({ code: 'alias-held', path: 'text', params: { found: alias.text } });
    }
    await this.#mark('buyer_alias', supplierId, lessonId, acts);
    await this.record.changed(supplierId, 'alias', { id: lessonId, ...alias }, { id: lessonId, ...alias, acts });
  }

  async #unit(supplierId: string, lessonId: string, acts: boolean): Promise<void> {
    const unit = await this.database.one<UnitRow & Record<string, unknown>>(
      'select agreement_id as "agreementId", text, undone_at is null as acts from agreements.unit_lesson where supplier_id = $1 and id = $2 for update',
      [supplierId, lessonId],
    );
    if (!unit) return this.#column(supplierId, lessonId, acts);
    const held =
      'select 1 from agreements.unit_lesson where supplier_id = $1 and agreement_id = $2 and text = $3 and undone_at is null';
    if (acts && !unit.acts && (await this.database.one(held, [supplierId, unit.agreementId, unit.text])))
      refuse({ code: 'unit-held', path: 'text', params: { found: unit.text } });
    await this.#mark('unit_lesson', supplierId, lessonId, acts);
    await this.record.changed(supplierId, 'unit-meaning', { id: lessonId, ...unit }, { id: lessonId, ...unit, acts });
  }

  async #column(supplierId: string, lessonId: string, acts: boolean): Promise<void> {
    const column = await this.database.one<ColumnRow & Record<string, unknown>>(
      'select agreement_id as "agreementId", kind, heading, field, value, undone_at is null as acts from agreements.column_lesson where supplier_id = $1 and id = $2 for update',
      [supplierId, lessonId],
    );
    if (!column) throw notFound('lesson');
    const held =
      'select 1 from agreements.column_lesson where supplier_id = $1 and agreement_id = $2 and kind = $3 and lower(heading) = lower($4) and undone_at is null';
    if (
      acts &&
      !column.acts &&
      (await this.database.one(held, [supplierId, column.agreementId, column.kind, column.heading]))
    )
      refuse({ code: 'column-held', path: 'heading', params: { found: column.heading } });
    await this.#mark('column_lesson', supplierId, lessonId, acts);
    await this.record.changed(
      supplierId,
      'column-meaning',
      { id: lessonId, ...column },
      { id: lessonId, ...column, acts },
    );
  }

  async #mark(
    table: 'buyer_alias' | 'customer_number' | 'unit_lesson' | 'column_lesson',
    supplierId: string,
    id: string,
    acts: boolean,
  ): Promise<void> {
    await this.database.query(
      `update agreements.${table} set undone_at = case when $3 then null else coalesce(undone_at, $4::timestamptz) end, undone_by = case when $3 then null else coalesce(undone_by, platform.person()) end
       where supplier_id = $1 and id = $2`,
      [supplierId, id, acts, this.clock.now()],
    );
  }
}
