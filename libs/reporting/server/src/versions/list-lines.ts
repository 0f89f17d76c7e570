import { Injectable } from '@nestjs/common';
import { Database, notFound } from '@tallgrunn/platform';
import type { LineDto } from './receipt.dto.ts';

const LINES_PAGE_SIZE = 200;

/** Lists the accepted lines of a version, as read and as written, 200 per page. */
@Injectable()
export class ListLines {
  constructor(private readonly database: Database) {}

  async run(versionId: string, after = 0): Promise<LineDto[]> {
    if (!(await this.database.one('select 1 from reporting.report_version where id = $1', [versionId])))
      throw notFound('report-version');
    return this.database.query<LineDto>(
      `select l.line_no as no, l.sheet, l.row_no as row, l.kind, l.item_number as "itemNumber", l.item_name as "itemName", l.item_id is not null as agreed,
         l.buyer_id as "buyerId", o.name as buyer, l.quantity, l.unit, l.unit_price as "unitPrice", l.amount, l.currency,
         l.delivered_on as "deliveredOn", l.invoiced_on as "invoicedOn", l.invoice_number as "invoiceNumber", l.line_key as "lineKey", l.raw
       from reporting.report_line l
       left join identity.door_organisation o on o.cooperative_id = l.cooperative_id and o.id = l.buyer_id
       where l.version_id = $1 and l.line_no > $2
       order by l.line_no
       limit ${LINES_PAGE_SIZE}`,
      [versionId, after],
    );
  }
}
