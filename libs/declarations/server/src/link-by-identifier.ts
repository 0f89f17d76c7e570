import { Injectable } from '@nestjs/common';
import { Clock, Database, DomainEvents } from '@tallgrunn/platform';
import { uuidv7 } from '@tallgrunn/values';
import { lockItemLinks } from './store/lock-item-links.ts';

interface LinkCandidate {
  readonly item_number: string;
  readonly footprint_id: string;
  readonly how: 'gtin' | 'item-number';
  readonly evidence: string;
}

/**
 * Links a supplier's footprints to its agreed items by identifier: the same GTIN, or the item number as the last
 * segment of a product id (`urn:…:00512`).
 * A combination that has any earlier decision is skipped, whether it was linked or unlinked.
 * An item linked after the footprint was accepted needs a new acceptance: the item number in a price list is only the
 * supplier's claim.
 */
@Injectable()
export class LinkByIdentifier {
  constructor(
    private readonly database: Database,
    private readonly facts: DomainEvents,
    private readonly clock: Clock,
  ) {}

  /** Returns the number of new links. Publishes `declarations.footprint-linked` if there are any. */
  async run(supplierId: string): Promise<number> {
    await lockItemLinks(this.database);
    const candidates = await this.database.query<LinkCandidate>(
      `with item as (
         select distinct number, nullif(lpad(gtin, 14, '0'), lpad('', 14, '0')) as gtin from agreements.door_item where supplier_id = $1
       ), product as (
         select f.id, g as gtin, null as number, 'gtin' as how, g as evidence from declarations.footprint f, unnest(f.gtins) as g where f.supplier_id = $1 and f.status = 'Active'
         union all
         select f.id, null, regexp_replace(p, '^.*:', ''), 'item-number', p from declarations.footprint f, unnest(f.product_ids) as p where f.supplier_id = $1 and f.status = 'Active'
       )
       select distinct on (item.number, product.id) item.number as item_number, product.id as footprint_id, product.how, product.evidence
       from item
       join product on lpad(product.gtin, 14, '0') = item.gtin or product.number = item.number
       where not exists (
         select 1 from declarations.item_link l where l.supplier_id = $1 and l.item_number = item.number and l.footprint_id = product.id)
       order by item.number, product.id, product.how`,
      [supplierId],
    );
    if (candidates.length === 0) return 0;
    const now = this.clock.now();
    const rows = candidates.map((row) => ({ ...row, id: uuidv7(now) }));
    await this.database.query(
      `insert into declarations.item_link (supplier_id, id, item_number, footprint_id, verdict, how, evidence, decided_by, decided_at)
       select $1, r.id, r.item_number, r.footprint_id, 'linked', r.how, r.evidence, $3, $4
       from jsonb_to_recordset($2::jsonb) as r (id uuid, item_number text, footprint_id uuid, how text, evidence text)`,
      [supplierId, JSON.stringify(rows), this.database.actor().personId, now],
    );
    await this.facts.publish({
      name: 'declarations.footprint-linked',
      subjectId: rows[0]?.id ?? supplierId,
      payload: { supplierId, links: rows.length },
    });
    return rows.length;
  }
}
