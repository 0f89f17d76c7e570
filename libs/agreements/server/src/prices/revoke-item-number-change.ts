import { Injectable } from '@nestjs/common';
import { AuditLog, Clock, Database, notFound } from '@tallgrunn/platform';
import { uuidv7 } from '@tallgrunn/values';
import { inheritedItemChangesSql } from './inherited-item-changes.ts';
import { ItemsByNumber } from './item-numbers.ts';

interface InheritedChange extends Record<string, unknown> {
  readonly supplier_id: string;
  readonly old: string;
  readonly new: string;
  readonly effective_on: string;
  readonly origin: string;
  readonly source_report_number: string | null;
}

/**
 * Revokes an item number change. It stays listed as revoked, and no price list restores it. An inherited one is revoked
 * for this agreement only.
 */
@Injectable()
export class RevokeItemNumberChange {
  constructor(
    private readonly database: Database,
    private readonly items: ItemsByNumber,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  async run(agreementId: string, changeId: string): Promise<void> {
    const revoked = await this.database.query(
      `update agreements.item_number_change set revoked_at = $3, revoked_by = platform.person() where id = $1 and agreement_id = $2 and revoked_at is null returning id`,
      [changeId, agreementId, this.clock.now()],
    );
    const id = revoked.length > 0 ? changeId : await this.#revokeInherited(agreementId, changeId);
    await this.audit.record({
      act: 'item-numbers.unlinked',
      subject: { kind: 'item-number-change', id },
      details: { agreementId, ...(id !== changeId && { inherited: changeId }) },
    });
  }

  /**
   * Records an inherited change as revoked in this agreement: the nearest agreement counts, and the original remains.
   */
  async #revokeInherited(agreementId: string, changeId: string): Promise<string> {
    if (!(await this.database.one('select 1 from agreements.agreement where id = $1 for update', [agreementId])))
      throw notFound('agreement');
    const from = await this.database.one<InheritedChange>(
      `${inheritedItemChangesSql} select supplier_id, old, new, effective_on, origin, source_report_number from changes where id = $2 and steps > 0`,
      [agreementId, changeId],
    );
    if (!from) throw notFound('item-number-change');
    const id = uuidv7(this.clock.now());
    await this.database.query(
      `insert into agreements.item_number_change (id, agreement_id, supplier_id, old_item_id, new_item_id, effective_on, origin, source_report_number, made_at, revoked_at, revoked_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9, platform.person())`,
      [
        id,
        agreementId,
        from.supplier_id,
        await this.items.findOrCreate(agreementId, from.supplier_id, from.old),
        await this.items.findOrCreate(agreementId, from.supplier_id, from.new),
        from.effective_on,
        from.origin,
        from.source_report_number,
        this.clock.now(),
      ],
    );
    return id;
  }
}
