import { Injectable } from '@nestjs/common';
import { AuditLog, Clock, notFound, Problem } from '@tallgrunn/platform';
import { limits, uuidv7, withoutPersons } from '@tallgrunn/values';
import { ManualEntryStore } from '../store/manual-entry-store.ts';
import { ShowManualEntry } from '../manual-entry/show-manual-entry.ts';
import type { ManualEntryDto } from '../manual-entry/manual-entry.dto.ts';
import { ListInvoiceLines, type PrefilledLine } from './list-invoice-lines.ts';

/**
 * Appends lines from the buyers' e-invoices to the manual entry of an obligation. Lines already added are skipped.
 * Lines that a person has deleted stay deleted unless requested by key.
 */
@Injectable()
export class PrefillManualEntry {
  constructor(
    private readonly invoiced: ListInvoiceLines,
    private readonly manualEntries: ManualEntryStore,
    private readonly show: ShowManualEntry,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * @param keys ledger lines to add; null: all e-invoice lines of the period
   * @throws Problem 'manual-entry-full' (409) when the entry would exceed its row limit
   */
  async run(obligationId: string, keys: readonly string[] | null): Promise<ManualEntryDto> {
    const { obligation, table, lines } = await this.invoiced.run(obligationId, keys);
    if (!table || lines.length === 0) throw notFound('invoiced-lines');
    const revision = await this.manualEntries.lockForUpdate(obligationId, obligation.supplier_id);
    const existingRows = await this.manualEntries.rows(obligationId);
    const usedLineKeys = new Set(
      existingRows.filter(({ removed }) => keys === null || !removed).flatMap(({ origin }) => origin?.lineKey ?? []),
    );
    const newLines = lines.filter(({ from }) => !usedLineKeys.has(from.lineKey));
    const rows = existingRows.filter(({ removed }) => !removed).length + newLines.length;
    if (rows > limits.typed.rowsMax)
      throw new Problem(409, 'manual-entry-full', { rows, rowsMax: limits.typed.rowsMax });
    const lastPosition = Math.max(0, ...existingRows.map((row) => row.place));
    if (newLines.length > 0)
      await this.manualEntries.write(
        obligationId,
        obligation.supplier_id,
        revision + 1,
        newLines.map((line, at) => ({ ...this.#rowOf(line), place: lastPosition + at + 1 })),
      );
    await this.audit.record({
      act: 'report.prefilled-from-invoices',
      subject: { kind: 'obligation', id: obligationId },
      details: { lines: newLines.length },
    });
    return this.show.run(obligationId);
  }

  #rowOf({ from, buyer, cells: values }: PrefilledLine) {
    // A personal identity number in the invoice text is redacted before storage.
    const cells = Object.fromEntries(
      Object.entries(values).map(([field, value]) => [
        field,
        withoutPersons(value).slice(0, limits.typed.cellCharactersMax),
      ]),
    );
    return {
      id: uuidv7(this.clock.now()),
      cells,
      removed: false,
      origin: {
        lineKey: from.lineKey,
        buyer,
        invoiceNumber: from.invoiceNumber,
        invoiceLine: from.invoiceLine,
        invoicedOn: from.invoicedOn,
        cells,
      },
    };
  }
}
