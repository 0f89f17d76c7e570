import { Injectable } from '@nestjs/common';
import { titleOfField, typedTable } from '@tallgrunn/checks';
import { Clock, notFound } from '@tallgrunn/platform';
import { osloDate, type Language } from '@tallgrunn/values';
import { PrepareCheck } from '../checking/prepare-check.ts';
import { DutyStore } from '../store/duty-store.ts';
import { judgeInvoices } from './invoice-quality.ts';
import { neverSaid } from './invoiced-of-duty.ts';
import type { InvoiceQualityShape } from './invoiced.shape.ts';
import { ReadInvoiced } from './read-invoiced.ts';

const MONTHS = 12;

/** Returns the first day of the month this many months after a day. */
const monthFrom = (day: string, months: number): string =>
  new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1 + months, 1)).toISOString().slice(0, 10);

/**
 * Assesses whether the e-invoices of an obligation's supplier are good enough to replace its report. Covers twelve
 * months on the agreement, by the assortment of the obligation's period.
 */
@Injectable()
export class JudgeInvoicesOfDuty {
  constructor(
    private readonly duties: DutyStore,
    private readonly prepare: PrepareCheck,
    private readonly read: ReadInvoiced,
    private readonly clock: Clock,
  ) {}

  async run(dutyId: string, language: Language): Promise<InvoiceQualityShape> {
    const duty = await this.duties.find(dutyId);
    if (!duty) throw notFound('duty');
    const { terms, context } = await this.prepare.basis(dutyId);
    const books = await this.duties.booksOf(dutyId);
    const today = osloDate(this.clock.now());
    const end = duty.period_end < today ? duty.period_end : monthFrom(today, 1);
    const start = monthFrom(end, -MONTHS);
    const wanted = {
      supplierId: duty.supplier_id,
      agreementId: duty.agreement_id,
      start,
      end,
      currency: terms.currency,
      sellerNumber: books?.sellerNumber ?? null,
      keys: null,
    };
    const table = typedTable(terms);
    const never = table
      ? neverSaid(table).map((name) =>
          titleOfField(
            table.fields.find((field) => field.name === name)!,
            language,
          ),
        )
      : [];
    return {
      ...judgeInvoices(books ? await this.read.sorts(wanted) : [], context),
      from: start,
      until: end,
      neverSaid: never,
    };
  }
}
