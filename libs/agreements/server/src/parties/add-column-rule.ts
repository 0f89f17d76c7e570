import { Injectable } from '@nestjs/common';
import { Clock, Database } from '@tallgrunn/platform';
import { uuidv7 } from '@tallgrunn/values';
import { PartyRecord } from './party-record.ts';
import type { RuleOrigin } from './add-customer-number.ts';

export const columnRuleKinds = ['name', 'fill-down', 'decimal-char', 'date-order'] as const;
export const columnRuleValues = [',', '.', 'day-first', 'month-first'] as const;

/**
 * A rule for reading a column. Kinds: the field of a heading; cells filled down from the first row of each group; the
 * reading of ambiguous numbers or dates.
 */
export interface ColumnRule {
  readonly kind: (typeof columnRuleKinds)[number];
  /** As the supplier writes it. */
  readonly heading: string;
  /** Name of a field in the terms. */
  readonly field: string;
  /** The decimal sign, or the order of day and month; null for the other kinds. */
  readonly value: (typeof columnRuleValues)[number] | null;
}

type CurrentRule = Pick<ColumnRule, 'field' | 'value'> & { id: string };

/** Adds rules for reading a supplier's columns in the reports of one agreement. Takes effect from the next check. */
@Injectable()
export class AddColumnRule {
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
    { kind, heading, field, value }: ColumnRule,
    origin: RuleOrigin = 'taught',
  ): Promise<{ id: string }> {
    await this.record.require(supplierId, 'supplier');
    const normalisedHeading = heading.trim().replace(/\s+/g, ' ');
    const sameHeadingSql = 'supplier_id = $1 and agreement_id = $2 and kind = $3 and lower(heading) = lower($4)';
    const current = await this.database.one<CurrentRule>(
      `select id, field, value from agreements.column_rule where ${sameHeadingSql} and revoked_at is null for update`,
      [supplierId, agreementId, kind, normalisedHeading],
    );
    if (current?.field === field && current.value === value) return { id: current.id };
    if (origin === 'decided') {
      const undone = await this.database.one<{ id: string }>(
        `select id from agreements.column_rule where ${sameHeadingSql} and field = $5 and value is not distinct from $6 and revoked_by is not null limit 1`,
        [supplierId, agreementId, kind, normalisedHeading, field, value],
      );
      if (undone) return undone;
    }
    if (current)
      await this.database.query(
        'update agreements.column_rule set revoked_at = $2, revoked_by = platform.person() where id = $1',
        [current.id, this.clock.now()],
      );
    const id = uuidv7(this.clock.now());
    await this.database.query(
      'insert into agreements.column_rule (id, supplier_id, agreement_id, kind, heading, field, value, origin, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)',
      [id, supplierId, agreementId, kind, normalisedHeading, field, value, origin, this.clock.now()],
    );
    await this.record.recordChange(
      supplierId,
      'column-rule',
      current ? { ...current, kind, heading: normalisedHeading } : {},
      {
        id,
        agreementId,
        kind,
        heading: normalisedHeading,
        field,
        value,
        origin,
      },
    );
    return { id };
  }
}
