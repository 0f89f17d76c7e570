import { Injectable } from '@nestjs/common';
import { AuditTrail, Clock, Database, Facts, Problem } from '@tallgrunn/platform';
import { uuidv7 } from '@tallgrunn/values';

/** What a person says that some items are. */
export interface ItemsTold {
  readonly items: readonly { readonly supplierId: string; readonly itemNumber: string }[];
  /** A kind of goods, or null: none of them fits. */
  readonly product: string | null;
  readonly reason: string;
}

/** Many items at once are told to be one kind of goods. The newest word on an item holds; figures are reckoned again by themselves. */
@Injectable()
export class TellItems {
  constructor(
    private readonly database: Database,
    private readonly facts: Facts,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  async run({ items, product, reason }: ItemsTold): Promise<{ told: number }> {
    if (product !== null && !(await this.database.one('select from catalogue.product where code = $1', [product]))) {
      throw new Problem(422, 'items-refused', {}, [{ code: 'product-unknown', path: 'product', params: { found: product } }]);
    }
    const now = this.clock.now();
    const rows = items.map((item) => ({ ...item, id: uuidv7(now) }));
    const told = await this.database.query(
      `insert into catalogue.item_decision (id, supplier_id, item_number, product_code, reason, decided_by, decided_at)
       select r.id, r."supplierId", r."itemNumber", $2, $3, platform.person(), $4
       from jsonb_to_recordset($1::jsonb) as r (id uuid, "supplierId" uuid, "itemNumber" text)
       where exists (select from agreements.door_item i where i.supplier_id = r."supplierId" and i.number = r."itemNumber")
       returning id`,
      [JSON.stringify(rows), product, reason, now],
    );
    if (told.length < items.length) throw new Problem(404, 'not-found', { kind: 'item' });
    const subjectId = rows[0]?.id ?? uuidv7(now);
    await this.audit.record({ act: 'catalogue.items-told', subject: { kind: 'item', id: subjectId }, details: { items: told.length, product } });
    await this.facts.announce({ name: 'catalogue.items-told', subjectId, payload: { items: told.length } });
    return { told: told.length };
  }
}
