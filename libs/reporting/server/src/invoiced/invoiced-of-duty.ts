import { Injectable } from '@nestjs/common';
import { notFound } from '@tallgrunn/platform';
import {
  feeKind,
  goodsOnly,
  roleOf,
  typedTable,
  type CheckContext,
  type Terms,
  type TermsTable,
  type TypedCells,
} from '@tallgrunn/checks';
import { PrepareCheck } from '../checking/prepare-check.ts';
import { DutyStore, type Duty } from '../store/duty-store.ts';
import { itemFinder } from './known-item.ts';
import { ReadInvoiced, type InvoicedLine } from './read-invoiced.ts';
import { reportLineOf } from './report-line-of.ts';

/** A report line prefilled from an invoice line, with its source. */
export interface BegunLine {
  readonly from: InvoicedLine;
  readonly buyer: string;
  readonly cells: TypedCells;
  /** required fields that the invoice does not state */
  readonly missing: readonly string[];
}

export interface InvoicedOfDuty {
  readonly duty: Duty;
  readonly terms: Terms;
  readonly context: CheckContext;
  /**
   * Null when a report cannot be prefilled: the terms require lines of several tables, or it is undecidable which
   * purchases belong to this report.
   */
  readonly table: TermsTable | null;
  readonly lines: readonly BegunLine[];
}

/** Reads the report lines of an obligation as stated in the buyers' e-invoices. */
@Injectable()
export class ReadInvoicedOfDuty {
  constructor(
    private readonly duties: DutyStore,
    private readonly prepare: PrepareCheck,
    private readonly read: ReadInvoiced,
  ) {}

  /** @param keys only these ledger lines, including those without an e-invoice */
  async run(dutyId: string, keys: readonly string[] | null = null): Promise<InvoicedOfDuty> {
    const duty = await this.duties.find(dutyId);
    if (!duty) throw notFound('duty');
    const { terms, context } = await this.prepare.basis(dutyId);
    const books = await this.duties.booksOf(dutyId);
    const table = books && typedTable(terms);
    if (!books || !table) return { duty, terms, context, table: null, lines: [] };
    const found = await this.read.lines({
      supplierId: duty.supplier_id,
      agreementId: duty.agreement_id,
      start: duty.period_start,
      end: duty.period_end,
      currency: terms.currency,
      sellerNumber: books.sellerNumber,
      keys,
    });
    const [lineOf, itemOf] = [reportLineOf(table, terms, context), itemFinder(context)];
    const nameOf = new Map(context.buyers?.key.map((key, at) => [key, context.buyers!.name[at]!]));
    const lines = found.map((from): BegunLine => {
      const cells = lineOf(from);
      // For freight and deposits a report needs only the amount, as in its check.
      const spared = itemOf(from) === undefined && feeKind(from.itemName ?? from.itemNumber ?? '') !== null;
      return {
        from,
        buyer: nameOf.get(from.buyerId) ?? '',
        cells,
        missing: table.fields
          .filter(
            (field) => field.constraints?.required && !cells[field.name] && !(spared && goodsOnly.has(roleOf(field))),
          )
          .map(({ name }) => name),
      };
    });
    return { duty, terms, context, table, lines };
  }
}

/** Returns the required fields that an e-invoice can never fill in. */
export function neverSaid(table: TermsTable): readonly string[] {
  const said = new Set<string>([
    'lot',
    'itemNumber',
    'gtin',
    'itemName',
    'buyer',
    'buyerOrgNumber',
    'buyerName',
    'quantity',
    'unit',
    'unitPrice',
    'amount',
    'currency',
    'deliveredOn',
    'invoicedOn',
    'period',
    'invoiceNumber',
    'invoiceLine',
    'orderNumber',
  ]);
  return table.fields
    .filter((field) => field.constraints?.required && !said.has(roleOf(field) ?? ''))
    .map(({ name }) => name);
}
