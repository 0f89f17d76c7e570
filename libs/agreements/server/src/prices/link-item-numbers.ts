import { Injectable } from '@nestjs/common';
import { AuditLog, Clock, Database, notFound, Problem } from '@tallgrunn/platform';
import { currentItemNumber } from '@tallgrunn/checks';
import { osloDate, uuidv7 } from '@tallgrunn/values';
import { ItemsByNumber } from './item-numbers.ts';

export interface ItemNumberChange {
  readonly supplierId: string;
  readonly oldNumber: string;
  readonly newNumber: string;
  readonly onDate?: string;
}

/** Records that an item has another number from a day on. The old number need not occur in any price list. */
@Injectable()
export class LinkItemNumbers {
  constructor(
    private readonly database: Database,
    private readonly items: ItemsByNumber,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  async run(
    agreementId: string,
    { supplierId, oldNumber, newNumber, onDate }: ItemNumberChange,
  ): Promise<{ id: string }> {
    if (!(await this.database.one('select 1 from agreements.agreement where id = $1 for update', [agreementId])))
      throw notFound('agreement');
    if (oldNumber === newNumber) throw new Problem(422, 'item-number-change-to-itself', { number: oldNumber });
    const current = await this.database.one<{ id: string }>(
      'select id from agreements.item where agreement_id = $1 and supplier_id = $2 and number = $3',
      [agreementId, supplierId, newNumber],
    );
    if (!current) throw new Problem(422, 'item-unknown', { itemNumber: newNumber });
    await this.#refuseCircle(agreementId, supplierId, oldNumber, newNumber);
    const now = this.clock.now();
    const old = await this.items.findOrCreate(agreementId, supplierId, oldNumber);
    const id = uuidv7(now);
    const made = await this.database.query(
      `insert into agreements.item_number_change (id, agreement_id, supplier_id, old_item_id, new_item_id, effective_on, origin, made_at) values ($1, $2, $3, $4, $5, $6, 'decided', $7) on conflict do nothing returning id`,
      [id, agreementId, supplierId, old, current.id, onDate ?? osloDate(now), now],
    );
    if (made.length === 0) throw new Problem(409, 'item-number-already-changed', { number: oldNumber });
    await this.audit.record({
      act: 'item-numbers.linked',
      subject: { kind: 'item-number-change', id },
      details: { agreementId, supplierId, oldNumber, newNumber },
    });
    return { id };
  }

  /**
   * Requires that number changes form no cycle.
   * @throws Problem 'item-number-change-circular' (422)
   */
  async #refuseCircle(agreementId: string, supplierId: string, oldNumber: string, newNumber: string): Promise<void> {
    const rows = await this.database.query<{ old: string; new: string }>(
      `select o.number as old, n.number as new from agreements.item_number_change c
       join agreements.item o on o.cooperative_id = c.cooperative_id and o.id = c.old_item_id
       join agreements.item n on n.cooperative_id = c.cooperative_id and n.id = c.new_item_id
       where c.agreement_id = $1 and c.supplier_id = $2 and c.revoked_at is null`,
      [agreementId, supplierId],
    );
    if (currentItemNumber(new Map(rows.map((row) => [row.old, row.new])), newNumber) === oldNumber)
      throw new Problem(422, 'item-number-change-circular', { old: oldNumber, new: newNumber });
  }
}
