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

/** A line of the report as it can be begun, and where it is from. */
export interface BegunLine {
  readonly from: InvoicedLine;
  readonly buyer: string;
  readonly cells: TypedCells;
  /** fields that must be filled in, and that the invoice does not say */
  readonly missing: readonly string[];
}

export interface InvoicedOfDuty {
  readonly duty: Duty;
  readonly terms: Terms;
  readonly context: CheckContext;
  /** Null where no report can be begun: lines of several tables are asked for, or it cannot be told what of the books the report should hold. */
  readonly table: TermsTable | null;
  readonly lines: readonly BegunLine[];
}

/** The lines of a duty's report as the buyers' e-invoices tell them. */
@Injectable()
export class ReadInvoicedOfDuty {
  constructor(
    private readonly duties: DutyStore,
    private readonly prepare: PrepareCheck,
    private readonly read: ReadInvoiced,
  ) {}

  /** `keys`: just these lines of the books, those without an e-invoice too. */
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
      // Of freight and deposits a report asks for the amount alone, as its check does.
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

/** Required fields that no e-invoice can fill in, whatever it says. */
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
