import { Injectable } from '@nestjs/common';
import { Database } from '@tallgrunn/platform';
import { DEVIATIONS, filterParams, inFilter, type DeviationFilter, type DeviationStatus } from './deviation-filter.ts';
import type { DeviationLineDto } from './price-deviation.dto.ts';

export interface DeviationLineFilter extends DeviationFilter {
  readonly status?: DeviationStatus;
  /** The last line of the previous page. */
  readonly after?: { readonly amount: string; readonly documentId: string; readonly lineNo: number };
}

const PAGE = 200;

/** SQL: lines with the names of their parties and items. `answer`: the supplier's response to the finding. */
export const DEVIATION_LINES = `
  select d.basis, d.document_id as "documentId", d.line_no as "lineNo", d.line_key as "lineKey", d.agreement_id as "agreementId", d.supplier_id as "supplierId", o.name as supplier, a.number as agreement,
    d.buyer_id as "buyerId", b.name as buyer, d.item_id as "itemId", i.number as "itemNumber", coalesce(rw.item_name, sw.item_name, i.name) as "itemName", coalesce(rw.invoice_number, sw.invoice_number) as "invoiceNumber",
    coalesce(v.number, h.number) as "documentNumber", d.charged_on::text as "chargedOn", d.month, trim_scale(d.quantity)::text as quantity, d.unit, trim_scale(d.price)::text as price,
    trim_scale(d.agreed_price)::text as "agreedPrice", d.agreed_from::text as "agreedFrom", d.amount::text as amount, d.currency, d.status, d.accepted_id as "acceptedId", d.accepted_reason as "acceptedReason",
    d.claim_id as "claimId", d.claim_number as "claimNumber", f.reason as answer
  from (${DEVIATIONS}) d
  join identity.door_organisation o on o.cooperative_id = d.cooperative_id and o.id = d.supplier_id
  join agreements.door_agreement a on a.cooperative_id = d.cooperative_id and a.id = d.agreement_id
  left join identity.door_organisation b on b.cooperative_id = d.cooperative_id and b.id = d.buyer_id
  left join agreements.door_item i on i.cooperative_id = d.cooperative_id and i.id = d.item_id
  left join reporting.door_report_version v on d.basis = 'reported' and v.cooperative_id = d.cooperative_id and v.id = d.document_id
  left join spend.door_batch h on d.basis = 'invoiced' and h.cooperative_id = d.cooperative_id and h.id = d.document_id
  left join reporting.door_report_line_words rw on d.basis = 'reported' and rw.cooperative_id = d.cooperative_id and rw.version_id = d.document_id and rw.line_no = d.line_no
  left join spend.door_spend_line_words sw on d.basis = 'invoiced' and sw.cooperative_id = d.cooperative_id and sw.batch_id = d.document_id and sw.line_no = d.line_no
  left join reporting.door_finding_response f on d.basis = 'reported' and f.cooperative_id = d.cooperative_id and f.version_id = d.document_id and f.code = 'price-above-agreed' and f.cause = i.number`;

/** Lists lines above the agreed price, largest difference first. */
@Injectable()
export class ListDeviationLines {
  constructor(private readonly database: Database) {}

  async page({
    status,
    after,
    ...filter
  }: DeviationLineFilter): Promise<{ items: DeviationLineDto[]; next: string | null }> {
    const rows = await this.database.query<DeviationLineDto>(
      `${DEVIATION_LINES}
       where ${inFilter('d')} and ($6::text is null or d.status = $6)
         and ($7::numeric is null or (d.amount, d.document_id, d.line_no) < ($7, $8::uuid, $9::int))
       order by d.amount desc, d.document_id desc, d.line_no desc limit ${PAGE + 1}`,
      [
        ...filterParams(filter),
        status ?? null,
        after?.amount ?? null,
        after?.documentId ?? null,
        after?.lineNo ?? null,
      ],
    );
    const items = rows.slice(0, PAGE);
    const last = rows.length > PAGE ? items.at(-1) : undefined;
    return { items, next: last ? `${last.amount}_${last.documentId}_${last.lineNo}` : null };
  }

  /** Yields all lines of a filter in batches, for a workbook. */
  stream({ status, ...filter }: DeviationLineFilter): AsyncGenerator<DeviationLineDto[]> {
    return this.database.stream<DeviationLineDto>(
      `${DEVIATION_LINES} where ${inFilter('d')} and ($6::text is null or d.status = $6) order by o.name, a.number, d.basis, d.amount desc, d.document_id, d.line_no`,
      [...filterParams(filter), status ?? null],
    );
  }
}
