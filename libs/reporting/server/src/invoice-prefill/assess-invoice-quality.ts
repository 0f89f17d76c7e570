import { Injectable } from '@nestjs/common';
import { titleOfField, manualEntryTable } from '@tallgrunn/checks';
import { Clock, notFound } from '@tallgrunn/platform';
import { osloDate, type Language } from '@tallgrunn/values';
import { PrepareCheck } from '../checking/prepare-check.ts';
import { ObligationStore } from '../store/obligation-store.ts';
import { assessInvoices } from './invoice-quality.ts';
import { neverStatedFields } from './list-invoice-lines.ts';
import type { InvoiceQualityDto } from './invoice-prefill.dto.ts';
import { LoadInvoiceLines } from './load-invoice-lines.ts';

const MONTHS = 12;

/** Returns the first day of the month this many months after a day. */
const monthFrom = (day: string, months: number): string =>
  new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1 + months, 1)).toISOString().slice(0, 10);

/**
 * Assesses whether the e-invoices of an obligation's supplier are good enough to replace its report. Covers twelve
 * months on the agreement, by the assortment of the obligation's period.
 */
@Injectable()
export class AssessInvoiceQuality {
  constructor(
    private readonly obligations: ObligationStore,
    private readonly prepare: PrepareCheck,
    private readonly read: LoadInvoiceLines,
    private readonly clock: Clock,
  ) {}

  async run(obligationId: string, language: Language): Promise<InvoiceQualityDto> {
    const obligation = await this.obligations.find(obligationId);
    if (!obligation) throw notFound('obligation');
    const { terms, context } = await this.prepare.basis(obligationId);
    const books = await this.obligations.ledgerScope(obligationId);
    const today = osloDate(this.clock.now());
    const end = obligation.period_end < today ? obligation.period_end : monthFrom(today, 1);
    const start = monthFrom(end, -MONTHS);
    const query = {
      supplierId: obligation.supplier_id,
      agreementId: obligation.agreement_id,
      start,
      end,
      currency: terms.currency,
      sellerNumber: books?.sellerNumber ?? null,
      keys: null,
    };
    const table = manualEntryTable(terms);
    const never = table
      ? neverStatedFields(table).map((name) =>
          titleOfField(
            table.fields.find((field) => field.name === name)!,
            language,
          ),
        )
      : [];
    return {
      ...assessInvoices(books ? await this.read.groups(query) : [], context),
      from: start,
      until: end,
      neverSaid: never,
    };
  }
}
