import { Component, computed, input, linkedSignal, output, signal } from '@angular/core';
import type { SupplierResponseDto } from '@tallgrunn/api-client/shapes';
import { ErrorSummary, Field, fieldError, texts, type FormError } from '@tallgrunn/design';
import { invoicedTexts } from '../texts/invoice-prefill/invoiced-texts.ts';

const responseKinds: readonly SupplierResponseDto['kind'][] = [
  'left-out',
  'next-report',
  'in-report',
  'other-agreement',
  'other-seller',
  'other',
];
const withReason: readonly SupplierResponseDto['kind'][] = ['in-report', 'other-agreement', 'other-seller', 'other'];

let formCount = 0;

/** Form for a supplier's answer about a booked invoice or line: one of a few kinds, with a reason where required. */
@Component({
  selector: 'tg-supplier-response-form',
  imports: [ErrorSummary, Field],
  templateUrl: './supplier-response-form.html',
  styleUrl: './supplier-response-form.css',
})
export class SupplierResponseForm {
  readonly heading = input.required<string>();
  /** The current answer, used as the initial value. */
  readonly statement = input<Pick<SupplierResponseDto, 'kind' | 'reason'> | null>(null);
  /** Text on the scope of the answer. */
  readonly note = input('');
  readonly working = input(false);
  /** Error of the last attempt. */
  readonly trouble = input('');
  readonly answered = output<Pick<SupplierResponseDto, 'kind' | 'reason'>>();
  readonly cancelled = output();
  protected readonly s = texts(invoicedTexts);
  protected readonly kinds = responseKinds;
  protected readonly faultAt = fieldError;
  protected readonly id = `statement-${(formCount += 1)}`;
  protected readonly faults = signal<readonly FormError[]>([]);
  protected readonly all = computed<readonly FormError[]>(() =>
    this.trouble() === '' ? this.faults() : [{ field: '', sentence: this.trouble() }],
  );
  protected readonly kind = linkedSignal<SupplierResponseDto['kind'] | ''>(() => this.statement()?.kind ?? '');
  protected readonly reason = linkedSignal(() => this.statement()?.reason ?? '');

  protected choose(kind: SupplierResponseDto['kind']): void {
    this.kind.set(kind);
    this.faults.set([]);
  }

  protected write(event: Event): void {
    this.reason.set((event.target as HTMLTextAreaElement).value);
  }

  protected save(event: Event): void {
    event.preventDefault();
    const [kind, reason] = [this.kind(), this.reason().trim()];
    const { kindMissing, reasonMissing } = this.s().booked;
    this.faults.set([
      ...(kind === '' ? [{ field: `${this.id}-kind-0`, sentence: kindMissing }] : []),
      ...(kind !== '' && withReason.includes(kind) && reason === ''
        ? [{ field: `${this.id}-reason`, sentence: reasonMissing }]
        : []),
    ]);
    if (this.faults().length === 0 && kind !== '') this.answered.emit({ kind, reason });
  }
}
