import { Injectable } from '@nestjs/common';
import { Database } from '@tallgrunn/platform';
import type { ColumnRule } from '../parties/add-column-rule.ts';
import type { ObligationRow } from './context-rows.ts';

export interface ChangeRow {
  readonly old: string;
  readonly new: string;
  readonly effective_on: string;
  readonly undone: boolean;
}

export interface UnitMappingRow {
  readonly text: string;
  readonly unit: string;
  readonly factor: string | null;
  readonly to: string | null;
}

export type ColumnRuleRow = ColumnRule;

export interface LearnedRuleSources {
  readonly changes: readonly ChangeRow[];
  readonly unitLessons: readonly UnitMappingRow[];
  readonly columnLessons: readonly ColumnRuleRow[];
}

/** Maximum number of successive agreements through which learned rules are inherited. */
export const AGREEMENTS_BACK_MAX = 10;
const HEADINGS_MAX = 200;

/** SQL: the agreement and its predecessors for this supplier, with the number of steps back. */
const AGREEMENT_CHAIN_SQL = `with recursive near (agreement_id, steps) as (
    select $1::uuid, 0
    union all
    select b.before_id, n.steps + 1 from near n join agreements.door_predecessor_agreement b on b.agreement_id = n.agreement_id and b.supplier_id = $2 where n.steps < ${AGREEMENTS_BACK_MAX}
  )`;

/**
 * SQL: selects, of learned rules about the same thing, the one of the nearest agreement, and there the one in force. A
 * rule revoked in a near agreement is not inherited from an earlier one.
 */
const nearestRuleSql = (same: string) => `select distinct on (${same}) l.* from near n join`;
const NEAREST_FIRST = 'n.steps, l.revoked_at is not null, l.created_at desc, l.id';

/**
 * Reads the learned rules for one supplier's reports on an agreement, including those inherited from its predecessors.
 */
@Injectable()
export class LearnedRuleRows {
  constructor(private readonly database: Database) {}

  async run({
    agreement_id,
    supplier_id,
  }: Pick<ObligationRow, 'agreement_id' | 'supplier_id'>): Promise<LearnedRuleSources> {
    const owner = [agreement_id, supplier_id];
    return {
      changes: await this.database.query<ChangeRow & Record<string, unknown>>(ITEM_CHANGES_SQL, owner),
      unitLessons: await this.database.query<UnitMappingRow & Record<string, unknown>>(
        `${AGREEMENT_CHAIN_SQL} select text, unit, trim_scale(factor)::text as factor, to_unit as "to" from (
           ${nearestRuleSql('l.text')} agreements.unit_mapping l on l.agreement_id = n.agreement_id and l.supplier_id = $2 order by l.text, ${NEAREST_FIRST}
         ) nearest where revoked_at is null order by text`,
        owner,
      ),
      columnLessons: await this.database.query<ColumnRuleRow & Record<string, unknown>>(
        `${AGREEMENT_CHAIN_SQL} select kind, heading, field, value from (
           ${nearestRuleSql('l.kind, lower(l.heading)')} agreements.column_rule l on l.agreement_id = n.agreement_id and l.supplier_id = $2 order by l.kind, lower(l.heading), ${NEAREST_FIRST}
         ) nearest where revoked_at is null order by heading, field, kind limit ${HEADINGS_MAX}`,
        owner,
      ),
    };
  }
}

/**
 * SQL: item number changes, including revoked ones: a change that a person revoked is not restored by the price list
 * either. From a predecessor only changes of numbers that this agreement does not have itself.
 */
const ITEM_CHANGES_SQL = `${AGREEMENT_CHAIN_SQL}
  select old, new, effective_on, undone from (
    select o.number as old, n.number as new, c.effective_on, c.revoked_at is not null as undone, c.made_at, c.id, near.steps, min(near.steps) over (partition by o.number) as nearest
    from near
    join agreements.item_number_change c on c.agreement_id = near.agreement_id and c.supplier_id = $2
    join agreements.item o on o.cooperative_id = c.cooperative_id and o.id = c.old_item_id
    join agreements.item n on n.cooperative_id = c.cooperative_id and n.id = c.new_item_id
    where near.steps = 0 or not exists (
      select 1 from agreements.item i join agreements.price_line l on l.cooperative_id = i.cooperative_id and l.item_id = i.id
      where i.agreement_id = $1 and i.supplier_id = $2 and i.number = o.number
    )
  ) near_changes where steps = nearest order by old, made_at, id`;
