import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { Router } from '@angular/router';
import { problemOf, read, sender } from '@tallgrunn/api-client';
import { invoicedBeginTyped, statementsBookedLines, statementsStatement } from '@tallgrunn/api-client/calls';
import type { BookedInvoiceShape, BookedLineShape, StatementShape } from '@tallgrunn/api-client/shapes';
import { ErrorSummary, Field, Loaded, ProblemWords, StatusTag, Wording, faultAt, texts, type FormFault } from '@tallgrunn/design';
import { unitName } from '@tallgrunn/formats';
import { invoicedTexts } from '../texts/invoiced/invoiced-texts.ts';

export const statementKinds: readonly StatementShape['kind'][] = ['left-out', 'next-report', 'in-report', 'other-agreement', 'other-seller', 'other'];
const withReason: readonly StatementShape['kind'][] = ['in-report', 'other-agreement', 'other-seller', 'other'];

let made = 0;

/** One invoice that is booked and not in a report: its lines, and what the supplier says of it or of some of them. */
@Component({
  selector: 'tg-booked-invoice',
  imports: [ErrorSummary, Field, Loaded, StatusTag],
  templateUrl: './booked-invoice.html',
  styleUrl: './booked-invoice.css',
})
export class BookedInvoice {
  readonly dutyId = input.required<string>();
  readonly invoice = input.required<BookedInvoiceShape>();
  readonly mayAnswer = input(false);
  /** Something was said or taken back. */
  readonly said = output();
  protected readonly s = texts(invoicedTexts);
  protected readonly wording = inject(Wording);
  readonly #words = inject(ProblemWords);
  readonly #send = sender();
  readonly #router = inject(Router);
  protected readonly kinds = statementKinds;
  protected readonly faultAt = faultAt;
  protected readonly id = `booked-${(made += 1)}`;
  protected readonly answering = signal(false);
  protected readonly showing = signal(false);
  protected readonly working = signal(false);
  protected readonly faults = signal<readonly FormFault[]>([]);
  protected readonly kind = linkedSignal<StatementShape['kind'] | ''>(() => this.invoice().statement?.kind ?? '');
  protected readonly reason = linkedSignal(() => this.invoice().statement?.reason ?? '');
  protected readonly taken = signal<readonly string[]>([]);
  protected readonly lines = read(statementsBookedLines, () => (this.showing() ? { dutyId: this.dutyId(), buyerId: this.invoice().buyerId, invoice: this.invoice().key } : undefined));
  protected readonly named = computed(() => {
    const { number, text } = this.invoice();
    return number === null ? (text ?? this.s().booked.invoice({ number })) : this.s().booked.invoice({ number });
  });
  protected readonly cause = computed(() => this.s().booked.causes[this.invoice().cause ?? ''] ?? '');

  protected choose(kind: StatementShape['kind']): void {
    this.kind.set(kind);
    this.faults.set([]);
  }

  protected write(event: Event): void {
    this.reason.set((event.target as HTMLTextAreaElement).value);
  }

  protected take(key: string, event: Event): void {
    const isTaken = (event.target as HTMLInputElement).checked;
    this.taken.update((keys) => (isTaken ? [...keys, key] : keys.filter((each) => each !== key)));
  }

  protected quantityOf({ quantity, unit }: BookedLineShape): string {
    return quantity === null ? '' : `${this.wording.quantity(quantity)} ${unit === null ? '' : (unitName(unit, this.wording.language()) ?? unit)}`.trim();
  }

  protected saidIn({ saidBy, saidAt }: StatementShape): string {
    return this.s().booked.said({ who: saidBy ?? '', at: saidAt });
  }

  protected save(event: Event): Promise<void> {
    event.preventDefault();
    const [kind, reason] = [this.kind(), this.reason().trim()];
    const { kindMissing, reasonMissing } = this.s().booked;
    this.faults.set([
      ...(kind === '' ? [{ field: `${this.id}-kind-0`, sentence: kindMissing }] : []),
      ...(kind !== '' && withReason.includes(kind) && reason === '' ? [{ field: `${this.id}-reason`, sentence: reasonMissing }] : []),
    ]);
    return this.faults().length > 0 || kind === '' ? Promise.resolve() : this.#say({ kind, reason });
  }

  protected withdraw(): Promise<void> {
    return this.#say({ reason: '' });
  }

  #say(what: { readonly kind?: StatementShape['kind']; readonly reason: string }): Promise<void> {
    const { buyerId, key } = this.invoice();
    return this.#try(async () => {
      await this.#send(statementsStatement, { dutyId: this.dutyId(), body: { buyerId, invoice: key, ...what, ...(this.taken().length > 0 && { lines: [...this.taken()] }) } });
      this.answering.set(false);
      this.taken.set([]);
      if (this.showing()) this.lines.reload();
      this.said.emit();
    });
  }

  /** Puts the open lines, or those that are chosen, below what is typed of the report. */
  protected add(): Promise<void> {
    const { buyerId, key } = this.invoice();
    return this.#try(async () => {
      const lines = await this.#send(statementsBookedLines, { dutyId: this.dutyId(), buyerId, invoice: key });
      const keys = lines.filter((line) => line.open && (this.taken().length === 0 || this.taken().includes(line.key))).map((line) => line.key);
      await this.#send(invoicedBeginTyped, { dutyId: this.dutyId(), body: { lines: keys } });
      await this.#router.navigate(['/reports', this.dutyId(), 'type']);
    });
  }

  async #try(act: () => Promise<void>): Promise<void> {
    if (this.working()) return;
    this.working.set(true);
    this.faults.set([]);
    try {
      await act();
    } catch (error) {
      this.faults.set([{ field: '', sentence: this.#words.sentence(problemOf(error)) }]);
    } finally {
      this.working.set(false);
    }
  }
}
