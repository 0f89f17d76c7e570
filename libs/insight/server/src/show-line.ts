import { Injectable } from '@nestjs/common';
import { Database, notFound } from '@tallgrunn/platform';
import { combinedSelectList, combinedSource, type CombinedRow } from './list-combined.ts';
import { partsOfKey, rowIdOf, rowKeySql } from './row-id.ts';

/** A line of either side as in its file. Decimals are text, dates ISO; `row` is 1-based as in the file. */
export interface SideLine {
  readonly documentId: string;
  readonly lineNo: number;
  readonly [field: string]: string | number | null;
}

/** A link between a report line and a booked line, with its match rule and evidence. */
export interface LineLink {
  readonly versionId: string;
  readonly reportLineNo: number;
  readonly batchId: string;
  readonly spendLineNo: number;
  readonly step: string;
  readonly amount: string;
  readonly evidence: Record<string, unknown>;
}

export interface CombinedLine {
  readonly row: CombinedRow;
  readonly booked: readonly SideLine[];
  readonly reported: readonly SideLine[];
  readonly links: readonly LineLink[];
  /** Whether there are more linked lines than returned. */
  readonly more: boolean;
}

const LINKS_MAX = 100;

const LINKS = `
  select version_id as "versionId", report_line_no as "reportLineNo", batch_id as "batchId", spend_line_no as "spendLineNo", step, amount::text as amount, evidence
  from matching.door_link
  where (version_id = $1::uuid and report_line_no = $2) or (batch_id = $3::uuid and spend_line_no = $4)
  order by report_line_no, spend_line_no limit ${LINKS_MAX + 1}`;

const BOOKED = `
  select s.batch_id as "documentId", s.line_no as "lineNo", s.source, s.seller_name as seller, s.seller_org_number as "sellerOrgNumber", s.invoice_number as "invoiceNumber", s.invoice_line as "invoiceLine",
    s.order_number as "orderNumber", s.account_system as "accountSystem", s.account_code as "accountCode", s.account_name as "accountName", coalesce(s.account_class, 'unknown') as "accountClass", s.function_code as "functionCode", s.cost_centre as "costCentre",
    s.voucher_number as "voucherNumber", s.item_number as "itemNumber", s.gtin, coalesce(s.item_name, s.text) as "itemName", s.quantity::text as quantity, s.unit, s.unit_price::text as "unitPrice",
    s.net_amount::text as amount, s.ledger_amount::text as "ledgerAmount", s.currency, s.net_basis as "netBasis", s.delivered_on as "deliveredOn", s.invoiced_on as "invoicedOn", null as "orderedOn", s.booked_period as period,
    null as report, s.file_name as file, s.sheet, s.row_no as row
  from jsonb_to_recordset($1::jsonb) as w (id uuid, line int)
  join spend.door_spend_line s on s.batch_id = w.id and s.line_no = w.line
  order by abs(s.compared_amount) desc, s.batch_id, s.line_no`;

const REPORTED = `
  select r.version_id as "documentId", r.line_no as "lineNo", 'report' as source, o.name as seller, o.org_number as "sellerOrgNumber", r.invoice_number as "invoiceNumber", r.invoice_line as "invoiceLine",
    r.order_number as "orderNumber", null as "accountSystem", null as "accountCode", null as "accountName", null as "accountClass", null as "functionCode", null as "costCentre",
    null as "voucherNumber", r.item_number as "itemNumber", r.gtin, r.item_name as "itemName", r.quantity::text as quantity, r.unit, r.unit_price::text as "unitPrice",
    r.amount::text as amount, null as "ledgerAmount", r.currency, 'as-stated' as "netBasis", r.delivered_on as "deliveredOn", r.invoiced_on as "invoicedOn", r.ordered_on as "orderedOn", r.period_key as period,
    v.number as report, r.file_name as file, r.sheet, r.row_no as row
  from jsonb_to_recordset($1::jsonb) as w (id uuid, line int)
  join reporting.door_report_line r on r.version_id = w.id and r.line_no = w.line
  join reporting.door_report_version v on v.id = r.version_id
  left join identity.door_organisation o on o.id = r.supplier_id
  order by abs(r.amount) desc, r.version_id, r.line_no`;

/**
 * Returns one combined row with the linked lines of both sides, as in their files, and their links.
 * @throws Problem 'not-found' (404)
 */
@Injectable()
export class ShowLine {
  constructor(private readonly database: Database) {}

  async run(key: string): Promise<CombinedLine> {
    const row =
      (await this.#row(`l.id = $1 and ${rowKeySql('l')} = $2`, [rowIdOf(key), key])) ?? (await this.#findByKey(key));
    if (!row) throw notFound('combined-line');
    const matches = await this.database.query<LineLink>(LINKS, [
      row['versionId'],
      row['reportLineNo'],
      row['batchId'],
      row['spendLineNo'],
    ]);
    const links = matches.slice(0, LINKS_MAX);
    const booked = distinctLines(
      row['batchId'],
      row['spendLineNo'],
      links.map((link) => [link.batchId, link.spendLineNo]),
    );
    const reported = distinctLines(
      row['versionId'],
      row['reportLineNo'],
      links.map((link) => [link.versionId, link.reportLineNo]),
    );
    return {
      row,
      booked: await this.#lines(BOOKED, booked),
      reported: await this.#lines(REPORTED, reported),
      links,
      more: matches.length > LINKS_MAX,
    };
  }

  #row(where: string, params: readonly unknown[], order = 'l.id'): Promise<CombinedRow | undefined> {
    return this.database.one<CombinedRow>(
      `select ${combinedSelectList} from ${combinedSource} where ${where} order by ${order} limit 1`,
      params,
    );
  }

  /**
   * Finds the row of a key that no longer exists. 'r<version>:<line>' of a report line that is now linked returns the
   * largest part it explains. 's<batch>:<line>', with or without a part, returns the same part if it exists, otherwise
   * the first.
   */
  async #findByKey(key: string): Promise<CombinedRow | undefined> {
    const parts = partsOfKey(key);
    if (!parts) return undefined;
    const { side, documentId, line, part } = parts;
    if (side === 'reported')
      return this.#row(
        'l.version_id = $1 and l.report_line_no = $2',
        [documentId, line],
        `abs(l.booked_amount) desc nulls last, ${rowKeySql('l')}`,
      );
    return this.#row(
      'l.batch_id = $1 and l.spend_line_no = $2',
      [documentId, line, part],
      '(l.part = $3::int) desc nulls last, l.part',
    );
  }

  #lines(sql: string, places: readonly { id: string; line: number }[]): Promise<SideLine[]> {
    return places.length === 0 ? Promise.resolve([]) : this.database.query<SideLine>(sql, [JSON.stringify(places)]);
  }
}

/** Returns the distinct lines of one side: the row's own and those of its links. */
function distinctLines(
  id: unknown,
  line: unknown,
  linked: readonly (readonly [string, number])[],
): { id: string; line: number }[] {
  const own: (readonly [string, number])[] = typeof id === 'string' && typeof line === 'number' ? [[id, line]] : [];
  const places = new Map(
    [...own, ...linked].map(([document, no]) => [`${document}:${no}`, { id: document, line: no }]),
  );
  return [...places.values()];
}
