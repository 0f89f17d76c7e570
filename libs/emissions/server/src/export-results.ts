import { Injectable } from '@nestjs/common';
import { Database } from '@tallgrunn/platform';
import { filterParams, type AccountClass, type EmissionFilter } from './emission-filter.ts';
import { filteredLinesSql } from './summarise-emissions.ts';
import { countedOn } from '@tallgrunn/spend-server';

/** Result of one spend line in a run, with its source location. Decimals are text, dates YYYY-MM-DD. */
export interface ResultRow {
  readonly run: number;
  readonly buyer: string | null;
  readonly supplier: string | null;
  readonly seller: string | null;
  readonly batchId: string;
  readonly lineNo: number;
  readonly source: string;
  readonly accountSystem: string | null;
  readonly accountCode: string | null;
  readonly category: string | null;
  /** Date of purchase, and the date that decides its accounting period. */
  readonly spentOn: string | null;
  readonly bookedOn: string | null;
  /** Excl. VAT; null if unknown. */
  readonly amount: string | null;
  /** The ledger's amount of a line with unknown VAT; not included in any total. */
  readonly outsideAmount: string | null;
  readonly currency: string;
  readonly netBasis: string;
  readonly accountClass: AccountClass | null;
  readonly method: string;
  readonly reason: string;
  readonly quality: number | null;
  readonly factorSet: string | null;
  readonly factor: string | null;
  readonly multiplier: string | null;
  readonly kg: string | null;
  readonly file: string | null;
  readonly sheet: string | null;
  readonly row: number | null;
}

/**
 * Streams all lines of a run within a filter, so that memory use does not grow with the result. Requires a unit of work
 * of the reader.
 */
@Injectable()
export class ExportResults {
  constructor(private readonly database: Database) {}

  async *rows(filter: EmissionFilter = {}): AsyncGenerator<ResultRow> {
    const last = await this.database.one<{ number: number | null }>(
      'select max(number) as number from emissions.run where $1::int is null or number = $1',
      [filter.run ?? null],
    );
    if (last?.number == null) return;
    const [run, ...rest] = filterParams(last.number, filter);
    const query = `with line as (${filteredLinesSql({ accountClass: filter.accountClass })})
      select $1::int as run, b.name as buyer, s.name as supplier, l.seller_name as seller, r.batch_id as "batchId", r.line_no as "lineNo", r.source,
             r.account_system as "accountSystem", r.account_code as "accountCode", nullif(r.category_code, 'unsorted') as category, r.purchased_on as "spentOn", ${countedOn('r')} as "bookedOn",
             r.amount::text as amount, r.outside_amount::text as "outsideAmount", r.currency, coalesce(r.net_basis, r.vat_status) as "netBasis", r.account_class as "accountClass", r.method, r.reason, r.data_quality_score as quality, r.factor_set_id as "factorSet",
             r.factor_id as factor, r.multiplier::text as multiplier, r.kg::text as kg, l.file_name as file, l.sheet, l.row_no as row
      from line r
      left join spend.door_spend_line l on l.cooperative_id = r.cooperative_id and l.batch_id = r.batch_id and l.line_no = r.line_no
      left join identity.door_organisation b on b.cooperative_id = r.cooperative_id and b.id = r.buyer_id
      left join identity.door_organisation s on s.cooperative_id = r.cooperative_id and s.id = r.supplier_id
      order by r.purchased_on, r.batch_id, r.line_no`;
    for await (const batch of this.database.stream<ResultRow>(query, [run, ...rest])) yield* batch;
  }
}
