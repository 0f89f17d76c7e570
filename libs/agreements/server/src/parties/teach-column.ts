import { Injectable } from '@nestjs/common';
import { Clock, Database } from '@tallgrunn/platform';
import { uuidv7 } from '@tallgrunn/values';
import { PartyRecord } from './party-record.ts';
import type { LessonOrigin } from './teach-customer-number.ts';

export const columnLessonKinds = ['name', 'fill-down', 'decimal-char', 'date-order'] as const;
export const columnLessonValues = [',', '.', 'day-first', 'month-first'] as const;

/**
 * A rule for reading a column. Kinds: the field of a heading; cells filled down from the first row of each group; the
 * reading of ambiguous numbers or dates.
 */
export interface ColumnMeaning {
  readonly kind: (typeof columnLessonKinds)[number];
  /** As the supplier writes it. */
  readonly heading: string;
  /** Name of a field in the terms. */
  readonly field: string;
  /** The decimal sign, or the order of day and month; null for the other kinds. */
  readonly value: (typeof columnLessonValues)[number] | null;
}

type Held = Pick<ColumnMeaning, 'field' | 'value'> & { id: string };

/** Adds rules for reading a supplier's columns in the reports of one agreement. Takes effect from the next check. */
@Injectable()
export class TeachColumn {
  constructor(
    private readonly database: Database,
    private readonly record: PartyRecord,
    private readonly clock: Clock,
  ) {}

  /**
   * Adds a rule. A different rule for the same heading is revoked and stays listed. A rule that a person revoked is not
   * learned from reports again.
   */
  async run(
    supplierId: string,
    agreementId: string,
    { kind, heading, field, value }: ColumnMeaning,
    origin: LessonOrigin = 'taught',
  ): Promise<{ id: string }> {
    await this.record.require(supplierId, 'supplier');
    const written = heading.trim().replace(/\s+/g, ' ');
    const same = 'supplier_id = $1 and agreement_id = $2 and kind = $3 and lower(heading) = lower($4)';
    const held = await this.database.one<Held>(
      `select id, field, value from agreements.column_lesson where ${same} and undone_at is null for update`,
      [supplierId, agreementId, kind, written],
    );
    if (held?.field === field && held.value === value) return { id: held.id };
    if (origin === 'decided') {
      const undone = await this.database.one<{ id: string }>(
        `select id from agreements.column_lesson where ${same} and field = $5 and value is not distinct from $6 and undone_by is not null limit 1`,
        [supplierId, agreementId, kind, written, field, value],
      );
      if (undone) return undone;
    }
    if (held)
      await this.database.query(
        'update agreements.column_lesson set undone_at = $2, undone_by = platform.person() where id = $1',
        [held.id, this.clock.now()],
      );
    const id = uuidv7(this.clock.now());
    await this.database.query(
      'insert into agreements.column_lesson (id, supplier_id, agreement_id, kind, heading, field, value, origin, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)',
      [id, supplierId, agreementId, kind, written, field, value, origin, this.clock.now()],
    );
    await this.record.changed(supplierId, 'column-meaning', held ? { ...held, kind, heading: written } : {}, {
      id,
      agreementId,
      kind,
      heading: written,
      field,
      value,
      origin,
    });
    return { id };
  }
}
