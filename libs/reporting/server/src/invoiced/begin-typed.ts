import { Injectable } from '@nestjs/common';
import { AuditTrail, Clock, notFound, Problem } from '@tallgrunn/platform';
import { limits, uuidv7, withoutPersons } from '@tallgrunn/values';
import { TypedStore } from '../store/typed-store.ts';
import { ShowTyped } from '../typing/show-typed.ts';
import type { TypedView } from '../typing/typed.shape.ts';
import { ReadInvoicedOfDuty, type BegunLine } from './invoiced-of-duty.ts';

/**
 * Appends lines from the buyers' e-invoices to the manual entry of an obligation. Lines already added are skipped.
 * Lines that a person has deleted stay deleted unless requested by key.
 */
@Injectable()
export class BeginTyped {
  constructor(
    private readonly invoiced: ReadInvoicedOfDuty,
    private readonly typed: TypedStore,
    private readonly show: ShowTyped,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * @param keys ledger lines to add; null: all e-invoice lines of the period
   * @throws Problem 'typed-lines-full' (409) when the entry would exceed its row limit
   */
  async run(dutyId: string, keys: readonly string[] | null): Promise<TypedView> {
    const { duty, table, lines } = await this.invoiced.run(dutyId, keys);
    if (!table || lines.length === 0) throw notFound('invoiced-lines');
    const revision = await this.typed.hold(dutyId, duty.supplier_id);
    const kept = await this.typed.rows(dutyId);
    const taken = new Set(
      kept.filter(({ removed }) => keys === null || !removed).flatMap(({ origin }) => origin?.lineKey ?? []),
    );
    const fresh = lines.filter(({ from }) => !taken.has(from.lineKey));
    const rows = kept.filter(({ removed }) => !removed).length + fresh.length;
    if (rows > limits.typed.rowsMax)
      throw new Problem(409, 'typed-lines-full', { rows, rowsMax: limits.typed.rowsMax });
    const place = Math.max(0, ...kept.map((row) => row.place));
    if (fresh.length > 0)
      await this.typed.write(
        dutyId,
        duty.supplier_id,
        revision + 1,
        fresh.map((line, at) => ({ ...this.#rowOf(line), place: place + at + 1 })),
      );
    await this.audit.record({
      act: 'report.begun-from-invoices',
      subject: { kind: 'duty', id: dutyId },
      details: { lines: fresh.length },
    });
    return this.show.run(dutyId);
  }

  #rowOf({ from, buyer, cells: told }: BegunLine) {
    // A personal identity number in the invoice text is redacted before storage.
    const cells = Object.fromEntries(
      Object.entries(told).map(([field, value]) => [
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
