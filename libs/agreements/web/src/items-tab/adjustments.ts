import { Component, computed, inject, input, output, signal, viewChild } from '@angular/core';
import { FormField, form } from '@angular/forms/signals';
import { problemOf, read, sender } from '@tallgrunn/api-client';
import {
  priceAdjustmentsList,
  priceAdjustmentsCalculate,
  priceAdjustmentsDecide,
  priceAdjustmentsRequest,
} from '@tallgrunn/api-client/calls';
import type { AdjustmentDto, AdjustmentProposalDto, LotDto } from '@tallgrunn/api-client/shapes';
import {
  Cell,
  DataTable,
  ErrorSummary,
  Field,
  Loaded,
  ProblemMessages,
  StatusTag,
  Wording,
  fieldError,
  texts,
} from '@tallgrunn/design';
import type { Column, FormError, StatusTone } from '@tallgrunn/design';
import { isDate, Period } from '@tallgrunn/values';
import type { SupplierRow } from '../parties-tab/suppliers-of.ts';
import { agreementsTexts } from '../texts/agreements-texts.ts';
import { pricesTexts } from '../texts/prices-texts.ts';
import { AdjustmentProposals } from './adjustment-proposals.ts';
import { describeAdjustment, draftReason } from './describe-adjustment.ts';

const tones: Readonly<Record<string, StatusTone>> = {
  requested: 'waiting',
  computed: 'attention',
  approved: 'good',
  refused: 'stopped',
};
const empty = { supplierId: '', lot: '', comparePeriod: '', wantedFrom: '', note: '' };

/**
 * Price adjustments: requested by a supplier or on receipt of its letter, calculated from an index, decided by a
 * contract manager.
 */
@Component({
  selector: 'tg-adjustments',
  imports: [AdjustmentProposals, Cell, DataTable, ErrorSummary, Field, FormField, Loaded, StatusTag],
  templateUrl: './adjustments.html',
  styleUrl: './section.css',
})
export class Adjustments {
  readonly agreementId = input.required<string>();
  readonly suppliers = input.required<readonly SupplierRow[]>();
  readonly lots = input.required<readonly LotDto[]>();
  readonly mayDecide = input(false);
  readonly decided = output();
  protected readonly t = texts(pricesTexts);
  protected readonly words = texts(agreementsTexts);
  protected readonly cases = read(priceAdjustmentsList, () => ({ agreementId: this.agreementId() }));
  protected readonly faults = signal<readonly FormError[]>([]);
  protected readonly said = signal('');
  protected readonly deciding = signal<Pick<AdjustmentDto, 'id' | 'number'> | null>(null);
  protected readonly proposals = viewChild(AdjustmentProposals);
  protected readonly faultAt = fieldError;
  protected readonly trackRow = (row: AdjustmentDto) => row.id;
  readonly #requested = signal(empty);
  protected readonly form = form(this.#requested);
  readonly #reasoned = signal({ reason: '' });
  protected readonly decision = form(this.#reasoned);
  readonly #send = sender();
  readonly #problems = inject(ProblemMessages);
  readonly #wording = inject(Wording);

  protected readonly columns = computed<readonly Column<AdjustmentDto>[]>(() => {
    const { heads, states, earliest } = this.t().adjustments;
    return [
      { key: 'number', head: heads.number, text: (row) => row.number },
      ...(this.suppliers().length > 1
        ? [
            {
              key: 'supplier',
              head: heads.supplier,
              text: (row: AdjustmentDto) => this.suppliers().find(({ id }) => id === row.supplierId)?.name ?? '',
            },
          ]
        : []),
      { key: 'state', head: heads.state, text: (row) => states[row.state] },
      { key: 'computed', head: heads.computed, text: (row) => describeAdjustment(row, this.t()) },
      {
        key: 'from',
        head: heads.fromOn,
        text: (row) =>
          row.computed?.factor.known ? earliest({ on: row.computed.fromOn }) : this.#wording.date(row.wantedFrom),
      },
      {
        key: 'act',
        head: heads.act,
        text: (row) =>
          row.decidedOn ? this.t().adjustments.decided({ on: row.decidedOn, reason: row.reason ?? '' }) : '',
      },
    ];
  });

  protected toneOf({ state }: AdjustmentDto): StatusTone {
    return tones[state] ?? 'quiet';
  }

  protected stateOf({ state }: AdjustmentDto): string {
    return this.t().adjustments.states[state];
  }

  protected async ask(event: Event): Promise<void> {
    event.preventDefault();
    const { supplierId, lot, comparePeriod, wantedFrom, note } = this.#requested();
    const { faults, sent } = this.t().adjustments;
    this.faults.set([
      ...(Period.tryParse(comparePeriod.trim()) ? [] : [{ field: 'adjust-compare', sentence: faults.compare }]),
      ...(isDate(wantedFrom) ? [] : [{ field: 'adjust-wanted', sentence: faults.wanted }]),
    ]);
    if (this.faults().length > 0) return;
    const supplier = supplierId || this.suppliers()[0]?.id;
    const body = {
      comparePeriod: comparePeriod.trim(),
      wantedFrom,
      lot: lot || null,
      note: note.trim() || null,
      ...(supplier && { supplierId: supplier }),
    };
    await this.#try(async () => {
      const { number } = await this.#send(priceAdjustmentsRequest, { agreementId: this.agreementId(), body });
      this.#requested.set(empty);
      return sent({ number });
    });
  }

  /** Registers a proposed adjustment, and opens its decision with a drafted reason. */
  protected async begin({ supplierId, lot, clause, comparePeriod, computed }: AdjustmentProposalDto): Promise<void> {
    if (comparePeriod === null || computed === null) return;
    await this.#try(async () => {
      const { id, number } = await this.#send(priceAdjustmentsRequest, {
        agreementId: this.agreementId(),
        body: { supplierId, lot, comparePeriod, wantedFrom: computed.fromOn },
      });
      this.open({ id, number }, draftReason({ clause, comparePeriod }, this.t()));
      return this.t().adjustments.sent({ number });
    });
  }

  protected decideOn(row: AdjustmentDto): void {
    this.open(row, row.computed?.factor.known ? draftReason(row, this.t()) : '');
  }

  protected open(about: Pick<AdjustmentDto, 'id' | 'number'>, reason: string): void {
    this.deciding.set(about);
    this.#reasoned.set({ reason });
  }

  protected computeAgain({ id }: AdjustmentDto): Promise<void> {
    return this.#try(async () => {
      await this.#send(priceAdjustmentsCalculate, { agreementId: this.agreementId(), adjustmentId: id });
      return '';
    });
  }

  protected async decide(event: Event, approve: boolean): Promise<void> {
    event.preventDefault();
    const about = this.deciding();
    const reason = this.#reasoned().reason.trim();
    const { faults, published, refusedSaid } = this.t().adjustments;
    this.faults.set(reason ? [] : [{ field: 'adjust-reason', sentence: faults.reason }]);
    if (!about || this.faults().length > 0) return;
    await this.#try(async () => {
      const { number } = await this.#send(priceAdjustmentsDecide, {
        agreementId: this.agreementId(),
        adjustmentId: about.id,
        body: { approve, reason },
      });
      this.deciding.set(null);
      this.#reasoned.set({ reason: '' });
      this.decided.emit();
      return number === null ? refusedSaid : published({ version: number });
    });
  }

  async #try(act: () => Promise<string>): Promise<void> {
    try {
      this.said.set(await act());
      this.faults.set([]);
      this.cases.reload();
      this.proposals()?.reload();
    } catch (error) {
      this.faults.set([{ field: '', sentence: this.#problems.sentence(problemOf(error)) }]);
    }
  }
}
