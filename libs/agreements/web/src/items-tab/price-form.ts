import { Component, computed, inject, input, output, signal } from '@angular/core';
import { arrived, problemOf, read, sender } from '@tallgrunn/api-client';
import { priceDraftsCreate, priceDraftsList } from '@tallgrunn/api-client/calls';
import type { PriceDraftDto } from '@tallgrunn/api-client/shapes';
import { Field, FileDrop, FindingList, ProblemMessages, Progress, queryState, texts } from '@tallgrunn/design';
import type { FindingGroup } from '@tallgrunn/design';
import { limits, tableEndings } from '@tallgrunn/values';
import type { SupplierRow } from '../parties-tab/suppliers-of.ts';
import { agreementsTexts } from '../texts/agreements-texts.ts';
import { pricesTexts } from '../texts/prices-texts.ts';
import { PriceDraft, type DraftEnd } from './price-draft.ts';
import { findingOf, groupPriceFindings } from './price-findings.ts';

type Outcome =
  | { readonly kind: 'reading'; readonly name: string }
  | { readonly kind: 'published'; readonly version: number; readonly items: number; readonly supplier: string }
  | { readonly kind: 'dropped' }
  | { readonly kind: 'refused'; readonly name: string; readonly groups: readonly FindingGroup[] }
  | { readonly kind: 'failed'; readonly sentence: string };

const kinds = ['agreed', 'list', 'cost'] as const;

/**
 * Imports a supplier's price form or catalogue as a draft, shows its changes and publishes it. A form with errors is
 * rejected as a whole, with the findings and advice. Unpublished drafts are listed.
 */
@Component({
  selector: 'tg-price-form',
  imports: [Field, FileDrop, FindingList, PriceDraft, Progress],
  templateUrl: './price-form.html',
  styleUrl: './price-form.css',
})
export class PriceForm {
  readonly agreementId = input.required<string>();
  readonly suppliers = input.required<readonly SupplierRow[]>();
  readonly published = output();
  protected readonly t = texts(agreementsTexts);
  protected readonly p = texts(pricesTexts);
  protected readonly kinds = kinds;
  protected readonly endings = [...tableEndings, '.xml'];
  protected readonly sizeBytesMax = limits.assortment.sizeBytesMax;
  protected readonly chosen = signal('');
  protected readonly kind = signal<(typeof kinds)[number]>('agreed');
  protected readonly fromOn = signal('');
  protected readonly supplier = computed(
    () => this.suppliers().find(({ id }) => id === this.chosen()) ?? this.suppliers()[0],
  );
  protected readonly outcome = signal<Outcome | null>(null);
  protected readonly shownId = queryState('draft');
  readonly #drafts = read(priceDraftsList, () => ({ agreementId: this.agreementId() }));
  protected readonly shown = computed(
    () => (arrived(this.#drafts) ?? []).find(({ id }) => id === this.shownId()) ?? null,
  );
  /** Unpublished drafts, except the open one. */
  readonly waiting = computed(() => (arrived(this.#drafts) ?? []).filter(({ id }) => id !== this.shownId()));
  readonly #send = sender();
  readonly #messages = inject(ProblemMessages);

  /** Focuses the list of drafts. */
  show(): void {
    document.getElementById('price-form')?.focus();
  }

  protected choose(event: Event): void {
    this.chosen.set((event.target as HTMLSelectElement).value);
  }

  protected setKind(event: Event): void {
    this.kind.set(kinds.find((kind) => kind === (event.target as HTMLSelectElement).value) ?? 'agreed');
  }

  protected setFrom(event: Event): void {
    this.fromOn.set((event.target as HTMLInputElement).value);
  }

  protected nameOf({ supplierId }: PriceDraftDto): string {
    return this.suppliers().find(({ id }) => id === supplierId)?.name ?? '';
  }

  protected open({ id }: PriceDraftDto): void {
    this.outcome.set(null);
    this.shownId.set(id);
    setTimeout(() => document.getElementById('price-draft')?.focus());
  }

  protected async take([file]: readonly File[]): Promise<void> {
    const supplier = this.supplier();
    if (!file || !supplier || this.outcome()?.kind === 'reading') return;
    this.shownId.set('');
    this.outcome.set({ kind: 'reading', name: file.name });
    try {
      const body = {
        supplierId: supplier.id,
        kind: this.kind(),
        ...(this.fromOn() && { fromOn: this.fromOn() }),
        file,
      };
      const made = await this.#send(priceDraftsCreate, { agreementId: this.agreementId(), body });
      const draft: PriceDraftDto = {
        ...made,
        supplierId: supplier.id,
        kind: this.kind(),
        fromOn: this.fromOn() || null,
        untilOn: null,
        fileName: file.name,
        madeAt: new Date().toISOString(),
      };
      this.#drafts.set([draft, ...(arrived(this.#drafts) ?? [])]);
      this.outcome.set(null);
      this.shownId.set(made.id);
    } catch (error) {
      this.outcome.set(this.#refusal(file.name, error));
    }
  }

  protected ended(draft: PriceDraftDto, end: DraftEnd): void {
    this.outcome.set(end.kind === 'published' ? { ...end, supplier: this.nameOf(draft) } : end);
    this.#drafts.set((arrived(this.#drafts) ?? []).filter(({ id }) => id !== draft.id));
    this.shownId.set('');
    if (end.kind === 'published') this.published.emit();
  }

  #refusal(name: string, error: unknown): Outcome {
    const problem = problemOf(error);
    if (problem.code !== 'price-form-invalid') return { kind: 'failed', sentence: this.#messages.sentence(problem) };
    const { findings, prices, items } = this.t();
    return {
      kind: 'refused',
      name,
      groups: groupPriceFindings(problem.issues.map(findingOf), 'blocksFile', findings, {
        row: prices.row,
        columns: { number: items.heads.number, lot: items.heads.lot },
      }),
    };
  }
}
