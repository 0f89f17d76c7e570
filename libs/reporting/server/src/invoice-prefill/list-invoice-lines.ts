import { Injectable } from '@nestjs/common';
import { notFound } from '@tallgrunn/platform';
import {
  feeKind,
  goodsOnly,
  roleOf,
  manualEntryTable,
  type CheckContext,
  type Terms,
  type TermsTable,
  type ManualEntryCells,
} from '@tallgrunn/checks';
import { PrepareCheck } from '../checking/prepare-check.ts';
import { ObligationStore, type Obligation } from '../store/obligation-store.ts';
import { itemFinder } from './find-agreed-item.ts';
import { LoadInvoiceLines, type InvoiceLine } from './load-invoice-lines.ts';
import { invoiceLineMapper } from './map-invoice-line.ts';

/** A report line prefilled from an invoice line, with its source. */
export interface PrefilledLine {
  readonly from: InvoiceLine;
  readonly buyer: string;
  readonly cells: ManualEntryCells;
  /** required fields that the invoice does not state */
  readonly missing: readonly string[];
}

export interface ObligationInvoiceLines {
  readonly obligation: Obligation;
  readonly terms: Terms;
  readonly context: CheckContext;
  /**
   * Null when a report cannot be prefilled: the terms require lines of several tables, or it is undecidable which
   * purchases belong to this report.
   */
  readonly table: TermsTable | null;
  readonly lines: readonly PrefilledLine[];
}

/** Reads the report lines of an obligation as stated in the buyers' e-invoices. */
@Injectable()
export class ListInvoiceLines {
  constructor(
    private readonly obligations: ObligationStore,
    private readonly prepare: PrepareCheck,
    private readonly read: LoadInvoiceLines,
  ) {}

  /** @param keys only these ledger lines, including those without an e-invoice */
  async run(obligationId: string, keys: readonly string[] | null = null): Promise<ObligationInvoiceLines> {
    const obligation = await this.obligations.find(obligationId);
    if (!obligation) throw notFound('obligation');
    const { terms, context } = await this.prepare.basis(obligationId);
    const books = await this.obligations.ledgerScope(obligationId);
    const table = books && manualEntryTable(terms);
    if (!books || !table) return { obligation, terms, context, table: null, lines: [] };
    const found = await this.read.lines({
      supplierId: obligation.supplier_id,
      agreementId: obligation.agreement_id,
      start: obligation.period_start,
      end: obligation.period_end,
      currency: terms.currency,
      sellerNumber: books.sellerNumber,
      keys,
    });
    const [lineOf, itemOf] = [invoiceLineMapper(table, terms, context), itemFinder(context)];
    const nameOf = new Map(context.buyers?.key.map((key, at) => [key, context.buyers!.name[at]!]));
    const lines = found.map((from): PrefilledLine => {
      const cells = lineOf(from);
      // For freight and deposits a report needs only the amount, as in its check.
      const needsAmountOnly = itemOf(from) === undefined && feeKind(from.itemName ?? from.itemNumber ?? '') !== null;
      return {
        from,
        buyer: nameOf.get(from.buyerId) ?? '',
        cells,
        missing: table.fields
          .filter(
            (field) =>
              field.constraints?.required && !cells[field.name] && !(needsAmountOnly && goodsOnly.has(roleOf(field))),
          )
          .map(({ name }) => name),
      };
    });
    return { obligation, terms, context, table, lines };
  }
}

/** Returns the required fields that an e-invoice can never fill in. */
export function neverStatedFields(table: TermsTable): readonly string[] {
  const statedRoles = new Set<string>([
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
    .filter((field) => field.constraints?.required && !statedRoles.has(roleOf(field) ?? ''))
    .map(({ name }) => name);
}
