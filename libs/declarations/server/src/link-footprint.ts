import { Injectable } from '@nestjs/common';
import { AuditLog, Clock, Database, DomainEvents, notFound, Problem } from '@tallgrunn/platform';
import { uuidv7 } from '@tallgrunn/values';
import { lockItemLinks } from './store/lock-item-links.ts';

export interface LinkDecision {
  readonly footprintId: string;
  readonly itemNumber: string;
  readonly verdict: 'linked' | 'not-linked';
  readonly reason: string;
}

/**
 * Links a footprint to an item of the supplier, or removes the link. The latest decision applies. When a supplier links
 * an item to an accepted footprint, the item needs a new acceptance.
 */
@Injectable()
export class LinkFootprint {
  constructor(
    private readonly database: Database,
    private readonly facts: DomainEvents,
    private readonly records: AuditLog,
    private readonly clock: Clock,
  ) {}

  async run({ footprintId, itemNumber, verdict, reason }: LinkDecision): Promise<void> {
    const footprint = await this.database.one<{ supplier_id: string }>(
      'select supplier_id from declarations.footprint where id = $1',
      [footprintId],
    );
    if (!footprint) throw notFound('footprint');
    const supplierId = footprint.supplier_id;
    const item = await this.database.one(
      'select 1 as found from agreements.door_item where supplier_id = $1 and number = $2 limit 1',
      [supplierId, itemNumber],
    );
    if (!item) throw new Problem(422, 'item-unknown', { itemNumber });
    await lockItemLinks(this.database);
    const now = this.clock.now();
    const id = uuidv7(now);
    await this.database.query(
      `insert into declarations.item_link (id, supplier_id, item_number, footprint_id, verdict, how, evidence, decided_by, decided_at)
       values ($1, $2, $3, $4, $5, 'decision', $6, $7, $8)`,
      [id, supplierId, itemNumber, footprintId, verdict, reason, this.database.actor().personId, now],
    );
    await this.records.record({
      act: 'footprint.linked',
      subject: { kind: 'footprint', id: footprintId },
      details: { itemNumber, verdict, reason },
    });
    await this.facts.publish({
      name: 'declarations.footprint-linked',
      subjectId: id,
      payload: { supplierId, links: 1 },
    });
  }
}
