import { Injectable } from '@nestjs/common';
import { Database } from '@tallgrunn/platform';
import type { Batch } from './batch.ts';

/**
 * SQL: one delivery day per invoice line. Of the deliveries of its item on its order, the last up to the invoice date,
 * otherwise the first after it.
 */
const deliveryDatesSql = (side: 'd' | 'i') => `
  insert into spend.invoice_line_delivery (invoice_batch_id, invoice_line_no, buyer_id, despatch_batch_id, despatch_line_no, delivered_on)
  select distinct on (l.batch_id, l.line_no) l.batch_id, l.line_no, i.buyer_id, d.batch_id, d.line_no, d.delivered_on
  from spend.despatch_line d
  join spend.despatch_advice v on v.cooperative_id = d.cooperative_id and v.batch_id = d.batch_id and v.document_no = d.document_no and not v.repeated
  join spend.invoice i on i.cooperative_id = d.cooperative_id and i.buyer_id = d.buyer_id and i.seller_org_number = v.seller_org_number and i.order_reference = d.order_number and not i.repeated
  join spend.invoice_line l on l.cooperative_id = i.cooperative_id and l.batch_id = i.batch_id and l.document_no = i.document_no and l.kind = 'line'
    and (l.item_number = d.item_number or l.gtin = d.gtin or (l.order_line = d.order_line and (l.item_number is null or d.item_number is null)))
  where d.delivered_on is not null and coalesce(l.delivered_on, i.delivered_on) is null and ${side}.batch_id = $1
  order by l.batch_id, l.line_no, d.delivered_on <= i.issued_on desc, abs(d.delivered_on - i.issued_on), d.batch_id, d.line_no
  on conflict do nothing returning 1`;

/**
 * Assigns the day of a despatch advice to invoice lines that state no delivery day. Existing assignments remain.
 * Returns the number of new ones.
 */
@Injectable()
export class AssignDeliveryDates {
  constructor(private readonly database: Database) {}

  async run({ id, kind }: Pick<Batch, 'id' | 'kind'>): Promise<number> {
    return (await this.database.query(deliveryDatesSql(kind === 'deliveries' ? 'd' : 'i'), [id])).length;
  }
}
