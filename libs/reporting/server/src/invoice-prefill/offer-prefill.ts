import { Injectable } from '@nestjs/common';
import { titleOfField } from '@tallgrunn/checks';
import { limits, sum, type Language } from '@tallgrunn/values';
import { ManualEntryStore } from '../store/manual-entry-store.ts';
import { ListInvoiceLines } from './list-invoice-lines.ts';
import type { InvoicedOfferDto } from './invoice-prefill.dto.ts';
import { INVOICE_LINES_MAX } from './load-invoice-lines.ts';

/** Returns how much of an obligation's report can be prefilled from the buyers' e-invoices. */
@Injectable()
export class OfferPrefill {
  constructor(
    private readonly invoiced: ListInvoiceLines,
    private readonly manualEntries: ManualEntryStore,
  ) {}

  async run(obligationId: string, language: Language): Promise<InvoicedOfferDto> {
    const { table, lines } = await this.invoiced.run(obligationId);
    const usedLineKeys = new Set(
      (await this.manualEntries.rows(obligationId)).flatMap(({ origin }) => origin?.lineKey ?? []),
    );
    const missing =
      table?.fields.map((field) => ({
        field: field.name,
        title: titleOfField(field, language),
        lines: lines.filter((line) => line.missing.includes(field.name)).length,
      })) ?? [];
    return {
      lines: lines.length,
      more: lines.length > INVOICE_LINES_MAX,
      invoices: new Set(lines.map(({ from }) => `${from.buyerId} ${from.invoiceNumber}`)).size,
      buyers: new Set(lines.map(({ from }) => from.buyerId)).size,
      amount: sum(lines.map(({ from }) => from.amount ?? '0')),
      lastInvoicedOn: lines.reduce<string | null>(
        (last, { from }) =>
          from.invoicedOn !== null && (last === null || from.invoicedOn > last) ? from.invoicedOn : last,
        null,
      ),
      ready: lines.filter((line) => line.missing.length === 0).length,
      taken: lines.filter(({ from }) => usedLineKeys.has(from.lineKey)).length,
      missing: missing.filter((each) => each.lines > 0).sort((a, b) => b.lines - a.lines),
      rowsMax: limits.typed.rowsMax,
    };
  }
}
