import { Component, computed, inject, output, signal } from '@angular/core';
import { FormField, form, maxLength } from '@angular/forms/signals';
import { problemOf, read, sender } from '@tallgrunn/api-client';
import { agreementsList, tolerancesPreview, tolerancesSet } from '@tallgrunn/api-client/calls';
import type { LineTotalDto, SupplierToleranceEffectDto, TolerancePreviewDto } from '@tallgrunn/api-client/shapes';
import { DataTable, ErrorSummary, Field, ProblemMessages, fieldError, texts } from '@tallgrunn/design';
import type { Column, FormError } from '@tallgrunn/design';
import { tolerancesTexts } from '../texts/tolerances/tolerances-texts.ts';
import {
  draftOf,
  emptyTolerance,
  followsCooperative,
  validateTolerance,
  type ToleranceFormValues,
} from './tolerance-form-values.ts';

/** Form for new tolerance limits. They can be saved when their effect has been shown. */
@Component({
  selector: 'tg-tolerance-form',
  imports: [DataTable, ErrorSummary, Field, FormField],
  templateUrl: './tolerance-form.html',
})
export class ToleranceForm {
  readonly saved = output();
  protected readonly t = texts(tolerancesTexts);
  protected readonly agreements = read(agreementsList);
  protected readonly faults = signal<readonly FormError[]>([]);
  protected readonly sending = signal(false);
  protected readonly isSaved = signal(false);
  protected readonly faultAt = fieldError;
  readonly #values = signal<ToleranceFormValues>(emptyTolerance);
  protected readonly form = form(this.#values, (path) => {
    maxLength(path.reason, 1000);
  });
  protected readonly isOfAgreement = computed(() => this.#values().agreementId !== '');
  protected readonly hasLimits = computed(() => !followsCooperative(this.#values()));
  readonly #shown = signal<{ readonly draft: string; readonly preview: TolerancePreviewDto } | null>(null);
  /** The effect of the values in the form; null until it is requested, and when they change. */
  protected readonly preview = computed(() => {
    const shown = this.#shown();
    return shown && shown.draft === this.#draft() ? shown.preview : null;
  });
  protected readonly moved = computed(
    () => this.preview()?.suppliers.filter((each) => moves(each).some(({ lineCount }) => lineCount > 0)) ?? [],
  );
  protected readonly movesNothing = computed(() => {
    const { toWithin, toFollowUp } = this.preview()?.total.onSaving ?? {};
    return (toWithin?.lineCount ?? 0) + (toFollowUp?.lineCount ?? 0) === 0;
  });
  protected readonly columns = computed<readonly Column<SupplierToleranceEffectDto>[]>(() => this.#columns());
  protected readonly trackRow = ({ supplierId }: SupplierToleranceEffectDto): string => supplierId;
  readonly #send = sender();
  readonly #messages = inject(ProblemMessages);

  protected async show(event: Event): Promise<void> {
    event.preventDefault();
    this.isSaved.set(false);
    this.faults.set(validateTolerance(this.#values(), this.t().form.faults));
    if (this.faults().length > 0) return;
    const draft = this.#draft();
    await this.#whileSending(async () => {
      const preview = await this.#send(tolerancesPreview, { body: draftOf(this.#values()) });
      this.#shown.set({ draft, preview });
    });
  }

  protected async save(): Promise<void> {
    const preview = this.preview();
    const reason = this.#values().reason.trim();
    this.faults.set(reason === '' ? [{ field: 'tolerance-reason', sentence: this.t().form.faults.reason }] : []);
    if (preview === null || reason === '') return;
    await this.#whileSending(async () => {
      await this.#send(tolerancesSet, {
        body: { ...draftOf(this.#values()), reason, basis: preview.basis },
      });
      this.#values.set(emptyTolerance);
      this.#shown.set(null);
      this.isSaved.set(true);
      this.saved.emit();
    });
  }

  /** The draft as text; the values may be invalid. */
  #draft(): string {
    const { reason: _, ...values } = this.#values();
    return JSON.stringify(values);
  }

  async #whileSending(work: () => Promise<void>): Promise<void> {
    if (this.sending()) return;
    this.sending.set(true);
    try {
      await work();
    } catch (error) {
      this.#shown.set(null);
      this.faults.set([{ field: '', sentence: this.#messages.sentence(problemOf(error)) }]);
    } finally {
      this.sending.set(false);
    }
  }

  #columns(): readonly Column<SupplierToleranceEffectDto>[] {
    const { heads, total } = this.t().effect;
    const column = (
      key: 'savingWithin' | 'savingFollowUp' | 'periodWithin' | 'periodFollowUp',
      of: (row: SupplierToleranceEffectDto) => LineTotalDto,
    ): Column<SupplierToleranceEffectDto> => ({
      key,
      head: heads[key],
      text: (row) => total(of(row)),
      order: (row) => Number(of(row).amount),
      numeric: true,
    });
    return [
      {
        key: 'supplier',
        head: heads.supplier,
        text: ({ supplier }) => supplier ?? '',
        order: ({ supplier }) => supplier ?? '',
      },
      column('savingWithin', ({ onSaving }) => onSaving.toWithin),
      column('savingFollowUp', ({ onSaving }) => onSaving.toFollowUp),
      column('periodWithin', ({ wholePeriod }) => wholePeriod.toWithin),
      column('periodFollowUp', ({ wholePeriod }) => wholePeriod.toFollowUp),
    ];
  }
}

const moves = ({ onSaving, wholePeriod }: SupplierToleranceEffectDto): readonly LineTotalDto[] => [
  onSaving.toWithin,
  onSaving.toFollowUp,
  wholePeriod.toWithin,
  wholePeriod.toFollowUp,
];
